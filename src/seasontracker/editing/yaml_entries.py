"""YAML as an editor would write it."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import FoldedScalarString

WIDTH = 92
"""Columns, counted from the indentation of what is written."""
DATES = ("date", "added", "published", "premiered", "proposed", "release")
"""Keys whose values are dates, which stand without quotes."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"[12][0-9]{3}")


class EditingError(ValueError):
    """Content cannot be written there; the text says why, and a hint may follow on its own line."""


def mapping_text(values: Mapping[str, Any], *, dates: Sequence[str] = ()) -> str:
    """Return a mapping in block style; `dates` are keys whose values stand without quotes."""
    return _dumped(_mapping(values, dates))


def entry_text(values: Mapping[str, Any], *, dates: Sequence[str] = (), indent: int = 0) -> str:
    """Return a mapping as an entry of a list, indented by so many spaces."""
    lines = mapping_text(values, dates=dates).splitlines()
    marks = ["- ", *["  "] * (len(lines) - 1)]
    return "".join(
        f"{' ' * indent}{mark}{line}".rstrip() + "\n"
        for mark, line in zip(marks, lines, strict=True)
    )


def flow_text(values: Mapping[str, Any], *, dates: Sequence[str] = ()) -> str:
    """Return a mapping between braces, on one line."""
    mapping = CommentedMap(
        (key, " ".join(value.split()) if isinstance(value, FoldedScalarString) else value)
        for key, value in _mapping(values, dates).items()
    )
    mapping.fa.set_flow_style()
    return _dumped(mapping, width=sys.maxsize).rstrip("\n")


def _yaml(width: int) -> YAML:
    made = YAML(typ="rt")
    made.width = width
    made.preserve_quotes = True
    made.indent(mapping=2, sequence=4, offset=2)
    return made


def _mapping(values: Mapping[str, Any], dates: Sequence[str]) -> CommentedMap:
    return CommentedMap(
        (key, _scalar(value, is_date=key in dates))
        for key, value in values.items()
        if value not in (None, "", (), [])
    )


def _scalar(value: Any, *, is_date: bool) -> Any:
    if is_date and isinstance(value, str):
        # ruamel.yaml would put quotes around text that looks like a date or a number.
        if _DAY.fullmatch(value):
            with suppress(ValueError):  # of a day that no month has, the models tell
                return date.fromisoformat(value)
        return int(value) if _YEAR.fullmatch(value) else value
    if isinstance(value, str) and len(value) > WIDTH - 20 and "\n" not in value:
        return FoldedScalarString(" ".join(value.split()))
    if isinstance(value, list | tuple):
        listed = CommentedSeq(_scalar(one, is_date=is_date) for one in value)
        listed.fa.set_flow_style()
        return listed
    if isinstance(value, Mapping):
        return _mapping(value, ())
    return value


def _dumped(value: Any, *, width: int = WIDTH) -> str:
    stream = io.StringIO()
    _yaml(width).dump(value, stream)
    return stream.getvalue()

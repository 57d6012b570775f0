"""YAML as an editor would write it, and additions to a file that leave the rest of it alone."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import FoldedScalarString

WIDTH = 92
"""Columns, counted from the indentation of what is written."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EMPTY = re.compile(r"^[ \t]*\[\s*\][ \t]*\n?", re.MULTILINE)
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


def add_to_log(text: str, entry: Mapping[str, Any], *, dates: Sequence[str] = ()) -> str:
    """Return a claim log with one more entry, before those that were said later.

    Nothing that stands in the file changes: comments, quotes and blank lines stay as they are.
    Raises `EditingError` when the file is no list.
    """
    log = _loaded(text, CommentedSeq)
    if log is None:
        return _with_end(text) + entry_text(entry, dates=dates)
    if not log:
        # `[]` stands for a log in which nothing has been said yet.
        return _EMPTY.sub("", text, count=1) + entry_text(entry, dates=dates)
    if log.fa.flow_style():
        log.append(_mapping(entry, dates))
        return _dumped(log)
    said = str(entry["date"])
    place = next(
        (number for number, one in enumerate(log) if str(_value(one, "date")) > said), len(log)
    )
    lines = _with_end(text).splitlines(keepends=True)
    at = _end_of(lines) if place == len(log) else _start_of(lines, log.lc.item(place)[0])
    new = entry_text(entry, dates=dates, indent=log.lc.col)
    return "".join([*lines[:at], new, *lines[at:]])


def add_to_register(
    text: str, key: str, values: Mapping[str, Any], *, dates: Sequence[str] = ()
) -> str:
    """Return a mapping of ids with one more at its end; raises `EditingError`."""
    register = _loaded(text, CommentedMap)
    body = "".join(f"  {line}\n" for line in mapping_text(values, dates=dates).splitlines())
    if register is None:
        return f"{_with_end(text)}{key}:\n{body}"
    if key in register:
        raise EditingError(f"`{key}` is there already")
    if register.fa.flow_style() or register.lc.col:
        register[key] = _mapping(values, dates)
        return _dumped(register)
    lines = _with_end(text).splitlines(keepends=True)
    at = _end_of(lines)
    return "".join([*lines[:at], f"{key}:\n{body}", *lines[at:]])


def _yaml() -> YAML:
    made = YAML(typ="rt")
    made.width = WIDTH
    made.preserve_quotes = True
    made.indent(mapping=2, sequence=4, offset=2)
    return made


def _loaded(text: str, kind: type[Any]) -> Any:
    """Return what a text holds; None when it holds comments at most."""
    try:
        found = _yaml().load(text)
    except YAMLError as error:
        raise EditingError(
            "it is not YAML that can be read\nhint: run `seasontracker check`"
        ) from error
    if found is None:
        return None
    if not isinstance(found, kind):
        wanted = "a list" if kind is CommentedSeq else "a mapping"
        raise EditingError(f"it does not hold {wanted}\nhint: run `seasontracker check`")
    return found


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


def _dumped(value: Any) -> str:
    stream = io.StringIO()
    _yaml().dump(value, stream)
    return stream.getvalue()


def _value(entry: Any, key: str) -> Any:
    return entry.get(key, "") if isinstance(entry, Mapping) else ""


def _with_end(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"


def _end_of(lines: Sequence[str]) -> int:
    """Return how many lines there are without blank ones, and a mark of the end, behind them."""
    count = len(lines)
    while count and lines[count - 1].strip() in ("", "..."):
        count -= 1
    return count


def _start_of(lines: Sequence[str], line: int) -> int:
    """Return where an entry starts, with the comments that stand above it."""
    while line and lines[line - 1].lstrip().startswith("#"):
        line -= 1
    return line

"""Writes YAML as an editor would: plain where that is safe, folded where it is long."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from facts import Value
from prose import wrap

# Letters, then anything that cannot end a plain value or start another kind of one.
_PLAIN = re.compile(r"[^\W\d_][^\n:#\"'\[\]{}&*!|>%@`]*|\d{4}-\d\d-\d\d|\d{1,3}")
_WORDS = frozenset(("yes", "no", "on", "off", "true", "false", "null", "y", "n"))
_LONG = 80


def yaml_text(value: Mapping[str, Value] | Sequence[Value]) -> str:
    """Return a mapping or a list as YAML in blocks."""
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: Mapping[str, Value] | Sequence[Value], indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _entry(f"{indent}{key}:", inner, indent)
        return
    for inner in value:
        if isinstance(inner, Mapping):
            lines = _lines(inner, indent + "  ")
            yield f"{indent}- {next(lines).lstrip()}"
            yield from lines
        else:
            assert not isinstance(inner, Sequence) or isinstance(inner, str)
            yield f"{indent}- {scalar(inner)}"


def _entry(head: str, value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        if len(value) > _LONG and "\n" not in value:
            yield f"{head} >-"
            yield wrap(value, indent + "  ")
        else:
            yield f"{head} {scalar(value)}"
    elif isinstance(value, (bool, int)):
        yield f"{head} {scalar(value)}"
    elif isinstance(value, Mapping) or not all(isinstance(inner, (str, int)) for inner in value):
        yield head
        yield from _lines(value, indent + "  ")
    else:
        yield f"{head} [{', '.join(_flow(inner) for inner in value)}]"


def _flow(value: Value) -> str:
    text = scalar(value) if isinstance(value, (str, int)) else ""
    return json.dumps(value, ensure_ascii=False) if "," in text and text[0] != '"' else text


def scalar(value: str | int | bool) -> str:
    """Return one value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS and value == value.strip():
        return value
    return json.dumps(value, ensure_ascii=False)

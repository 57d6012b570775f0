"""Changes inside the lines of a file, which leave the rest of it byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE_ENDS = re.compile(r"(\r\n|\r|\n)")


class Edit(Struct, frozen=True):
    """Text that takes the place of some characters of a line."""

    line: int
    column: int
    length: int
    new: str


class RawText(Struct, frozen=True):
    """A file as it is: its text with `\\n` line ends, and how the bytes differ from that."""

    text: str
    line_end: str = "\n"
    has_mark: bool = False

    def with_text(self, text: str) -> bytes:
        """Return the bytes of a changed text."""
        mark = BYTE_ORDER_MARK if self.has_mark else ""
        return (mark + text.replace("\n", self.line_end)).encode("utf-8")


def read_raw(raw: bytes) -> RawText | None:
    """Return a file's text; None for one that is not UTF-8 or mixes line ends."""
    try:
        whole = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    text = whole.removeprefix(BYTE_ORDER_MARK)
    ends = set(_LINE_END.findall(text))
    if len(ends) > 1:
        return None
    line_end = next(iter(ends), "\n")
    return RawText(text.replace(line_end, "\n"), line_end, text != whole)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with all edits made, which do not overlap.

    Lines keep their ends, and what is new gets that of the first.
    """
    lines = _LINE_ENDS.split(text)
    line_end = lines[1] if len(lines) > 1 else "\n"
    for edit in sorted(edits, key=lambda one: (one.line, one.column), reverse=True):
        # Between two lines stands the end of the first.
        line, start = lines[2 * edit.line - 2], edit.column - 1
        new = edit.new.replace("\n", line_end)
        lines[2 * edit.line - 2] = line[:start] + new + line[start + edit.length :]
    return "".join(lines)

"""The text that is being rendered: where its characters stand in the file, and what was found."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from pathlib import PurePosixPath

from seasontracker.diagnostics import Code, Diagnostic, DiagnosticLog, Location
from seasontracker.pages.markdown.reserved import without_reserved

# Where Markdown has already understood something, it leaves a number of its own.
_STANDS_FOR = re.compile("\x02[^\x03]*\x03")


class Manuscript:
    """One text with its place in a file, the numbered places in it, and the findings about it."""

    def __init__(self, text: str, path: PurePosixPath, first_line: int) -> None:
        self.text = without_reserved(text.replace("\r\n", "\n").replace("\r", "\n"))
        self.log = DiagnosticLog()
        self._path = path
        self._first_line = first_line
        self._lines = self.text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)][:-1]
        self._places: list[int] = []

    def locate(self, offset: int, length: int = 1) -> Location:
        """Return the place in the file of a stretch of the text, which ends with its line."""
        index = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[index]
        within = max(1, min(length, len(self._lines[index]) - column))
        return Location(self._path, self._first_line + index, column + 1, within)

    def add_place(self, offset: int) -> int:
        """Remember a place in the text and return its number."""
        self._places.append(offset)
        return len(self._places) - 1

    def locate_place(self, number: int, length: int = 1) -> Location:
        """Return the place in the file of a remembered place."""
        return self.locate(self._places[number], length)

    def find(self, wanted: str) -> Location:
        """Return the first place where the wanted words stand, or else the beginning."""
        offset = self.text.find(wanted) if wanted else -1
        return self.locate(offset, len(wanted)) if offset >= 0 else self.locate(0)

    def report(self, code: Code, location: Location, message: str, hint: str = "") -> None:
        """Add a finding, together with the line that it is about."""
        excerpt = self._lines[location.line - self._first_line]
        message, hint = (_STANDS_FOR.sub("...", words) for words in (message, hint))
        self.log.add(Diagnostic(code, location, message, hint, excerpt))

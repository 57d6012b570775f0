"""The headings of an article, as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from seasontracker.checks.passages import Passage

_HEADING = re.compile(r"\n(?P<marks>#{1,6})[ \t]*(?P<text>[^\s#][^\n]*)")


class WrittenHeading(NamedTuple):
    """A line that begins with number signs."""

    level: int
    text: str
    start: int
    end: int


def headings(passage: Passage) -> Iterator[WrittenHeading]:
    """Yield the headings of a text in order."""
    if "#" in passage.text:
        for match in _HEADING.finditer(f"\n{passage.lines}"):
            # The line break before the text makes every offset one too many.
            start, end = match.start("marks") - 1, match.end() - 1
            yield WrittenHeading(len(match["marks"]), match["text"], start, end)

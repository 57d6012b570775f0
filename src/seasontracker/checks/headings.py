"""The headings of an article, as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from seasontracker.checks.passages import Passage, without_markup

_HEADING = re.compile(r"\n(?P<marks>#{1,6})[ \t]*(?P<text>[^\s#][^\n]*)")
_HIDES = ("`", "~~~", "<!--")


class WrittenHeading(NamedTuple):
    """A line that begins with number signs."""

    level: int
    text: str
    start: int
    end: int


def headings(passage: Passage) -> Iterator[WrittenHeading]:
    """Yield the headings of a text in order."""
    text = passage.text
    if "#" not in text:
        return
    # Only then may markup go over several lines, and hide one that looks like a heading.
    lines = passage.lines if any(sign in text for sign in _HIDES) else text
    for match in _HEADING.finditer(f"\n{lines}"):
        # The line break before the text makes every offset one too many.
        start, end = match.start("marks") - 1, match.end() - 1
        yield WrittenHeading(len(match["marks"]), without_markup(match["text"]), start, end)

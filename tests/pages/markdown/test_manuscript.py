"""Places in a text are places in its file."""

from __future__ import annotations

from pathlib import PurePosixPath

from seasontracker.diagnostics import Code, Location
from seasontracker.pages.markdown.manuscript import Manuscript

PATH = PurePosixPath("content/a.md")


def test_locate_counts_lines_and_columns_of_the_file():
    """An offset is a line and column, and a stretch ends with its line."""
    manuscript = Manuscript("one\r\ntwo\rthree", PATH, 7)

    assert manuscript.locate(0, 3) == Location(PATH, 7, 1, 3)
    assert manuscript.locate(manuscript.text.index("wo"), 99) == Location(PATH, 8, 2, 2)
    assert manuscript.locate(manuscript.text.index("three"), 5) == Location(PATH, 9, 1, 5)


def test_places_are_numbered():
    """A remembered place is found again by its number."""
    manuscript = Manuscript("one\ntwo", PATH, 1)
    manuscript.add_place(0)

    assert manuscript.locate_place(manuscript.add_place(5), 2) == Location(PATH, 2, 2, 2)


def test_find_falls_back_to_the_beginning():
    """What is not in the text is reported at its first line."""
    manuscript = Manuscript("one\ntwo", PATH, 1)

    assert manuscript.find("wo") == Location(PATH, 2, 2, 2)
    assert manuscript.find("four") == Location(PATH, 1, 1, 1)


def test_report_shows_the_line():
    """A finding carries the line that it is about."""
    manuscript = Manuscript("one\ntwo", PATH, 4)
    manuscript.report(Code.UNSAFE_LINK, manuscript.locate(4), "message")

    assert [found.excerpt for found in manuscript.log] == ["two"]

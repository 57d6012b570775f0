"""Numbers beside openings, and their removal."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from seasontracker.diagnostics import Location
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import first_place, with_places, without_places

PATH = PurePosixPath("content/a.md")


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a [b](c)", 7),
        ("a [b](<c d>)", 8),
        ("a [@b]", 3),
        ("a [!official]", 3),
        ("a[^b]", 2),
        ("[b]: c", 6),
        ("[b]: <c.md>", 7),
        ("[^b]: <b>c</b>", 7),
        ("[b]{lang=ko}", 5),
    ],
)
def test_opening_gets_a_number(text, column):
    """The number leads to where a finding about the opening belongs."""
    manuscript = Manuscript(text, PATH, 1)
    marked = with_places(manuscript, 0, len(text))
    place = first_place(marked)

    assert place is not None
    assert manuscript.locate_place(place) == Location(PATH, 1, column)
    assert without_places(marked) == text


@pytest.mark.parametrize("text", ["a [b] c", "<b>x</b>", "a < b", "<https://a.org>", "[b]:\n- c"])
def test_everything_else_stays_as_it_is(text):
    """Nothing is put where it might change what Markdown reads."""
    assert with_places(Manuscript(text, PATH, 1), 0, len(text)) == text

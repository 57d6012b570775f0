"""Slots carry what they stand for."""

from __future__ import annotations

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from seasontracker.diagnostics import Location
from seasontracker.pages.markdown import PictureReference, fill, references, without_slots
from seasontracker.pages.markdown.slots import link_slot, mark_slot, picture_slot
from seasontracker.pages.markdown.values import LinkReference

PLACE = Location(PurePosixPath("content/a b.md"), 3, 4, 5)


@given(st.text(), st.text(), st.text(), st.booleans())
def test_any_value_survives_its_slot(file, alt, title, alone):
    """What goes into a slot comes out of it."""
    picture = PictureReference(file, alt, title, PLACE, alone)

    assert [*references(f"x{picture_slot(picture)}y")] == [picture]


def test_href_is_escaped_and_filled_once():
    """A URL is escaped, and what a callable returns is not looked at again."""
    html = f'<a href="{link_slot(LinkReference("a", PLACE))}">{mark_slot("official")}</a>'
    filled = fill(
        html,
        citation=str,
        mark=lambda word: mark_slot("again"),
        link=lambda link: '/"a"&b',
        picture=str,
    )

    assert filled == f'<a href="/&quot;a&quot;&amp;b">{mark_slot("again")}</a>'


def test_without_slots_removes_whole_attributes():
    """Nothing of a slot is left."""
    html = f'<a href="{link_slot(LinkReference("a", PLACE))}">x{mark_slot("official")}</a>'

    assert without_slots(html) == "<a>x</a>"

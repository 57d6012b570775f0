"""Text as XML and JSON can carry it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.exports.plain_text import legal_text, one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x0bc\x1fd\x7fe\x85f", "abcdef"),
        ("a\ud800b\ufffe", "ab"),
        ("a\r\nb\rc\n\td", "a\nb\nc\n\td"),
        ("\N{GRINNING FACE} 지금", "\N{GRINNING FACE} 지금"),
    ],
)
def test_legal_text(text: str, expected: str) -> None:
    """Only what XML 1.0 cannot hold is taken out."""
    assert legal_text(text) == expected


def test_one_line_has_plain_spaces() -> None:
    """What keeps words together on a page is a space elsewhere; a wide space stays."""
    assert one_line(" Season\N{NO-BREAK SPACE}2\n\tand\N{IDEOGRAPHIC SPACE}more ") == (
        "Season 2 and\N{IDEOGRAPHIC SPACE}more"
    )


@given(st.text())
def test_legal_text_survives_xml(text: str) -> None:
    """Any text comes back from XML as it went in."""
    element = Element("a")
    element.text = legal_text(text)

    assert (fromstring(tostring(element)).text or "") == legal_text(text)

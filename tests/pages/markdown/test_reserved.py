"""Content can neither write a slot nor anything else that only the program may write."""

from __future__ import annotations

import pytest

from seasontracker.pages.markdown import HtmlSegment
from seasontracker.pages.markdown.reserved import without_reserved, without_reserved_references


@pytest.mark.parametrize(
    "text",
    [
        "\ue000m%5B%22official%22%5D\ue001",
        "&#xE000;m%5B%22official%22%5D&#57345;",
        "&#x000E000m%5B%22official%22%5D&#xe001;",
        "<abbr title='&#xE000;m%5B%22official%22%5D&#xE001;'>x</abbr>",
        "<a\ue004 href='https://a.org'>x</a\ue004>",
        "![&#xE000;m%5B%22official%22%5D&#xE001;](a.svg)",
    ],
)
def test_slots_cannot_be_forged(prose, text):
    """Reserved characters of the text never reach the HTML."""
    [segment] = prose(text).segments
    assert isinstance(segment, HtmlSegment)
    assert "\ue000m" not in segment.html
    assert "href" not in segment.html


def test_columns_stay_what_they_were(prose):
    """A reserved character is replaced, not removed, so that places behind it are right."""
    assert prose("\ue000\ue001 [@a]").citations[0].location.column == 4


def test_without_reserved():
    """Control characters, lone surrogates and noncharacters go, letters of all scripts stay."""
    assert (
        without_reserved("a\x01\x7f\ud800\ufffe\U0001ffff지\n\t")
        == "a\ufffd\ufffd\ufffd\ufffd\ufffd지\n\t"
    )


def test_without_reserved_references():
    """References to plain characters stay as they are."""
    assert without_reserved_references("&#65; &#x1; &#xD800; &#99999999999;") == (
        "&#65; \ufffd \ufffd \ufffd"
    )

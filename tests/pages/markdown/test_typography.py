"""Typography must give what the library's extension gives."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from seasontracker.pages.markdown.typography import smarty_extension, typography_for

PIECES = (
    "'", '"', "'", '"', "--", "---", "...", "-", ".", ",", "!", "?", "(", ")", " ", " ", " ", "\n",
    "s", "a", "word", "90s", "1", "지금", "–", "—", "\u00a0", "&", ";", ":", "/",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.sampled_from(("", "'", '"', "\"'", "it's ")),
    st.sampled_from(("en", "de", "fr-FR")),
)
def test_typography_is_that_of_the_library(text: str, start: str, language: str) -> None:
    """Every quote, dash and ellipsis comes out as the library makes it."""
    # The letters keep the library from reading a list or losing space at the end.
    text = f"{start}x{text}x".replace("  \n", " \n")
    html = Markdown(extensions=[smarty_extension(language)]).convert(text)
    paragraphs = unescape(html.removeprefix("<p>").removesuffix("</p>"))

    if "\n\n" not in text and "<" not in paragraphs:
        assert typography_for(language).apply(unescape(text)) == paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's the actors' \"first\", she said.", "It’s the actors’ “first”, she said."),
        ("\"Yes\" -- and 'no'...", "“Yes” – and ‘no’…"),
        ('"Netflix\'s".', "“Netflix’s“."),  # as the library has it
    ],
)
def test_typography_in_english(text: str, expected: str) -> None:
    """Ordinary and odd places alike."""
    assert typography_for("en").apply(text) == expected

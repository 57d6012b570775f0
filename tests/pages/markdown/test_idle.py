"""Patterns that a text cannot match are left out, and those that it needs stay."""

from __future__ import annotations

import pytest
from markdown import Markdown

from seasontracker.pages.markdown.idle import leave_out_idle_patterns
from seasontracker.pages.markdown.typography import smarty_extension


def patterns_for(text: str) -> tuple[int, int]:
    """Return how many patterns are left, and how many of typography."""
    markdown = Markdown(extensions=[smarty_extension("en")])
    leave_out_idle_patterns(markdown, text)
    typography = markdown.treeprocessors["smarty"]
    return len(markdown.inlinePatterns), len(typography.inlinePatterns)


def test_plain_words_need_next_to_nothing() -> None:
    """The library's names are still those that are left out."""
    everything = len(Markdown().inlinePatterns)

    assert everything > 12
    assert patterns_for("words") == (2, 1)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`a` \\* <b>c</b> &amp; *d* _e_", "<code>a</code> * <b>c</b> &amp; <em>d</em> <em>e</em>"),
        ("[a][b] [c]\n\n[b]: d\n[c]: e", '<a href="d">a</a> <a href="e">c</a>'),
        ("![a](b) [c](d)\t\ne", '<img alt="a" src="b"> <a href="d">c</a><br>\ne'),
        (
            '<https://a.org> "a" -- b...',
            '<a href="https://a.org">https://a.org</a> &ldquo;a&rdquo; &ndash; b&hellip;',
        ),
    ],
)
def test_needed_patterns_stay(text: str, html: str) -> None:
    """What the text has is still understood."""
    markdown = Markdown(extensions=[smarty_extension("en")], output_format="html")
    leave_out_idle_patterns(markdown, text)

    assert markdown.convert(text) == f"<p>{html}</p>"

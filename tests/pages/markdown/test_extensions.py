"""Fewer extensions must give what all of them give."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.pages.markdown.extensions import every_extension, extensions_for
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import with_places
from seasontracker.pages.markdown.prose import convert

FRAGMENTS = (
    "a", " ", "\n", "\n\n", "    ", "|", "--", "|--|--|\n", ":", ": ", "```", "~~~", "[^a]",
    "[^a]: ", "[@a]", "[!official]", "[x]", "{lang=ko}", "'", '"', "...", "\\", "*", "\t", "- ",
    "> ", "&quot;",
)  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_needed_extensions_equal_all(text):
    """An extension that is left out would have changed nothing."""
    results = []
    for choose in (extensions_for, lambda _, *rest: every_extension(*rest)):
        manuscript = Manuscript(text, PurePosixPath("a.md"), 1)
        marked = with_places(manuscript, 0, len(text))
        html = convert(marked, manuscript, choose(text, manuscript, "en"))
        results.append((html, tuple(manuscript.log)))

    assert results[0] == results[1]


@pytest.mark.parametrize(
    ("language", "text", "html"),
    [
        ("en", "\"지금\"은 it's 'so' -- ...", "“지금”은 it’s ‘so’ – …"),
        ("de", 'Er sagt "ja", geht\'s', "Er sagt „ja“, geht’s"),
        ("fr-FR", 'Il dit "oui"', "Il dit «&nbsp;oui&nbsp;»"),
        ("en", 'x "[@a]" y', "x “<cite>a</cite>” y"),
        ("en", '`"a" -- b`', '<code>"a" -- b</code>'),
    ],
)
def test_smart_punctuation(page, language, text, html):
    """Quotes follow the language of the site, and code stays as it is."""
    assert page(text, language=language) == f"<p>{html}</p>"


def test_plain_text_needs_little(prose):
    """A text without any sign pays for no extension."""
    manuscript = Manuscript("Text", PurePosixPath("a.md"), 1)

    assert len(extensions_for("Text", manuscript, "en")) == 3


def test_definition_list(page):
    """A term and its meaning."""
    assert page("Term\n: Meaning [@a]") == (
        "<dl>\n<dt>Term</dt>\n<dd>Meaning <cite>a</cite></dd>\n</dl>"
    )


def test_lists_are_sane(page):
    """A list of another kind is another list, and a list starts where it says."""
    assert page("3. a\n4. b\n\n- c") == (
        '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n<ul>\n<li>c</li>\n</ul>'
    )

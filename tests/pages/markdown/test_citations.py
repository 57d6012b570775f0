"""Citations and confidence marks."""

from __future__ import annotations

import pytest


def test_citation_becomes_one_slot(page):
    """One pair of brackets is one slot, however many sources it names."""
    assert page("It is back [@netflix-2022], they say [@a; @b].") == (
        "<p>It is back <cite>netflix-2022</cite>, they say <cite>a+b</cite>.</p>"
    )


def test_citations_know_their_place(prose):
    """The location covers the brackets, also in a list, a quotation and a footnote."""
    text = "- one [@a]\n\n> two [@b; @c]\n\nthree[^1]\n\n[^1]: four [@d]\n"
    places = [
        (citation.source_ids, str(citation.location).rpartition("md:")[2], citation.location.length)
        for citation in prose(text, first_line=10).citations
    ]

    assert places == [
        (("a",), "10:7", 4),
        (("b", "c"), "12:7", 8),
        (("d",), "16:12", 4),
    ]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`[@a]`", "<p><code>[@a]</code></p>"),
        ("```\n[@a]\n```", "<pre><code>[@a]\n</code></pre>"),
        ("    [@a]", "<pre><code>[@a]\n</code></pre>"),
        (r"\[@a]", "<p>[@a]</p>"),
        (
            "[@handle](https://example.org)",
            '<p><a href="https://example.org" rel="noopener">@handle</a></p>',
        ),
    ],
)
def test_not_a_citation(page, prose, text, html):
    """Code, escapes and links that begin with an at sign are left alone."""
    assert page(text) == html
    assert prose(text).citations == ()
    assert prose(text).diagnostics == ()


def test_malformed_citation_is_reported(problems):
    """What looks like a citation and is none is not printed silently."""
    assert problems("Text [@a, p. 3]") == ["1:6+10 ST301 `[@a, p. 3]` is not a citation"]


def test_marks_become_slots(page):
    """Every word of the vocabulary is a mark."""
    assert page("[!speculation] [!on-record]") == (
        "<p><mark>speculation</mark> <mark>on-record</mark></p>"
    )


def test_unknown_mark_is_reported(prose):
    """An unknown word is an error with a suggestion, and stays visible."""
    result = prose("> [!Oficial] Text")

    [found] = result.diagnostics
    assert str(found).endswith(
        ":1:3: error[ST605] unknown-mark: `Oficial` is not a confidence mark"
    )
    assert found.hint == "did you mean `official`?"


def test_finding_shows_nothing_of_the_library(problems):
    """Where Markdown has understood code before, a finding shows three dots."""
    assert problems("[@`a`]")[0].endswith("ST301 `[@...]` is not a citation")

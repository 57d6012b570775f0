"""Footnotes: numbered by first use, listed apart, checked both ways."""

from __future__ import annotations

import pytest

from seasontracker.pages.markdown import FootnoteBack, fill


@pytest.fixture
def notes(prose):
    """Render a text, and fill the list of its footnotes."""

    def render(text, **settings):
        return fill(
            prose(text, **settings).footnotes_html,
            citation=lambda citation: f"<cite>{citation.source_ids[0]}</cite>",
            mark=str,
            link=lambda link: link.target,
            picture=str,
            footnote_back=lambda back: f"[{back.number}.{back.repeat} {back.target_id}]",
        )

    return render


def test_footnotes_are_numbered_as_the_text_refers_to_them(page, notes):
    """The order of definition does not matter, and a second use counts."""
    text = "A[^b] b[^a] c[^b]\n\n[^a]: First [@s]\n[^b]: Second"

    assert page(text, id_prefix="t-") == (
        '<p>A<sup class="footnote-ref" id="t-fnref:1">'
        '<a href="#t-fn:1" role="doc-noteref">1</a></sup> '
        'b<sup class="footnote-ref" id="t-fnref:2">'
        '<a href="#t-fn:2" role="doc-noteref">2</a></sup> '
        'c<sup class="footnote-ref" id="t-fnref:1:2">'
        '<a href="#t-fn:1" role="doc-noteref">1</a></sup></p>'
    )
    assert notes(text, id_prefix="t-") == (
        '<ol class="footnotes">\n'
        '<li id="t-fn:1"><p>Second [1.1 t-fnref:1] [1.2 t-fnref:1:2]</p></li>\n'
        '<li id="t-fn:2"><p>First <cite>s</cite> [2.1 t-fnref:2]</p></li>\n'
        "</ol>"
    )


def test_footnote_may_hold_blocks_and_footnotes(notes):
    """A list in a footnote is a list, and a footnote of a footnote comes after all others."""
    assert notes("A[^a]\n\n[^a]: - x[^c]\n    - y\n\n[^c]: z") == (
        '<ol class="footnotes">\n'
        '<li id="fn:1"><ul>\n<li>x<sup class="footnote-ref" id="fnref:2">'
        '<a href="#fn:2" role="doc-noteref">2</a></sup></li>\n<li>y</li>\n</ul>'
        " [1.1 fnref:1]</li>\n"
        '<li id="fn:2"><p>z [2.1 fnref:2]</p></li>\n'
        "</ol>"
    )


def test_footnote_defined_inside_another(notes, problems):
    """A definition that stands in a footnote counts as one."""
    text = "A[^a] b[^c]\n\n[^a]: One\n\n    > [^c]: Two"

    assert "Two [2.1 fnref:2]" in notes(text)
    assert problems(text) == []


def test_no_footnotes(prose):
    """A text without footnotes has no list."""
    assert prose("Text").footnotes_html == ""


def test_way_back_is_a_plain_arrow_by_default(prose):
    """Without words from a catalogue the way back is only an arrow."""
    html = prose("A[^a]\n\n[^a]: B").footnotes_html

    assert fill(html, citation=str, mark=str, link=lambda link: "", picture=str).endswith(
        'B <a class="footnote-back" href="#fnref:1" role="doc-backlink">↩</a></p></li>\n</ol>'
    )
    assert FootnoteBack(1, 1, "fnref:1").number == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A[^b] c", "1:2+4 ST802 there is no footnote `b`"),
        ("A\n\n[^b]: Text", "3:7+4 ST802 nothing refers to footnote `b`"),
        ("A[^b]\n\n[^b]: x\n\n[^b]: yy", "5:7+2 ST307 footnote `b` is there twice"),
    ],
)
def test_mistakes_are_reported(problems, text, found):
    """A footnote that is missing, unused or doubled is reported at its place."""
    assert problems(text) == [found]


def test_footnote_may_begin_like_a_definition(notes):
    """What marks the beginning of a footnote is no term."""
    assert notes("A[^a]\n\n[^a]: : B") == (
        '<ol class="footnotes">\n<li id="fn:1"><dl>\n<dd>B</dd>\n</dl> [1.1 fnref:1]</li>\n</ol>'
    )


def test_footnotes_of_spoilers_are_marked(prose):
    """A note that open text refers to is open; others say which spoilers refer to them."""
    text = (
        "Open.[^a]\n\n::: spoiler S01E02\nHidden.[^a] [^b] [^c]\n:::\n\n"
        "::: spoiler S02\nMore.[^c]\n:::\n\n"
        "[^a]: A.\n\n[^b]: B, and [^d].\n\n[^c]: C.\n\n[^d]: D.\n"
    )
    html = fill(
        prose(text).footnotes_html,
        citation=str,
        mark=str,
        link=lambda link: link.target,
        picture=str,
        footnote_back=lambda _: "",
        note_fold=lambda positions: (f"<{'+'.join(positions)}>", "<end>"),
    )

    assert [line for line in html.split("\n") if "<li" in line] == [
        '<li id="fn:1"><p>A.  </p></li>',
        '<li id="fn:2"><S01E02><p>B, and <sup class="footnote-ref" id="fnref:4">'
        '<a href="#fn:4" role="doc-noteref">4</a></sup>. </p><end></li>',
        '<li id="fn:3"><S01E02+S02><p>C.  </p><end></li>',
        '<li id="fn:4"><S01E02><p>D. </p><end></li>',
    ]


@pytest.mark.parametrize("text", ["[^a]", "[@wire][^a]", "![Alt](a.svg) [^a]"])
def test_paragraph_without_words(page, notes, text):
    """A paragraph of nothing but footnotes, citations and pictures is one like any other."""
    whole = f"{text}\n\n[^a]: A note."

    assert '<a href="#fn:1" role="doc-noteref">1</a>' in page(whole)
    assert "A note." in notes(whole)

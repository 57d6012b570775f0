"""The whole way from Markdown to prose."""

from __future__ import annotations

import pickle
import re
from pathlib import PurePosixPath

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seasontracker.pages.markdown import (
    Citation,
    DirectiveSegment,
    HtmlSegment,
    LinkReference,
    PictureReference,
    fill,
    render_prose,
)
from seasontracker.pages.markdown.prose import html_of

PATH = PurePosixPath("content/a.md")

FRAGMENTS = (
    "::: spoiler S01", "::: aside", ":::", "::: timeline", "\n", "\n\n", "    ", "> ", "- ", "1. ",
    "# ", "`", "```\n", "~~~\n", "[", "]", "(", ")", "[@a]", "[@a; @b]", "[!official]", "[!x]",
    "[x](show:a)", "[x](javascript:alert(1))", "[x](&#106;avascript:alert(1))",
    "[x](java\nscript:x)", "![a](images/b.svg)", "![a](https://x/y)", "<", "</", ">", "<script>",
    "</script>", "<div>", "</div>", "<b onclick=x>", "<a href='javascript:x'>", "<p style='x'>",
    "<!--", "-->", "<![CDATA[", "<![", "<?", "<h2>", "</h2>", "<table>", "<td>", "<li>",
    "<details>", "<span lang=ko>", "<img src=x onerror=y>", "&", "&amp;", "&#xE000;", "&#xe001",
    "\ue000", "\ue001", "c%5B%5D", "\ue002", "0", "\ue003", "<x\ue004", "\x02", "\x03",
    "\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03", "[^1]", "[^1]: ", "[r]: ", "[x][r]", "{lang=ko}",
    "{", "}", "*", "**", "_", "\\", "|", "|--|--|\n", "\n: ", "\t", '"', "'", "--", "...", "지금",
    "<svg>", "<math>", "<textarea>", "<title>", "<style>", "<pre>", "<code>", "<ol start=3>",
    "<time datetime='<b>'>", "<abbr title='[@a] <h2>x</h2> [x](show:a)'>", "</abbr>", "<a@b.c>",
    "<https://x.y>", "<ftp://x>", "(https://[)",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=40).map("".join)


def filled(html: str) -> str:
    return fill(
        html,
        citation=lambda citation: "<cite>c</cite>",
        mark=lambda word: "<i>m</i>",
        link=lambda link: "/u",
        picture=lambda picture: "<span>p</span>",
        heading_link=lambda heading: "<span>h</span>",
    )


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_safe_html(text):
    """Nothing raises, every slot can be filled, and the HTML is well-formed and harmless."""
    prose = render_prose(text, path=PATH)

    for html in (filled(html) for html in [*html_of(prose.segments), prose.footnotes_html]):
        html5lib.HTMLParser(strict=True).parseFragment(html)
        assert not re.search("[\ue000-\ue004]", html)
        for tag in re.findall(r"<[^>]*>", html):
            assert not re.match(r"</?(script|style|iframe|img|svg)\b", tag)
            assert not re.search(r"\s(on\w+|style)=", re.sub(r'"[^"]*"', '""', tag))
            assert not re.search(r' href="(?!/u"|https?:|mailto:|#fn)', tag)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_rendering_is_deterministic(text):
    """The same text gives the same prose, which survives a cache."""
    prose = render_prose(text, path=PATH)

    assert render_prose(text, path=PATH) == prose
    assert pickle.loads(pickle.dumps(prose)) == prose


@given(TEXTS, st.integers(1, 50))
@settings(max_examples=60, deadline=None)
def test_findings_stay_inside_the_file(text, first_line):
    """Every finding is at a line of the body, and shows it."""
    prose = render_prose(text, path=PATH, first_line=first_line)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    for found in prose.diagnostics:
        assert len(found.excerpt) == len(lines[found.location.line - first_line])
        assert found.location.column + found.location.length - 1 <= max(1, len(found.excerpt) + 1)


def test_all_of_it_together(prose):
    """References come in the order of the text, containers and footnotes included."""
    text = (
        "It is *back* [@a].\r\n"
        "::: spoiler S01E12\r\n"
        "![roof](images/roof.svg) and [more](show:b#cast) [@b].\r\n"
        ":::\r\n"
        "End[^n].\r\n\r\n"
        "[^n]: Note [@c]\r\n"
    )
    result = prose(text, first_line=5)

    assert result.diagnostics == ()
    assert [str(citation.source_ids[0]) for citation in result.citations] == ["a", "b", "c"]
    assert [citation.location.line for citation in result.citations] == [5, 7, 11]
    assert [type(value) for value in (*result.links, *result.pictures, *result.citations[:1])] == [
        LinkReference,
        PictureReference,
        Citation,
    ]
    assert [type(segment) for segment in result.segments] == [
        HtmlSegment,
        DirectiveSegment,
        HtmlSegment,
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Don't *stop* now [@a] [!official] 3.5", 4),
        ("지금 우리 학교는", 3),
        ("One\n::: aside Title\ntwo three\n:::\nfour[^1]\n\n[^1]: not counted", 4),
    ],
)
def test_words_are_counted(prose, text, words):
    """Words of the text and its containers count, those of slots and footnotes do not."""
    assert prose(text).words == words


@pytest.mark.parametrize("text", ["", "\n\n", " ", "<!-- nothing -->"])
def test_nothing_gives_nothing(prose, text):
    """An empty text has no segments."""
    assert prose(text).segments == ()

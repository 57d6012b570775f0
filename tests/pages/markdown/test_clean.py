"""Raw HTML: what an editor may write, and what is taken out."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("x <kbd>y</kbd> <br/> z", "<p>x <kbd>y</kbd> <br> z</p>"),
        ('<span lang="ko" dir="ltr">x</span>', '<p><span lang="ko" dir="ltr">x</span></p>'),
        ('<abbr title="a &lt;b&gt;">x</abbr>', '<p><abbr title="a &lt;b&gt;">x</abbr></p>'),
        ('<time datetime="2022-06-06">x</time>', '<p><time datetime="2022-06-06">x</time></p>'),
        ("<details><summary>S</summary>x</details>", "<details><summary>S</summary>x</details>"),
        ('<ol start="3"><li>x</li></ol>', '<ol start="3"><li>x</li></ol>'),
    ],
)
def test_allowed_html_stays(page, problems, text, html):
    """Elements with a meaning may be written as HTML."""
    assert page(text) == html
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('<b class="x" style="y" id="z" onclick="w">a</b>', "<p><b>a</b></p>"),
        ('<div class="table-scroll" id="fn:1">a</div>', "<div>a</div>"),
        ('<span lang="k\'o" dir="up">a</span>', "<p><span>a</span></p>"),
        ('<p align="center" target="_blank">a</p>', "<p>a</p>"),
        ('<ol start="x"><li>a</li></ol>', "<ol><li>a</li></ol>"),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("<h1>a</h1>", '<h2 id="a">a<a class="anchor" href="#a">#</a></h2>'),
        (
            "<abbr title='[@a] <h2>x</h2>'>N</abbr>",
            '<p><abbr title=" &lt;h2&gt;x&lt;/h2&gt;">N</abbr></p>',
        ),
    ],
)
def test_attributes_of_ours_cannot_be_written(page, text, html):
    """Classes, ids, styles and handlers never come from content."""
    assert page(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a <script>alert(1)</script> b", "<p>a  b</p>"),
        ("<style>p {}</style>", ""),
        ('<a href="https://a.org" rel="x">a</a>', "<p>a</p>"),
        ('x <img src="a.png" onerror="b">', "<p>x </p>"),
        ('<iframe src="https://a.org">x</iframe>', ""),
        ("<svg onload=x><a>y</a></svg>", ""),
        ("The <Netflix> show", "<p>The  show</p>"),
    ],
)
def test_other_elements_are_refused(page, problems, text, html):
    """What is not allowed is taken out and reported at its place."""
    assert page(text) == html
    assert all(" ST803 `<" in found for found in problems(text))
    assert problems(text)[0].startswith(f"1:{text.index('<') + 1}+")


def test_markdown_hidden_by_html_is_reported(problems):
    """A citation that Markdown never sees would be printed as it is written."""
    assert problems("<div>\n\nx [@a]\n\n</div>") == [
        "3:3+1 ST803 Markdown inside an HTML element is not read"
    ]


def test_table_scrolls_and_is_aligned_by_class(page):
    """A table stands in a box of its own; no style attribute sets its columns."""
    assert page("| a | b |\n|--:|---|\n| 1 | 2 |").replace("\n", "") == (
        '<div class="table-scroll"><table><thead><tr><th class="align-right">a</th><th>b</th></tr>'
        '</thead><tbody><tr><td class="align-right">1</td><td>2</td></tr></tbody></table></div>'
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`<table>\n: ", "<dl>\n<dt>`</dt><dd></dd>"),
        ("<h2><li><h2>", "<h2><li></li></h2>"),
        ("<b>a\n\nb</b>", "<p><b>a</b></p><b>\n</b><p><b>b</b></p>"),
    ],
)
def test_misnested_html_settles(page, text, html):
    """What a parser would move is moved before it is published."""
    assert page(text).startswith(html)

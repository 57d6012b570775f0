"""Links: slots for this site, plain ones for the outside, none for unsafe targets."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from seasontracker.pages.markdown import render_prose

PATH = PurePosixPath("content/shows/a/season-2/index.md")


@pytest.mark.parametrize(
    "target",
    ["show:all-of-us/season-2#cast", "../season-1/index.md#cast", "theories/nam-ra.md", "#cast"],
)
def test_internal_link_is_a_reference(prose, page, target):
    """A target in this site is listed with its place, and the page gives the URL."""
    [link] = prose(f"See\nthe [*cast*]({target}).").links

    assert link.target == target
    assert (link.location.line, link.location.column) == (2, 14)
    assert link.location.length == len(target)
    assert page(f"[x]({target})") == f'<p><a href="/{target}">x</a></p>'


def test_link_by_label_points_at_the_label(prose):
    """The place of a target that a label names is where the label is explained."""
    [link] = prose("[x][l]\n\n[l]: <show:a> 'T'").links

    assert (link.target, link.location.line, link.location.column) == ("show:a", 3, 7)


def test_broken_link_loses_its_href(page):
    """A link for which the page has no URL keeps its text."""
    assert page("[x](gone.md)") == "<p><a>x</a></p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            '[x](https://example.org/?a=1&b=2 "T")',
            '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener" title="T">x</a></p>',
        ),
        (
            "<https://example.org>",
            '<p><a href="https://example.org" rel="noopener">https://example.org</a></p>',
        ),
        ("<me@a.org>", '<p><a href="mailto:me@a.org" rel="noopener">me@a.org</a></p>'),
    ],
)
def test_external_link_passes(page, prose, text, html):
    """A link to the outside is complete at once."""
    assert page(text) == html
    assert prose(text).links == ()
    assert prose(text).diagnostics == ()


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java&#10;script:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "https:example.org",
        "ht&#9;tps://example.org",
        "/season-2/",
        "ftp://example.org",
    ],
)
def test_unsafe_link_keeps_only_its_text(page, problems, target):
    """A link that leads nowhere safe is reported at its target and taken out."""
    assert page(f"[x]({target})") == "<p>x</p>"
    [found] = problems(f"[x]({target})")
    assert found.startswith("1:5+")
    assert " ST803 " in found


def test_unsafe_autolink_is_reported(problems):
    """An automatic link is judged like any other."""
    assert problems("See <ftp://a.org/b>")[0].startswith("1:5+5 ST803 `<ftp:>`")


def test_picture_is_a_reference(prose):
    """A picture keeps its file, alternative text, title and place."""
    [picture] = prose('Text ![A "roof"](images/hyosan.svg "At night") text').pictures

    assert (picture.file, picture.alt, picture.title) == (
        "images/hyosan.svg",
        'A "roof"',
        "At night",
    )
    assert (picture.location.column, picture.location.length) == (18, 17)
    assert not picture.alone


def test_picture_alone_leaves_its_paragraph(prose, page):
    """A picture that is a whole paragraph may become a block."""
    assert prose("![a](b.svg)").pictures[0].alone
    assert page("One\n\n![a](b.svg)\n\ntwo") == '<p>One</p>\n<img src="b.svg" alt="">\n<p>two</p>'


def test_pictures_that_share_a_paragraph_leave_it(prose, page):
    """A paragraph of nothing but pictures is none."""
    text = "![a](b.svg)\n![c](d.svg) ![e](f.svg)"

    assert [picture.alone for picture in prose(text).pictures] == [True, True, True]
    assert page(text) == "\n".join(f'<img src="{one}.svg" alt="">' for one in "bdf")


@pytest.mark.parametrize(
    "text",
    [
        "Text ![a](b.svg) text",
        "**![a](b.svg)**",
        "## A ![a](b.svg)",
        "- ![a](b.svg)",
        "![a](b.svg) [@c]",
        "[!official] ![a](b.svg)",
        "| a |\n|---|\n| ![a](b.svg) |",
        "Text[^1]\n\n[^1]: ![a](b.svg)",
        "[![a](b.svg)](show:x)",
    ],
)
@pytest.mark.parametrize("quick", [True, False])
def test_picture_beside_anything_else_is_not_alone(text, quick):
    """Block markup would be invalid there, however the text is rendered."""
    assert not render_prose(text, path=PATH, quick=quick).pictures[0].alone


def test_picture_in_a_link(page):
    """A picture may be the text of a link."""
    assert page("[![a](b.svg)](show:x)") == '<p><a href="/show:x"><img src="b.svg" alt=""></a></p>'


@pytest.mark.parametrize(
    "file", ["https://a.org/x.png", "//a.org/x.png", "/x.png", "data:image/png,"]
)
def test_foreign_picture_is_refused(page, problems, file):
    """A picture from elsewhere would be a request to a third party."""
    assert page(f"![alt]({file})") == "<p>alt</p>"
    assert problems(f"![alt]({file})") == [
        f"1:8+{len(file)} ST803 `{file}` is not a picture of this site"
    ]

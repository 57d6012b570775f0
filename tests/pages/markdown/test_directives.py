"""Directive lines: where they are read, what they become, and what is wrong with them."""

from __future__ import annotations

import pytest

from seasontracker.pages.markdown import DirectiveSegment, HtmlSegment


def outline(segments):
    """Return segments as nested lists of names and HTML."""
    return [
        segment.html
        if isinstance(segment, HtmlSegment)
        else [segment.name, segment.argument, *outline(segment.children)]
        for segment in segments
    ]


def test_leaf_interrupts_a_paragraph(prose):
    """A directive needs no blank lines around it."""
    assert outline(prose("One\n::: timeline\ntwo").segments) == [
        "<p>One</p>",
        ["timeline", ""],
        "<p>two</p>",
    ]


def test_leaf_ends_a_list(prose):
    """A directive between two items makes two lists."""
    assert outline(prose("- one\n::: cast returning guest\n- two").segments) == [
        "<ul>\n<li>one</li>\n</ul>",
        ["cast", "returning guest"],
        "<ul>\n<li>two</li>\n</ul>",
    ]


def test_containers_nest(prose):
    """What stands between a container and its end are its children."""
    text = "::: spoiler S01E12\nShe dies.\n::: aside Why\n::: dates\n:::\nTail\n:::\nAfter"

    assert outline(prose(text).segments) == [
        [
            "spoiler",
            "S01E12",
            "<p>She dies.</p>",
            ["aside", "Why", ["dates", ""]],
            "<p>Tail</p>",
        ],
        "<p>After</p>",
    ]


def test_location_is_in_the_file(prose):
    """Lines are counted from the top of the file, front matter included."""
    [_, directive] = prose("Text\n\n  ::: theory nam-ra", first_line=20).segments

    assert isinstance(directive, DirectiveSegment)
    assert (directive.location.line, directive.location.column) == (22, 3)
    assert directive.location.length == len("::: theory nam-ra")


@pytest.mark.parametrize(
    "text",
    [
        "```\n::: nope\n:::\n```",
        "~~~ text\n::: nope\n~~~",
        "    ::: nope",
        "<!--\n::: nope\n-->",
        "A line with ::: nope in it",
    ],
)
def test_not_a_directive(prose, text):
    """Code, comments and running text hold no directives."""
    result = prose(text)

    assert result.diagnostics == ()
    assert not any(isinstance(segment, DirectiveSegment) for segment in result.segments)


def test_footnotes_and_labels_work_across_directives(page):
    """The text is one text, however many directives part it."""
    assert page("See [this] [^1]\n::: timeline\n[this]: https://example.org\n\n[^1]: Note") == (
        '<p>See <a href="https://example.org" rel="noopener">this</a> '
        '<sup class="footnote-ref" id="fnref:1"><a href="#fn:1" role="doc-noteref">1</a></sup></p>'
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("::: tmeline", "1:1+11 ST601 `tmeline` is not a directive"),
        ("::: spoiler\n:::", "1:1+11 ST602 `::: spoiler` needs an argument"),
        ("::: facts all", "1:1+13 ST602 `::: facts` takes no argument, but has `all`"),
        ("Text\n::: aside\nmore", "2:1+9 ST603 `::: aside` is never closed"),
        ("Text\n\n:::\n", "3:1+3 ST604 `:::` closes nothing"),
        ("::: spoilr S01\nText\n:::", "1:1+14 ST601 `spoilr` is not a directive"),
    ],
)
def test_mistake_is_reported_once(problems, text, found):
    """Each mistake is one finding at its line."""
    assert problems(text) == [found]


def test_misspelt_name_gets_a_suggestion(prose):
    """The hint names the directive that was meant."""
    [found] = prose("Hello\n::: tmeline", first_line=8).diagnostics

    assert found.hint == "did you mean `timeline`?"
    assert found.excerpt == "::: tmeline"
    assert found.location.line == 9


def test_containers_do_not_nest_without_end(problems):
    """The ninth container in a row is reported, and none of its neighbours."""
    text = "::: aside\n" * 9 + ":::\n" * 9

    assert problems(text) == ["9:1+9 ST116 `::: aside` stands inside more than 8 others"]

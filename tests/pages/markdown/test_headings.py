"""Headings: ids, levels, and what the table of contents sees."""

from __future__ import annotations

from seasontracker.pages.markdown import HtmlSegment, fill


def test_heading_has_id_and_slot(page):
    """Every heading gets an id of its words and a slot at its end."""
    assert page("# The cast\n\n### Who *returns*?") == (
        '<h2 id="the-cast">The cast<a class="anchor" href="#the-cast">#</a></h2>\n'
        '<h3 id="who-returns">Who <em>returns</em>?<a class="anchor" href="#who-returns">#</a></h3>'
    )


def test_ids_are_unique_and_never_empty(prose):
    """Letters of all scripts count, repeats are numbered, signs alone still get an id."""
    text = "## 지금 우리\n\n## 지금 우리\n\n## 지금 우리 2\n\n## ?!\n\n## Cast & Crew"

    assert [heading.id for heading in prose(text).headings] == [
        "지금-우리",
        "지금-우리-2",
        "지금-우리-2-2",
        "section",
        "cast-crew",
    ]


def test_ids_are_unique_across_directives(prose):
    """All segments of a text share their ids, and the prefix stands before each."""
    headings = prose("## A\n::: aside\n## A\n:::\n## A", id_prefix="theory-x-").headings

    assert [heading.id for heading in headings] == ["theory-x-a", "theory-x-a-2", "theory-x-a-3"]


def test_table_of_contents_sees_only_words(prose):
    """Links, citations, marks and pictures stay out of the heading's own HTML."""
    [heading] = prose('## [A](show:a) `b` & "c" [@d] [!official] ![e](f.svg)').headings

    assert heading.html == "A <code>b</code> &amp; “c”"
    assert heading.text == "A b & “c”"


def test_heading_knows_the_spoiler_around_it(prose):
    """A table of contents must not tell what a spoiler hides."""
    text = "## A\n::: spoiler S01\n::: aside\n## B\n:::\n:::\n## C"

    assert [heading.spoils for heading in prose(text).headings] == ["", "S01", ""]


def test_empty_heading_is_dropped(prose):
    """A heading without words would be an empty stop for screen readers."""
    result = prose("#\n\nText")

    assert result.headings == ()
    assert result.segments == (HtmlSegment("<p>Text</p>"),)


def test_heading_link_is_optional(prose):
    """A page without heading links leaves the slot empty."""
    [segment] = prose("## A").segments
    assert isinstance(segment, HtmlSegment)
    nothing = fill(segment.html, citation=str, mark=str, link=lambda link: link.target, picture=str)

    assert nothing == '<h2 id="a">A</h2>'


def test_heading_in_a_spoiler_has_an_id_without_its_words(prose):
    """An address says nothing of what is folded away; the premise is no secret."""
    text = (
        "::: spoiler S01E02\n## He dies\n## She too\n:::\n\n::: spoiler premise\n## Begins\n:::\n"
    )

    assert [heading.id for heading in prose(text).headings] == ["section", "section-2", "begins"]

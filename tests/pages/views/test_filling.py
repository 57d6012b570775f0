"""What a page puts into rendered prose."""

from __future__ import annotations

from typing import Any


def index(body: str) -> str:
    return f"---\nheadline: H\npublished: 2022-02-18\n---\n\n{body}\n"


def html(built: Any) -> str:
    article, builder = built.article()
    assert builder.found == []
    return "".join(block.html for block in article.blocks) + article.footnotes_html


def test_citation_becomes_a_number(stage: Any) -> None:
    """A citation leads to the list, and the same source keeps its number."""
    found = html(stage({"season-1/index.md": index("A.[@b] B.[@a; @b]")}))

    assert found.count('href="#source-1"') == 2
    assert found.count('href="#source-2"') == 1
    assert 'id="cite-1-2"' in found


def test_mark_becomes_a_word(stage: Any) -> None:
    """A mark in the text is drawn as everywhere."""
    assert 'data-certainty="rumour">Rumour<' in html(
        stage({"season-1/index.md": index("It is said [!rumour].")})
    )


def test_links_lead_to_permalinks(stage: Any) -> None:
    """A link to the page itself is only its anchor; every link is noted for checking."""
    body = "[a](#here) [b](index.md) [c](show:other/season-3#cast) [d](gone.txt)\n\n## Here"
    built = stage({"season-1/index.md": index(body)})
    found = html(built)
    _, builder = built.article()

    assert '<a href="#here">a</a>' in found
    assert '<a href="/shows/severance/season-1/">b</a>' in found
    assert '<a href="/shows/other/season-3/#cast">c</a>' in found
    assert "<a>d</a>" in found
    assert [(link.permalink, link.anchor, link.location.line) for link in builder.links] == [
        ("/shows/severance/season-1/", "here", 6),
        ("/shows/severance/season-1/", "", 6),
        ("/shows/other/season-3/", "cast", 6),
        ("", "", 6),
    ]
    assert builder.links[0].excerpt == body.split("\n", 1)[0]


def test_footnotes_are_filled_too(stage: Any) -> None:
    """A footnote may cite, mark and link."""
    found = html(stage({"season-1/index.md": index("A.[^1]\n\n[^1]: [@a] [x](show:other)")}))

    assert 'href="#source-1"' in found
    assert 'href="/shows/other/"' in found

"""The article's body: what stands where, once, with its own id, and what is said when empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from seasontracker.pages.views.article import Block
from seasontracker.pages.views.components import DEFAULT_ORDER

THEORY = "---\nquestion: {0}?\nproposed: 2022-01-01\n---\n\n{1}\n"
STATUS = "- {date: 2021-01-01, release: 2022, confidence: reported, source: a}\n"
MEDIA = """
videos:
  one: {title: One, video_id: aaaaaaaaaaa, kind: clip, published: 2022-01-01}
  two: {title: Two, video_id: bbbbbbbbbbb, kind: clip, published: 2022-01-02}
  late: {title: Late, video_id: ccccccccccc, kind: trailer, published: 2030-01-01}
images:
  roof: {file: images/roof.svg, alt: A roof, credit: C, license: L}
offers:
  - {provider: P, type: free, source: b}
"""


def index(body: str, front: str = "") -> str:
    return f"---\nheadline: H\npublished: 2022-02-18\n{front}---\n\n{body}\n"


def kinds(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.id) for block in blocks if block.kind != "prose"]


def inside(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from inside(block.children)
        for body in block.body if isinstance(block.body, tuple) else (block.body,):
            yield from inside(getattr(body, "blocks", ()))


def test_body_of_a_headline_alone_is_empty(stage: Any) -> None:
    """An article with nothing but a headline has no blocks, and nothing is wrong with it."""
    article, builder = stage({"season-1/index.md": index("")}).article()

    assert (article.blocks, article.toc, builder.found) == ((), (), [])


def test_body_appends_what_is_not_placed(stage: Any) -> None:
    """Components follow the prose in the default order, each with heading and entry."""
    article, _ = stage(
        {
            "season-1/index.md": index("Text.", "synopsis: S\n"),
            "season-1/status.yaml": STATUS,
            "season-1/media.yaml": MEDIA,
            "season-1/images/roof.svg": "<svg/>",
            "season-1/theories/why.md": THEORY.format("Why", ""),
            "season-1/episodes.yaml": "- {number: 1}\n",
            "cast.yaml": "people: {p: P}\ncharacters: {x: {played_by: p}}\n",
            "season-1/cast.yaml": "x: {}\n",
        }
    ).article()

    assert kinds(article.blocks) == [(name, name) for name in DEFAULT_ORDER]
    assert [entry.id for entry in article.toc] == list(DEFAULT_ORDER)
    assert all(block.heading for block in article.blocks[1:])


@pytest.mark.parametrize("name", ["dates", "timeline", "cast", "episodes", "theories", "synopsis"])
def test_body_says_that_a_placed_component_is_empty(stage: Any, name: str) -> None:
    """Where the editor placed a component, words stand for it while there is nothing to show."""
    article, builder = stage({"season-1/index.md": index(f"::: {name}")}).article()

    assert kinds(article.blocks) == [("empty", name)]
    assert article.blocks[0].html.endswith(".")
    assert builder.found == []


def test_body_keeps_the_anchor_of_what_is_to_come(stage: Any) -> None:
    """A link to a video or theory leads to its place before there is anything in it."""
    article, builder = stage(
        {
            "season-1/index.md": index("::: video late\n\n::: theory next\n", "hide: videos\n"),
            "season-1/media.yaml": MEDIA,
            "season-1/images/roof.svg": "<svg/>",
            "season-1/theories/next.md": "---\nquestion: Q\nproposed: 2030\n---\n",
        }
    ).article()

    assert kinds(article.blocks)[:2] == [("empty", "video-late"), ("empty", "theory-next")]
    assert builder.found == []


def test_body_heading_is_the_anchor_of_what_it_is_above(stage: Any) -> None:
    """A component under a heading of its own name needs no second id."""
    article, _ = stage(
        {
            "season-1/index.md": index("## Timeline\n\n::: timeline\n"),
            "season-1/status.yaml": STATUS,
        }
    ).article()

    assert ("timeline", "") in kinds(article.blocks)


def test_body_heading_without_its_component_takes_no_id_from_it(stage: Any) -> None:
    """Prose about the cast does not collide with the cast that follows it."""
    article, _ = stage(
        {"season-1/index.md": index("## Timeline\n\nText.\n"), "season-1/status.yaml": STATUS}
    ).article()

    assert ("timeline", "timeline-2") in kinds(article.blocks)
    assert [entry.id for entry in article.toc] == ["timeline", "dates", "timeline-2"]


def test_body_heading_takes_no_id_from_the_frame(stage: Any) -> None:
    """Headings called as the page's own sections get a number."""
    body = "## Sources\n\n## Key facts\n\n## Source 1\n\n## Cite 1 1\n"
    article, _ = stage({"season-1/index.md": index(body)}).article()

    assert [one.id for one in article.toc] == [
        "sources-2",
        "key-facts-2",
        "source-1-2",
        "cite-1-1-2",
    ]


def test_body_theory_stands_once(stage: Any) -> None:
    """Placed twice, and by its own argument, a theory is on the page once; the others follow."""
    body = "::: theory a\n\n::: theory a\n\n::: theories\n\n::: theories\n"
    article, _ = stage(
        {
            "season-1/index.md": index(body),
            "season-1/theories/a.md": THEORY.format("A", "::: theory a\n\n::: theories"),
            "season-1/theories/b.md": THEORY.format("B", "::: theory a\n\nText."),
        }
    ).article()

    cards = [one.body for one in inside(article.blocks) if one.kind == "theory"]
    cards += [body for one in inside(article.blocks) if one.kind == "theories" for body in one.body]
    assert sorted(card.card.question for card in cards) == ["A?", "B?"]
    assert Counter(card.card.id for card in cards) == {"theory-a": 1, "theory-b": 1}


def test_body_follows_up_on_single_theories_and_videos(stage: Any) -> None:
    """One that is placed does not hide the others, which follow under another heading."""
    article, _ = stage(
        {
            "season-1/index.md": index("::: theory b\n\n::: video two\n"),
            "season-1/media.yaml": MEDIA,
            "season-1/images/roof.svg": "<svg/>",
            "season-1/theories/a.md": THEORY.format("A", ""),
            "season-1/theories/b.md": THEORY.format("B", ""),
        }
    ).article()

    placed, rest = article.blocks[0], article.blocks[-1]
    assert (placed.kind, placed.id, placed.body.card.question) == ("theory", "theories", "B?")
    assert (rest.kind, rest.heading) == ("theories", "More theories")
    assert [one.card.question for one in rest.body] == ["A?"]
    videos = next(one for one in article.blocks if one.kind == "videos")
    assert ([one.id for one in videos.body], videos.heading) == (["one"], "More videos")


def test_body_ids_of_theories_are_unique(stage: Any) -> None:
    """Cards, evidence and headings of theories with kindred names do not share an id."""
    evidence = (
        "evidence:\n  - {id: b, date: 2022, bears: for, kind: official, text: T, source: a}\n"
    )
    one = f"---\nquestion: A\nproposed: 2022-01-01\n{evidence}---\n\n## B\n"
    article, _ = stage(
        {
            "season-1/theories/a.md": one,
            "season-1/theories/a-b.md": THEORY.format("A b", "## C"),
            "season-1/index.md": index("## Theory a\n\nText."),
        }
    ).article()

    cards = [
        body.card for block in article.blocks if block.kind == "theories" for body in block.body
    ]
    ids = [card.id for card in cards]
    ids += [item.id for card in cards for side in card.sides for item in side.items]
    ids += ["theory-a", "theory-a-b"]  # of the headings
    assert len(set(ids)) == len(ids)


def test_body_numbers_sources_in_the_order_of_the_page(stage: Any) -> None:
    """What stands higher is cited with the lower number, footnotes last."""
    body = "First.[@c] Second.[^1]\n\n::: where-to-watch\n\n::: timeline\n\n[^1]: A note.[@d]\n"
    article, builder = stage(
        {
            "sources.yaml": "".join(f"{one}: {{publisher: {one}}}\n" for one in "abcd"),
            "season-1/index.md": index(body, "hide: [dates, videos]\n"),
            "season-1/status.yaml": STATUS.replace("release: 2022", "renewal: ordered"),
            "season-1/media.yaml": MEDIA,
            "season-1/images/roof.svg": "<svg/>",
        }
    ).article()

    assert builder.found == []
    assert [line.publisher for line in article.sources] == ["a", "c", "b", "d"]
    assert [line.number for line in article.sources] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("::: video three", "ST306", "`three` is not a video of `media.yaml`"),
        ("::: image root", "ST306", "`root` is not an image of `media.yaml`"),
        ("::: theory why", "ST306", "`why` is not a theory of this season"),
        ("::: cast x y", "ST302", "`x` is neither a status nor a character of this season"),
        ("::: episodes 7", "ST602", "`7` is not the number of a season of this show"),
        ("::: episodes \u00b2", "ST602", "`\u00b2` is not the number of a season of this show"),
        ("::: episodes 01", "ST602", "`01` is not the number of a season of this show"),
        ("Text.[@zeta]", "ST301", "`zeta` is not in `sources.yaml`"),
        ("![Alt](images/root.svg)", "ST805", "`images/root.svg` is not an image of `media.yaml`"),
        *(
            (line, "ST813", "`images/roof.svg` does not stand in a paragraph of its own")
            for line in (
                "Text ![Alt](images/roof.svg) more.",
                "**![Alt](images/roof.svg)**",
                "## Heading ![Alt](images/roof.svg)",
                "- ![Alt](images/roof.svg)",
                "[![Alt](images/roof.svg)](https://example.org/)",
                "Text.[^1]\n\n[^1]: ![Alt](images/roof.svg)",
            )
        ),
    ],
)
def test_body_reports_what_is_not_there(stage: Any, line: str, code: str, message: str) -> None:
    """An id that nothing defines is a finding at its line, with that line."""
    _, builder = stage(
        {
            "season-1/index.md": index(f"Text.\n\n{line}"),
            "season-1/media.yaml": MEDIA,
            "season-1/images/roof.svg": "<svg/>",
        }
    ).article()

    finding = builder.found[0]
    assert (finding.code.value, finding.message) == (code, message)
    assert finding.location.line == 8 + line.count("\n")
    assert finding.excerpt == line.splitlines()[-1]


def test_body_looks_at_theories_to_come(stage: Any) -> None:
    """A source that is missing is found today, not on the day the theory is proposed."""
    _, builder = stage(
        {
            "season-1/theories/next.md": "---\nquestion: Q\nproposed: 2030\n---\n\nText.[@zeta]\n",
            "season-1/theories/gone.md": THEORY.format("Q", "Text.[@eta]"),
            "season-1/index.md": index("", "hide: theories\n"),
        }
    ).article()

    assert sorted(one.message for one in builder.found) == [
        "`eta` is not in `sources.yaml`",
        "`zeta` is not in `sources.yaml`",
    ]


def test_body_finds_pictures_from_a_theory(stage: Any) -> None:
    """A theory names a picture from its own folder, or from the season's."""
    _, builder = stage(
        {
            "season-1/theories/a.md": THEORY.format(
                "A", "![x](../images/roof.svg)\n\n![x](images/roof.svg)\n\n![x](./images/roof.svg)"
            ),
            "season-1/media.yaml": MEDIA,
            "season-1/images/roof.svg": "<svg/>",
        }
    ).article()

    assert builder.found == []


def test_body_reports_a_spoiler_without_a_position(stage: Any) -> None:
    """A heading inside a spoiler of who knows what is not in the table of contents."""
    article, builder = stage(
        {"season-1/index.md": index("::: spoiler all\n## Hidden\n:::\n")}
    ).article()

    assert [one.message for one in builder.found] == ["`all` is not a spoiler position"]
    assert article.toc == ()


def test_body_leaves_out_folded_headings(stage: Any) -> None:
    """The table of contents names no heading inside of a spoiler, whoever may read it."""
    body = "## Open\n\n::: spoiler S01E02\n## Hidden\n:::\n\n::: spoiler S00\n## Old\n:::\n"
    article, _ = stage({"season-1/index.md": index(body)}).article()

    assert [entry.text for entry in article.toc] == ["Open"]

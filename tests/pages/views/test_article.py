"""The article as a whole, and what stands at its head."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from seasontracker.pages.views.article import build_article, quote_view, synopsis_view
from seasontracker.pages.views.folds import Fold
from seasontracker.pages.views.head import FollowLinks

SYNOPSIS = "synopsis: {{text: S, date: {0}, source: a}}\n"


def index(front: str) -> str:
    return f"---\nheadline: H\npublished: 2022-02-18\n{front}---\n"


def test_article_of_a_headline_alone(stage: Any) -> None:
    """Nothing but a headline is needed, and the headline stands in for the description."""
    article, _ = stage({"season-1/index.md": index("")}).article()

    assert (article.headline, article.deck, article.description) == ("H", "", "H")
    assert (article.picture, article.quote, article.modified, article.authors) == (
        None,
        None,
        None,
        (),
    )
    assert (article.others, article.sources, article.updates) == ((), (), ())
    assert article.answer.sentences
    assert article.answer.horizon is None


def test_article_before_it_was_published(stage: Any) -> None:
    """On an earlier day there is no day of publication to show."""
    assert stage().article()[0].published is not None
    assert stage(today="2020-01-01").article()[0].published is None


def test_article_calls_other_seasons_by_their_names(stage: Any) -> None:
    """Specials are called as they call themselves; the season itself is not among the others."""
    built = stage({"season-0/index.md": index("name: Specials\n"), "season-2/index.md": index("")})

    assert [(one.id, one.text) for one in built.article(2)[0].others] == [
        ("/shows/severance/season-0/", "Specials"),
        ("/shows/severance/season-1/", "Season\N{NO-BREAK SPACE}1"),
    ]
    assert built.article(0)[0].season == "Specials"


def test_article_shows_no_picture_at_its_head_that_spoils(stage: Any) -> None:
    """A picture that is folded in the text is not open above it."""
    media = "images: {roof: {file: images/roof.svg, alt: A, credit: C, license: L}}\n"
    built = stage(
        {
            "season-1/index.md": index("picture: roof\n"),
            "season-1/media.yaml": media,
            "season-1/images/roof.svg": "<svg/>",
        }
    )
    article, _ = built.article()
    [picture] = built.pictures().values()
    folded = build_article(
        built.context(),
        built.season(),
        modified=None,
        facts=(),
        quote=None,
        picture=replace(picture, spoils="S01"),
        blocks=(),
        toc=(),
        footnotes_html="",
        updates=(),
        follow=FollowLinks("/feed.xml", "/feed.json"),
    )

    assert article.picture == picture
    assert folded.picture is None


def test_synopsis_waits_for_its_day(stage: Any) -> None:
    """What the season is about is not there before it was said; a month counts from its first."""
    files = {"season-1/index.md": index(SYNOPSIS.format("2026-11"))}
    now, before = stage(files), stage(files, today="2026-10-31")

    found = synopsis_view(now.context(), now.season())
    assert found is not None
    assert (found.text, found.when.iso if found.when else "", found.fold) == (
        "S",
        "2026-11",
        None,
    )
    assert synopsis_view(before.context(), before.season()) is None


def test_quote_may_be_folded(stage: Any) -> None:
    """A quotation that gives the season away is opened by the reader."""
    built = stage({"season-1/index.md": index("quote: {text: T, spoils: S01, source: a}\n")})
    found = quote_view(built.context(), built.season())

    assert found is not None
    assert (found.text, found.speaker, found.fold) == ("T", "", Fold("S01", is_open=False))
    assert [cite.number for cite in found.cites] == [1]
    assert quote_view(stage({"season-1/index.md": index("")}).context(), stage().season()) is None


def test_videos_do_not_show_what_is_folded(stage: Any) -> None:
    """A video that is open has no poster that gives something away."""
    media = """
images: {roof: {file: images/roof.svg, alt: A, credit: C, license: L}}
videos: {v: {title: T, video_id: aaaaaaaaaaa, kind: clip, published: 2022-01-01, poster: roof}}
"""
    files = {"season-1/media.yaml": media, "season-1/images/roof.svg": "<svg/>"}
    built = stage(files)
    pictures = built.pictures()
    open_view = built.block("videos").body[0]
    built.pictures = lambda number=1: {"roof": replace(pictures["roof"], spoils="S01")}

    assert open_view.poster == pictures["roof"]
    assert built.block("videos").body[0].poster is None

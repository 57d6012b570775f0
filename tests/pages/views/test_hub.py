"""The hub of a show."""

from __future__ import annotations

from typing import Any

from seasontracker.pages.views.folds import Fold
from seasontracker.pages.views.head import FollowLinks
from seasontracker.pages.views.hub import MOST_PEOPLE, HubView, hub_view

FOLLOW = FollowLinks("/feed.xml", "/feed.json")
SECOND = "---\nheadline: H2\npublished: 2022-02-18\n---\n"


def hub(built: Any) -> HubView:
    number = max(built.standings, default=0)
    picture = built.pictures(number).get("roof") if number else None
    return hub_view(
        built.context(), built.listing(), list(built.standings.values()), picture, FOLLOW
    )


def test_hub_of_a_show_without_seasons(stage: Any) -> None:
    """A show that is only a name has a hub."""
    found = hub(stage({"season-1/index.md": None}))

    assert (found.seasons, found.people, found.news, found.moved) == ((), (), (), None)
    assert found.title == "Severance"


def test_hub_lists_seasons_newest_first(stage: Any) -> None:
    """The hub speaks first of the newest season."""
    found = hub(stage({"season-2/index.md": SECOND}))

    assert [tile.headline for tile in found.seasons] == ["H2", "Severance season 1"]


def test_hub_cites_only_what_it_shows(stage: Any) -> None:
    """Every number is of a source that is cited on the page, in its order."""
    people = "".join(f"  p{number}: P {number}\n" for number in range(20))
    parts = "".join(f"  c{number}: {{played_by: p{number}}}\n" for number in range(20))
    claims = "".join(
        f"c{number}: {{claims: [{{date: 2024-01-01, status: new, confidence: official, "
        f"source: s{number}}}]{', spoils: S01E01' if number == 1 else ''}}}\n"
        for number in range(20)
    )
    found = hub(
        stage(
            {
                "show.yaml": "title: S\nnetwork: N\nsummary: S\ncrew:\n"
                "  - {name: Ada, role: creator, source: last}\n",
                "sources.yaml": "last: {publisher: last}\n"
                + "".join(f"s{number}: {{publisher: s{number}}}\n" for number in range(20)),
                "cast.yaml": f"people:\n{people}characters:\n{parts}",
                "season-1/cast.yaml": claims,
            }
        )
    )

    shown = [number for number in range(20) if number != 1][:MOST_PEOPLE]
    assert [card.id for card in found.people] == [f"c{number}" for number in shown]
    assert [line.publisher for line in found.sources] == [*(f"s{one}" for one in shown), "last"]
    backs = [back for line in found.sources for back in line.backs]
    cites = [cite.id for card in found.people for cite in card.cites]
    assert backs == [*cites, found.facts[-1].cites[0].id]


def test_hub_gives_no_season_away(stage: Any) -> None:
    """Whoever reads about a show may have seen nothing of it, so old fates are folded as well."""
    cast = "people: {p: P}\ncharacters:\n"
    cast += "  x: {name: X, played_by: p}\n  y: {name: Y, played_by: p, spoils: S01E05}\n"
    found = hub(
        stage(
            {
                "cast.yaml": cast,
                "season-1/cast.yaml": "x: {fate: {state: missing}}\n",
                "season-2/index.md": SECOND,
                "season-2/cast.yaml": "x: {}\ny: {}\n",
            }
        )
    )

    [card] = found.people
    assert card.fate is not None
    assert (card.id, card.fate.fold) == ("x", Fold("S01", is_open=False))


def test_hub_shows_no_picture_that_spoils(stage: Any) -> None:
    """A picture of the first season may be open in the second's article, and not here."""
    image = (
        "images: {{roof: {{file: images/roof.svg, alt: A, credit: C, license: L, spoils: {0}}}}}\n"
    )
    files = {"season-1/images/roof.svg": "<svg/>"}

    assert hub(stage({**files, "season-1/media.yaml": image.format("none")})).picture is not None
    assert hub(stage({**files, "season-1/media.yaml": image.format("S01")})).picture is None


def test_hub_joins_crew_of_one_role(stage: Any) -> None:
    """Two directors are one line, with the names of both in their own script."""
    show = "title: S\nnetwork: N\nsummary: S\nlanguage: ko\ncrew:\n"
    show += "  - {name: A, role: director, original_name: 가, source: a}\n"
    show += "  - {name: B, role: director, original_name: 나, source: b}\n"
    [fact] = [one for one in hub(stage({"show.yaml": show})).facts if one.term == "Director"]

    assert (fact.value, fact.original, fact.language) == ("A, B", "가, 나", "ko")
    assert [cite.number for cite in fact.cites] == [1, 2]

"""Where to watch: by region, and only what can be had."""

from __future__ import annotations

from typing import Any

from seasontracker.pages.views.offers import OfferGroup, offer_groups

OUT = "- {date: 2022-01-01, release: 2022-01-01, confidence: official, source: a}\n"


def groups(built: Any, number: int = 1) -> tuple[OfferGroup, ...]:
    offers = built.loaded(number).media.value.offers
    return offer_groups(built.context(), offers, number, built.standings)


def media(*offers: str) -> str:
    return "offers:\n" + "".join(f"  - {{provider: {one}}}\n" for one in offers)


def test_offers_are_grouped_by_region(stage: Any) -> None:
    """Worldwide first, then by code; the order within a list of regions does not matter."""
    text = media(
        "A, type: rent, region: [NO, KR]",
        "B, type: buy, region: [KR, NO, KR]",
        "C, type: free",
        'D, type: ads, region: ["*", US]',
        "E, type: broadcast, region: XK",
    )
    found = groups(stage({"season-1/media.yaml": text}))

    assert [(group.region, [row.provider for row in group.rows]) for group in found] == [
        ("Worldwide", ["C", "D"]),
        ("South Korea, Norway", ["A", "B"]),
        ("Kosovo", ["E"]),
    ]


def test_offers_are_numbered_as_they_stand(stage: Any) -> None:
    """The source of what stands first has the lower number, wherever it was written."""
    text = media("A, type: rent, region: NO, source: a", "B, type: free, source: b")
    found = groups(stage({"season-1/media.yaml": text}))

    assert [cite.number for group in found for row in group.rows for cite in row.cites] == [1, 2]
    assert found[0].rows[0].provider == "B"


def test_offers_that_have_ended_are_left_out(stage: Any) -> None:
    """The last day is still there, and a month lasts until its end."""
    text = media("A, type: rent, ends: 2026-11-21", "B, type: rent, ends: 2026-11-22",
                 "C, type: rent, ends: 2026-11", "D, type: rent, ends: 2026-10")  # fmt: skip
    [group] = groups(stage({"season-1/media.yaml": text}))

    assert [row.provider for row in group.rows] == ["B", "C"]


def test_offers_to_come_say_when(stage: Any) -> None:
    """One is open once it has surely begun, and the season is out."""
    text = media(
        "A, type: rent, starts: 2026-11-22",
        "B, type: rent, starts: 2026-11-23",
        "C, type: rent, starts: 2026-Q4",
        "D, type: rent, starts: 2026-Q3",
        "E, type: rent, starts: ..2026-01",
        "F, type: rent, starts: 2026..",
        "G, type: rent, starts: tba",
    )
    [group] = groups(stage({"season-1/media.yaml": text, "season-1/status.yaml": OUT}))

    assert {row.provider: row.is_open for row in group.rows} == {
        **dict.fromkeys("ADE", True),
        **dict.fromkeys("BCFG", False),
    }
    assert [row.starts == "" for row in group.rows] == [row.is_open for row in group.rows]


def test_offers_of_a_season_to_come_are_not_open(stage: Any) -> None:
    """Where a season will be can be said before it is there; another season may be there now."""
    files = {
        "season-1/status.yaml": OUT,
        "season-2/index.md": "---\nheadline: H\npublished: 2022-02-18\n---\n",
        "season-2/media.yaml": media("A, type: free", "B, type: free, season: 1"),
    }
    [group] = groups(stage(files), 2)

    assert [(row.season, row.is_open) for row in group.rows] == [
        ("Season\N{NO-BREAK SPACE}2", False),
        ("Season\N{NO-BREAK SPACE}1", True),
    ]


def test_offers_are_not_checked_in_the_future(stage: Any) -> None:
    """On an earlier day nobody had looked yet."""
    files = {"season-1/media.yaml": media("A, type: free, checked: 2026-11-22")}

    assert groups(stage(files))[0].rows[0].checked is not None
    assert groups(stage(files, today="2026-11-21"))[0].rows[0].checked is None

"""What a show's graph says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SHOW = "https://example.org/tracker/shows/harbor/"


def series(graph: dict[str, Any]) -> dict[str, Any]:
    """Return a graph's series."""
    found: list[dict[str, Any]] = [node for node in graph["@graph"] if node["@type"] == "TVSeries"]
    assert len(found) == 1
    return found[0]


def test_series_is_told_whole(views: Callable[..., Any]) -> None:
    """Names, makers, origin and other addresses are those of `show.yaml`."""
    found = series(views().show())

    assert found["@id"] == f"{SHOW}#series"
    assert found["alternateName"] == ["하버 나인", "H9"]
    assert found["sameAs"] == [
        "https://www.imdb.com/title/tt0000003/",
        "https://www.themoviedb.org/tv/2",
        "https://thetvdb.com/dereferrer/series/4",
        "https://trakt.tv/shows/harbour-nine",
        "https://www.tvmaze.com/shows/1",
        "https://www.wikidata.org/wiki/Q5",
    ]
    assert [country["name"] for country in found["countryOfOrigin"]] == [
        "South Korea",
        "United Kingdom",
    ]
    assert [person["name"] for person in found["director"]] == ["Ana Voss", "Bo Lind"]
    assert found["musicBy"] == [{"@type": "Person", "name": "Di Okoro"}]
    assert found["isBasedOn"] == {"@type": "CreativeWork", "name": "The Pier"}
    assert found["startDate"] == "2024-03-01"


def test_series_contains_what_comes_and_counts_what_is_out(views: Callable[..., Any]) -> None:
    """A promised season is contained; only seasons that can be watched are counted."""
    found = series(views().show())

    assert found["containsSeason"] == [
        {"@id": f"{SHOW}season-1/#season"},
        {"@id": f"{SHOW}season-2/#season"},
    ]
    assert found["numberOfSeasons"] == 1


def test_series_with_a_gap_is_not_counted(views: Callable[..., Any]) -> None:
    """A site that tells of season 2 alone does not know how many there are."""
    files: dict[str, str | None] = {
        f"content/shows/harbor/season-1/{name}": None
        for name in ("index.md", "status.yaml", "cast.yaml", "episodes.yaml")
    }
    released = "- {date: 2026-01-05, release: 2026-03-01, confidence: official}"
    files |= {"content/shows/harbor/season-2/status.yaml": released}

    assert "numberOfSeasons" not in series(views(files).show())


def test_series_does_not_contain_what_was_cancelled(views: Callable[..., Any]) -> None:
    """A season that will never be made is none of the series'."""
    claims = "- {date: 2026-01-05, renewal: cancelled, confidence: official}"
    files = {"content/shows/harbor/season-2/status.yaml": claims}

    graph = views(files).show()

    assert series(graph)["containsSeason"] == [{"@id": f"{SHOW}season-1/#season"}]
    assert "Person" not in [node["@type"] for node in graph["@graph"]]


def test_series_before_its_premiere_has_no_start(views: Callable[..., Any]) -> None:
    """A premiere to come is a plan."""
    assert "startDate" not in series(views(today="2024-02-01").show())


def test_series_page_shows_its_picture(views: Callable[..., Any]) -> None:
    """The hub's picture is the series' and the page's."""
    graph = views().show()
    page = next(node for node in graph["@graph"] if node["@type"] == "WebPage")

    assert series(graph)["image"] == [{"@id": f"{SHOW}#image-lead"}]
    assert page["primaryImageOfPage"] == {"@id": f"{SHOW}#image-lead"}
    assert page["mainEntity"] == {"@id": f"{SHOW}#series"}

"""What a season's graph says, and what it leaves to the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PAGE = "https://example.org/tracker/shows/harbor/season-2/"
STATUS = "content/shows/harbor/season-2/status.yaml"


def of_type(graph: dict[str, Any], type_name: str) -> list[dict[str, Any]]:
    """Return a graph's nodes of a type."""
    return [node for node in graph["@graph"] if node["@type"] == type_name]


def the(graph: dict[str, Any], type_name: str) -> dict[str, Any]:
    """Return a graph's only node of a type."""
    (found,) = of_type(graph, type_name)
    return found


def test_article_says_who_wrote_it_and_when(views: Callable[..., Any]) -> None:
    """Dates are midnights of the site's zone, and a byline is nobody's claim to be a person."""
    article = the(views().season(2), "NewsArticle")

    assert article["@id"] == f"{PAGE}#article"
    assert article["datePublished"] == "2026-01-06T00:00:00+00:00"
    assert article["dateModified"] == "2026-02-01T00:00:00+00:00"
    assert [(author["@type"], author["name"]) for author in article["author"]] == [
        ("Organization", "Kim Doe"),
        ("Organization", "The editors"),
    ]
    assert article["about"] == {"@id": f"{PAGE}#season"}
    assert article["mainEntityOfPage"] == {"@id": PAGE}


def test_article_in_summer_has_summer_time(views: Callable[..., Any]) -> None:
    """The offset is that of the day."""
    files = {
        "content/shows/harbor/season-2/index.md": "---\nheadline: X\npublished: 2026-07-01\n---\n"
    }

    article = the(views(files).season(2), "NewsArticle")

    assert article["datePublished"] == "2026-07-01T00:00:00+01:00"


def test_article_cites_the_sources_that_it_shows(views: Callable[..., Any]) -> None:
    """A source's month is no day, so it stays on the page."""
    citations = the(views().season(2), "NewsArticle")["citation"]

    assert citations == [
        {
            "@type": "CreativeWork",
            "name": "Season 2 announced",
            "url": "https://example.tv/news?a=1&b=2",
            "publisher": {"@type": "Organization", "name": "Example TV"},
            "datePublished": "2026-01-05",
        },
        {
            "@type": "CreativeWork",
            "publisher": {"@type": "Organization", "name": "Weekly"},
        },
    ]


def test_article_names_nobody_who_spoils_or_is_a_guess(views: Callable[..., Any]) -> None:
    """Folded, spoiling, rumoured and departing parts are left out; one player is one person."""
    graph = views().season(2)
    person = "https://example.org/tracker/people/mia/#person"

    assert the(graph, "TVSeason")["actor"] == [
        {"@type": "PerformanceRole", "actor": {"@id": person}, "characterName": "The Captain"},
        {"@type": "PerformanceRole", "actor": {"@id": person}, "characterName": "The Twin"},
    ]
    assert the(graph, "Person") == {
        "@type": "Person",
        "@id": person,
        "name": "Mia Stone",
        "alternateName": "미아",
        "sameAs": "https://www.imdb.com/name/nm0000001/",
    }


def test_article_of_a_released_season_names_its_cast(views: Callable[..., Any]) -> None:
    """Parts of a season that is out need no claim, but still must not spoil."""
    people = of_type(views().season(1), "Person")

    assert [person["name"] for person in people] == ["Mia Stone", "Leo Park"]


def test_article_shows_no_picture_that_is_folded(views: Callable[..., Any]) -> None:
    """What stands in a spoiler or under a spoiling theory is not in the graph."""
    images = of_type(views().season(2), "ImageObject")

    assert [image["@id"] for image in images] == [f"{PAGE}#image-lead", f"{PAGE}#image-map"]
    assert images[0]["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "license" not in images[1]


def test_article_shows_no_picture_that_spoils(views: Callable[..., Any]) -> None:
    """A picture that stands open for readers of season 1 does not leave the page."""
    path = "content/shows/harbor/season-2/media.yaml"
    images = "images:\n  map: {file: images/map.svg, alt: A, credit: B, license: C, spoils: S01}\n"
    index = "---\nheadline: X\npublished: 2026-01-06\npicture: map\n---\n\n::: image map\n"
    files = {path: images, path.replace("media.yaml", "index.md"): index}
    files[path.replace("media.yaml", "theories/who.md")] = (
        "---\nquestion: A?\nproposed: 2026\n---\n"
    )

    assert of_type(views(files).season(2), "ImageObject") == []


def test_article_video_plays_without_cookies(views: Callable[..., Any]) -> None:
    """The teaser is the season's trailer; the clip that spoils is not there."""
    graph = views().season(2)

    assert the(graph, "VideoObject") == {
        "@type": "VideoObject",
        "@id": f"{PAGE}#video-teaser",
        "name": "A teaser",
        "description": "A teaser",
        "uploadDate": "2026-01-05",
        "thumbnailUrl": f"{PAGE}images/lead.png",
        "embedUrl": "https://www.youtube-nocookie.com/embed/abcdefghijk",
        "url": "https://www.youtube.com/watch?v=abcdefghijk",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "Example TV"},
    }
    assert the(graph, "TVSeason")["trailer"] == [{"@id": f"{PAGE}#video-teaser"}]


def test_article_breadcrumb_ends_at_the_page(views: Callable[..., Any]) -> None:
    """The last step has the page's own address."""
    steps = the(views().season(2), "BreadcrumbList")["itemListElement"]

    assert [(step["position"], step["name"], step["item"]["@id"]) for step in steps] == [
        (1, "Home", "https://example.org/tracker/"),
        (2, "Harbour <Nine>", "https://example.org/tracker/shows/harbor/"),
        (3, "Season 2", PAGE),
    ]


def test_article_text_can_stand_in_a_script_element(views: Callable[..., Any]) -> None:
    """Nothing in it ends the element, starts a comment or is changed by escaping."""
    text = views().season_text(2)

    assert not set("<>&\N{LINE SEPARATOR}\u2029\n") & set(text)


@pytest.mark.parametrize(
    ("claims", "start", "status"),
    [
        ("- {date: 2026-01-05, release: 2027-03-04, confidence: official}", "2027-03-04", None),
        ("- {date: 2026-01-05, release: 2027-03-04, confidence: listing}", "2027-03-04", None),
        (
            "- {date: 2026-01-05, release: 2027-03-04, confidence: reported}",
            None,
            "Date set: 4 March 2027 (Reported)",
        ),
        (
            "- {date: 2026-01-05, release: 2027-03-04?, confidence: official}",
            None,
            "Window: possibly 4 March 2027 (Official)",
        ),
        (
            "- {date: 2026-01-05, production: filming, release: 2027-H1, confidence: official}",
            None,
            "Filming (Official); Window: first half of 2027 (Official)",
        ),
        (
            "- {date: 2026-01-05, release: 2027-03-04, confidence: official}\n"
            "- {date: 2026-01-06, release: 2027-05, confidence: official, alongside: true}",
            None,
            "Reports disagree",
        ),
        ("- {date: 2026-01-05, renewal: renewed, confidence: official}", None, "No date"),
        (
            "- {date: 2026-01-05, release: 2027-03-04, confidence: official}\n"
            "- {date: 2026-01-06, renewal: cancelled, confidence: official}",
            None,
            "Not coming",
        ),
        ("- {date: 2024-01-05, release: 2024-H1, confidence: official}", None, "Overdue"),
    ],
)
def test_season_starts_only_on_a_sure_day(
    views: Callable[..., Any], claims: str, start: str | None, status: str | None
) -> None:
    """Whatever is less than a sure day is told in words."""
    season = the(views({STATUS: claims}).season(2), "TVSeason")

    assert season.get("startDate") == start
    assert season.get("creativeWorkStatus") == status


def test_season_with_an_hour_starts_at_an_instant(views: Callable[..., Any]) -> None:
    """An announced hour is told in the site's zone."""
    claims = '- {date: 2026-01-05, release: "2027-07-01T09:00+09:00", confidence: official}'

    season = the(views({STATUS: claims}).season(2), "TVSeason")

    assert season["startDate"] == "2027-07-01T01:00:00+01:00"


def test_season_counts_only_claimed_episodes(views: Callable[..., Any]) -> None:
    """A rumoured order is no number."""
    made = views()

    assert the(made.season(1), "TVSeason")["numberOfEpisodes"] == 2
    assert "numberOfEpisodes" not in the(made.season(2), "TVSeason")


def test_season_ends_when_its_last_episode_was_shown(views: Callable[..., Any]) -> None:
    """An end that is only reckoned from a weekly pattern is none."""
    reckoned = {"content/shows/harbor/season-1/episodes.yaml": None}

    assert the(views().season(1), "TVSeason")["endDate"] == "2024-03-08"
    assert "endDate" not in the(views(reckoned).season(1), "TVSeason")
    assert "endDate" not in the(views(today="2024-03-05").season(1), "TVSeason")


def test_season_that_was_never_made_has_no_makers(views: Callable[..., Any]) -> None:
    """A cancelled season has neither director nor cast."""
    claims = "- {date: 2026-01-05, renewal: cancelled, confidence: official}"

    season = the(views({STATUS: claims}).season(2), "TVSeason")

    assert not {"director", "author", "actor"} & set(season)


def test_episodes_are_told_without_what_spoils(views: Callable[..., Any]) -> None:
    """Summaries are there when their editor calls them harmless."""
    first, second = of_type(views().season(1), "TVEpisode")

    assert first == {
        "@type": "TVEpisode",
        "@id": "https://example.org/tracker/shows/harbor/season-1/#episode-1",
        "episodeNumber": 1,
        "name": "Ebb",
        "alternateName": "썰물",
        "description": "It begins.",
        "datePublished": "2024-03-01",
        "duration": "PT60M",
        "partOfSeason": {"@id": "https://example.org/tracker/shows/harbor/season-1/#season"},
        "partOfSeries": {"@id": "https://example.org/tracker/shows/harbor/#series"},
    }
    assert "duration" not in second


def test_episodes_of_a_folded_list_are_numbers_only(views: Callable[..., Any]) -> None:
    """A summary that gives an episode away folds the list, with its titles."""
    rows = "- {number: 1, title: The Death, airdate: 2024-03-01, summary: Somebody dies.}\n"

    (episode,) = of_type(
        views({"content/shows/harbor/season-1/episodes.yaml": rows}).season(1), "TVEpisode"
    )

    assert not {"name", "description"} & set(episode)
    assert episode["datePublished"] == "2024-03-01"


def test_episodes_to_come_are_not_published(views: Callable[..., Any]) -> None:
    """A planned day is no publication."""
    episodes = of_type(views(today="2024-03-05").season(1), "TVEpisode")

    assert [episode.get("datePublished") for episode in episodes] == ["2024-03-01", None]

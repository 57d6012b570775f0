"""What the rest of the site may know of a show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from seasontracker.clock import Clock
from seasontracker.models.vocabulary import CastStatus, Confidence, Renewal
from seasontracker.pages.listings import list_season
from seasontracker.pages.views.article import PictureView
from seasontracker.pages.views.citations import SourceNumbers
from seasontracker.pages.views.context import PageContext
from seasontracker.site.listing import ListedSeason
from seasontracker.site.load import load_settings, load_show
from seasontracker.site.permalinks import Permalinks
from seasontracker.site.shared_sources import SharedSources
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import discover_content
from seasontracker.tracking.changes import season_changes
from seasontracker.tracking.season import SeasonContent, track_season
from seasontracker.wording.catalogue import load_words

SHOW = "content/shows/severance/"
PICTURE = PictureView("roof", "/roof.svg", 160, 90, "A roof", "", "C", "L", "")
CAST = """
people: {p: Pat}
characters:
  x: {name: Xan, played_by: p}
  y: {name: Yve, played_by: p}
"""


@pytest.fixture
def listed(make_project: Callable[..., Path]) -> Callable[..., ListedSeason]:
    """Return the listing of the minimal show's season with files of its folder replaced."""

    def make(files: dict[str, str], today: str = "2026-11-22") -> ListedSeason:
        files = {"sources.yaml": "a: {publisher: A}\n", **files}
        root = make_project({f"{SHOW}{path}": text for path, text in files.items()})
        found, _ = discover_content(root, PurePosixPath("content"))
        settings, _ = load_settings(root, found.site)
        loaded, problems = load_show(root, found.shows[0])
        assert settings is not None
        assert loaded is not None
        assert problems == []
        clock, [season] = Clock(date.fromisoformat(today)), loaded.seasons
        content = SeasonContent(
            number=season.number,
            season=season.season.value,
            claims=season.claims.value if season.claims else (),
            cast=season.cast.value if season.cast else {},
            episodes=(),
            videos={},
            theories=[(one.slug, one.theory.value) for one in season.theories],
        )
        standing = track_season(content, clock, settings.value, previous=None)
        unit = ShowUnit(loaded, settings, SharedSources({}))
        links = Permalinks.of(settings.value)
        context = PageContext(unit, load_words("en"), clock, links, SourceNumbers(unit.sources))
        changes = season_changes(standing, clock)
        return list_season(context, standing, changes, {"roof": PICTURE}, None)

    return make


def claim(day: str, what: str, confidence: str = "official", more: str = "") -> str:
    return f"- {{date: {day}, {what}, confidence: {confidence}, source: a{more}}}\n"


def test_listing_of_nothing(listed: Any) -> None:
    """A season of which nothing is known still has a name, an answer and a state."""
    season = listed({}, today="2020-01-01")

    assert (season.name, season.name_within) == (
        "Season\N{NO-BREAK SPACE}1",
        "season\N{NO-BREAK SPACE}1",
    )
    assert (season.windows, season.grades, season.changes, season.theories) == ((), (), (), ())
    assert (season.published, season.picture, season.is_promised) == (None, None, False)
    assert season.answer


def test_listing_has_own_names_as_they_are(listed: Any) -> None:
    """A name is not made smaller inside a sentence."""
    index = "---\nheadline: H\npublished: 2022-01-01\nname: The Specials\n---\n"
    season = listed({"season-1/index.md": index})

    assert (season.name, season.name_within) == ("The Specials", "The Specials")


def test_listing_grades_begin_with_what_stands(listed: Any) -> None:
    """A decision that was confirmed is dated from the confirmation, and one repeated is one."""
    log = (
        claim("2024-01-01", "renewal: undecided")
        + claim("2024-02-01", "renewal: renewed", "rumour")
        + claim("2024-03-01", "renewal: renewed")
        + claim("2024-04-01", "renewal: renewed")
    )
    grades = listed({"season-1/status.yaml": log}).grades

    assert [(one.renewal, one.said, one.stands) for one in grades] == [
        (Renewal.RENEWED, date(2024, 3, 1), True),
        (Renewal.UNDECIDED, date(2024, 1, 1), False),
    ]
    assert grades[0].confidence is Confidence.OFFICIAL


def test_listing_grades_without_one_that_stands(listed: Any) -> None:
    """A decision that was taken back stands no more."""
    log = claim("2024-03-01", "renewal: renewed", more=", retracted: 2024-05-01")
    grades = listed({"season-1/status.yaml": log}).grades

    assert [(one.renewal, one.stands) for one in grades] == [(Renewal.RENEWED, False)]


def test_listing_has_no_window_of_what_will_not_be_made(listed: Any) -> None:
    """A cancelled season is promised for no time."""
    log = claim("2024-01-01", "release: 2030")
    assert len(listed({"season-1/status.yaml": log}).windows) == 1

    season = listed({"season-1/status.yaml": log + claim("2024-02-01", "renewal: cancelled")})
    assert (season.windows, season.is_promised) == ((), False)


def test_listing_tells_casting_without_what_spoils(listed: Any) -> None:
    """The harmless part of casting news can be told anywhere."""
    said = "claims: [{date: 2024-01-01, status: new, confidence: official, source: a}]"
    parts = f"x: {{{said}}}\ny: {{{said}, spoils: S01E04}}\n"
    changes = listed({"cast.yaml": CAST, "season-1/cast.yaml": parts}).changes

    assert [(one.title, one.spoils, one.parts, one.cast_status) for one in changes] == [
        ("Cast joining: Pat (Xan)", "none", 1, CastStatus.NEW),
        ("Cast joining: Pat (Yve)", "S01E04", 1, CastStatus.NEW),
    ]


@pytest.mark.parametrize(("hide", "anchor"), [("", "theory-why"), ("hide: theories\n", "")])
def test_listing_theories_know_their_place(listed: Any, hide: str, anchor: str) -> None:
    """What the article leaves out has no anchor there."""
    index = f"---\nheadline: H\npublished: 2022-01-01\n{hide}---\n"
    theory = "---\nquestion: Q\nproposed: 2022\n---\n"
    season = listed({"season-1/index.md": index, "season-1/theories/why.md": theory})

    assert [(one.title, one.anchor) for one in season.theories] == [("Q", anchor)]


@pytest.mark.parametrize(
    ("spoils", "is_shown"), [("none", True), ("premise", True), ("S01", False)]
)
def test_listing_picture_gives_nothing_away(listed: Any, spoils: str, is_shown: bool) -> None:
    """The picture of an article is shown elsewhere only if it harms nobody."""
    index = "---\nheadline: H\npublished: 2022-01-01\npicture: roof\n---\n"
    image = f"{{file: images/roof.svg, alt: A, credit: C, license: L, spoils: {spoils}}}"
    files = {
        "season-1/index.md": index,
        "season-1/media.yaml": f"images: {{roof: {image}}}\n",
        "season-1/images/roof.svg": "<svg/>",
    }

    assert (listed(files).picture is not None) is is_shown

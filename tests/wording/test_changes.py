"""What changed, in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from seasontracker.clock import Clock
from seasontracker.models import CastEntry, Claim, Season, SiteSettings, Theory, Video
from seasontracker.models.vocabulary import CastStatus, Pattern, Production, Renewal, TheoryState
from seasontracker.tracking.changes import season_changes
from seasontracker.tracking.season import SeasonContent, track_season
from seasontracker.wording.catalogue import Words
from seasontracker.wording.changes import change_title

NAMES: Mapping[str, str] = {"ana": "Ana", "bo": "Bo", "cy": "Cy"}


def titles(words: Words, *claims: Mapping[str, str], **content: Any) -> list[str]:
    """Return the titles of all changes, oldest first."""
    values = {
        "number": 2,
        "season": Season.model_validate({"headline": "H", "published": "2020-01-01"}),
        "claims": tuple(
            Claim.model_validate({"date": f"2026-01-{at + 1:02}", **claim})
            for at, claim in enumerate(claims)
        ),
        "cast": {},
        "episodes": (),
        "videos": {},
        "theories": (),
    }
    clock = Clock(date(2026, 12, 1))
    settings = SiteSettings.model_validate({"title": "S", "base_url": "https://example.org"})
    season = track_season(SeasonContent(**{**values, **content}), clock, settings, previous=None)
    changes = season_changes(season, clock)
    return [change_title(words, change, NAMES) for change in reversed(changes)]


def test_release_titles_tell_how_it_moved(words: Words) -> None:
    """Each step of the release has its own words."""
    official, reported = {"confidence": "official"}, {"confidence": "reported"}

    assert titles(
        words,
        reported | {"release": "2027"},
        reported | {"release": "2027-H2"},
        reported | {"release": "2028"},
        reported | {"release": "2027"},
        reported | {"release": "2029", "alongside": "true"},
        official | {"release": "2027"},
        official | {"release": "2026..2028"},
        reported | {"release": "2030"},
        official | {"release": "tba"},
        official | {"release": "2026-10"},
        official | {"release": "2026-10-09"},
        official | {"release": "2026-10-10"},
        official | {"release": "2026-10-10"},
        official | {"release": "2026-10-10", "headline": "It is out"},
    ) == [
        "Release window: 2027",
        "Release window narrowed: second half of 2027 (was 2027)",
        "Release slipped: 2028 (was second half of 2027)",
        "Release brought forward: 2027 (was 2028)",
        "Reports disagree on the release: 2027 or 2029",
        "Release confirmed: 2027",
        "Release window widened: 2026 to 2028 (was 2027)",
        "Release also said to be: 2030",
        "Release window withdrawn: 2026 to 2028",
        "Release window: October 2026",
        "Release date set: 9 October 2026",
        "Release slipped: 10 October 2026 (was 9 October 2026)",
        "Release named again: 10 October 2026",
        "It is out",
        "Released",
    ]


def test_withdrawn_day_is_called_a_date(words: Words) -> None:
    """What is taken back has the name that it was given."""
    official = {"confidence": "official"}

    assert titles(
        words,
        official | {"release": "2027-04-02"},
        official | {"release": "tba"},
        official | {"release": "2027"},
        official | {"release": "tba"},
    ) == [
        "Release date: 2 April 2027",
        "Release date withdrawn: 2 April 2027",
        "Release window: 2027",
        "Release window withdrawn: 2027",
    ]


def test_ends_have_titles_of_their_own(words: Words) -> None:
    """A headline belongs to the claim, not to what became of it."""
    assert titles(
        words,
        {"confidence": "rumour", "release": "2026-03", "headline": "A rumour"},
        {"confidence": "official", "renewal": "renewed", "retracted": "2026-02-01"},
        {"confidence": "official", "release": "tba"},
        {"confidence": "rumour", "release": "2026-03"},
    ) == [
        "A rumour",
        "Season renewed",
        "No release date yet",
        "Release also said to be: March 2026",
        "Retracted: Season renewed",
        "Passed without a release: March 2026",
    ]


@pytest.mark.parametrize(
    ("axis", "vocabulary"),
    [("renewal", Renewal), ("production", Production), ("pattern", Pattern)],
)
def test_every_word_of_an_axis_has_a_title(words: Words, axis: str, vocabulary: Any) -> None:
    """No claim is without words."""
    for word in vocabulary:
        (title,) = titles(words, {"confidence": "official", axis: str(word)})
        assert title[0].isupper()


def test_episodes_are_counted(words: Words) -> None:
    """One episode is one."""
    assert titles(words, {"confidence": "official", "episode_order": "1"}) == ["1 episode"]
    assert titles(words, {"confidence": "official", "episode_order": "8"}) == ["8 episodes"]


def test_cast_is_told_together(words: Words) -> None:
    """All who were named on a day stand in one title, with every status in words."""
    claim = {"date": "2026-02-01", "status": "returning", "confidence": "official"}
    entry = CastEntry.model_validate({"claims": [claim]})

    assert titles(words, cast=dict.fromkeys(NAMES, entry)) == ["Cast returning: Ana, Bo and Cy"]
    for status in CastStatus:
        one = CastEntry.model_validate({"claims": [claim | {"status": str(status)}]})
        (title,) = titles(words, cast={"ana": one})
        assert title.endswith("Ana")


def test_retracted_casting_is_not_a_casting(words: Words) -> None:
    """Taking back is told as such."""
    claim = {
        "date": "2026-02-01",
        "status": "new",
        "confidence": "reported",
        "retracted": "2026-03-01",
    }
    cast = {"ana": CastEntry.model_validate({"claims": [claim]})}

    assert titles(words, cast=cast) == ["Cast joining: Ana", "Retracted: Cast joining: Ana"]


def test_theories_videos_and_revisions_have_titles(words: Words) -> None:
    """What no claim records is told as well."""
    theory = Theory.model_validate(
        {
            "question": "Is he alive?",
            "proposed": "2026-01",
            "verdicts": [
                {"date": f"2026-02-{at + 1:02}", "state": str(state)}
                for at, state in enumerate(TheoryState)
            ],
        }
    )
    video = Video.model_validate(
        {"title": "First look", "video_id": "a" * 11, "kind": "teaser", "published": "2026-03-01"}
    )
    revision = {"date": "2026-04-01", "note": "The plot is told anew"}
    season = Season.model_validate(
        {"headline": "H", "published": "2020-01-01", "revisions": [revision]}
    )

    assert titles(words, theories=[("alive", theory)], videos={"v": video}, season=season) == [
        "Theory open: Is he alive?",
        "Theory supported: Is he alive?",
        "Theory contested: Is he alive?",
        "Theory confirmed: Is he alive?",
        "Theory partly confirmed: Is he alive?",
        "Theory debunked: Is he alive?",
        "Theory never answered: Is he alive?",
        "Teaser published: First look",
        "The plot is told anew",
    ]

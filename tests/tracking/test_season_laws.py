"""Laws that hold for whole seasons: nothing changes between thresholds, and keys are for ever."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from seasontracker.clock import Clock
from seasontracker.models import CastEntry, Claim, Episode, Season, SiteSettings, Theory, Video
from seasontracker.models.vocabulary import (
    CastStatus,
    Confidence,
    Pattern,
    Production,
    Renewal,
    TheoryState,
)
from seasontracker.tracking.answer import short_answer
from seasontracker.tracking.changes import Change, season_changes
from seasontracker.tracking.schedule import Schedule, season_schedule
from seasontracker.tracking.season import SeasonContent, SeasonStanding, track_season
from seasontracker.tracking.status import show_status

DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))
SAID = st.one_of(DAYS.map(str), DAYS.map(lambda day: f"{day:%Y-%m}"))
SETTINGS = SiteSettings.model_validate(
    {"title": "S", "base_url": "https://example.org", "timezone": "Asia/Seoul"}
)


def words(vocabulary: type[Any]) -> st.SearchStrategy[str]:
    return st.sampled_from([str(word) for word in vocabulary])


def records(model: type[Any], required: dict[str, Any], optional: dict[str, Any]) -> Any:
    fixed = st.fixed_dictionaries(required, optional=optional)
    return fixed.map(model.model_validate)


RELEASES = st.one_of(
    SAID,
    st.sampled_from(["tba", "2025-H2", "2026", "2026..", "2026-03-01T23:00+00:00", "2026-06?"]),
)
CLAIMS = records(
    Claim,
    {"date": SAID, "confidence": words(Confidence), "headline": st.just("H"), "release": RELEASES},
    {
        "renewal": words(Renewal),
        "production": words(Production),
        "pattern": words(Pattern),
        "episode_order": st.sampled_from(["1", "3", "8"]),
        "added": DAYS.map(str),
        "alongside": st.just("true"),
        "retracted": SAID,
    },
)
PARTS = st.lists(
    records(
        CastEntry,
        {
            "claims": st.lists(
                st.fixed_dictionaries(
                    {"date": SAID, "status": words(CastStatus), "confidence": words(Confidence)}
                ),
                max_size=2,
            ),
            "fate": st.just({"state": "dead"}),
        },
        {},
    ),
    max_size=2,
)
EPISODES = st.lists(SAID, max_size=3).map(
    lambda days: tuple(
        Episode.model_validate({"number": str(at + 1), "airdate": day})
        for at, day in enumerate(days)
    )
)
VIDEOS = st.lists(DAYS.map(str), max_size=1).map(
    lambda days: {
        f"video-{day}": Video.model_validate(
            {"title": "T", "video_id": "abcdefghijk", "kind": "trailer", "published": day}
        )
        for day in days
    }
)
THEORIES = st.lists(
    st.tuples(
        st.sampled_from(["fate", "cure"]),
        records(
            Theory,
            {
                "question": st.just("Q"),
                "proposed": SAID,
                "verdicts": st.lists(
                    st.fixed_dictionaries({"date": SAID, "state": words(TheoryState)}), max_size=2
                ),
            },
            {},
        ),
    ),
    max_size=1,
)
SEASONS = st.lists(DAYS.map(str), max_size=2).map(
    lambda days: Season.model_validate(
        {
            "headline": "H",
            "published": "2025-01-01",
            "revisions": [{"date": day, "note": "N"} for day in days],
        }
    )
)
CONTENTS = st.builds(
    SeasonContent,
    number=st.just(2),
    season=SEASONS,
    claims=st.lists(CLAIMS, max_size=4).map(tuple),
    cast=PARTS.map(lambda parts: {f"part-{at}": part for at, part in enumerate(parts)}),
    episodes=EPISODES,
    videos=VIDEOS,
    theories=THEORIES,
)


def seen(content: SeasonContent, clock: Clock) -> tuple[SeasonStanding, tuple[Change, ...], Any]:
    """Return all that tracking says about a season."""
    season = track_season(content, clock, SETTINGS, previous=None)
    rest = (short_answer(season), show_status([season]), season_schedule(season, clock))
    return season, season_changes(season, clock), rest


def scheduled(content: SeasonContent, today: date) -> Schedule:
    """Return what calendars say of a season on a day."""
    clock = Clock(today)
    return season_schedule(track_season(content, clock, SETTINGS, previous=None), clock)


@given(CONTENTS, DAYS, st.integers(1, 500))
def test_nothing_changes_between_thresholds(content: SeasonContent, today: date, days: int) -> None:
    """Until the next day that the clock was asked about, a season is the same in every respect."""
    clock = Clock(today)
    found = seen(content, clock)
    later = Clock(today + timedelta(days=days))
    if clock.valid_until is not None:
        later = Clock(min(later.today, clock.valid_until - timedelta(days=1)))

    assert seen(content, later) == found


@given(CONTENTS, DAYS)
def test_nothing_changes_back_to_the_last_threshold(content: SeasonContent, today: date) -> None:
    """Output holds from the newest threshold that has come."""
    clock = Clock(today)
    found = seen(content, clock)
    first = clock.valid_from or date(2000, 1, 1)

    assert seen(content, Clock(first)) == found


@given(CONTENTS, DAYS)
def test_keys_are_unique(content: SeasonContent, today: date) -> None:
    """Every change of a season has a key of its own."""
    keys = [change.key for change in seen(content, Clock(today))[1]]

    assert len(set(keys)) == len(keys)


@given(CONTENTS, DAYS, DAYS)
def test_changes_are_for_ever(content: SeasonContent, one: date, other: date) -> None:
    """What was told by a day is told on every later day, under the same key and as significant."""
    earlier, later = sorted((one, other))
    before, after = (seen(content, Clock(day))[1] for day in (earlier, later))

    told = {change.key: change for change in after}
    for change in before:
        assert told[change.key] == change


@given(CONTENTS, CLAIMS, DAYS)
def test_later_claim_leaves_the_keys_alone(
    content: SeasonContent, claim: Claim, today: date
) -> None:
    """A claim that is appended with a later date changes no change that was told before it."""
    assert claim.date.earliest is not None
    newest = max((one.date.earliest or today for one in content.claims), default=date.min)
    assume(claim.date.earliest > max(newest, today))
    longer = replace(content, claims=(*content.claims, claim))

    before = {change.key: change for change in seen(content, Clock(today))[1]}
    after = {change.key: change for change in seen(longer, Clock(date(2027, 6, 1)))[1]}
    assert all(after[key] == change for key, change in before.items())


@given(CONTENTS, DAYS, DAYS)
def test_calendars_never_change_without_a_revision(
    content: SeasonContent, one: date, other: date
) -> None:
    """Whatever time does to a day or window, the event has a higher SEQUENCE than before."""
    before, after = (scheduled(content, day) for day in sorted((one, other)))

    assert after.revision >= before.revision
    assert (after.revised or date.min) >= (before.revised or date.min)
    if (after.day, after.windows) != (before.day, before.windows):
        assert after.revision > before.revision


@given(CONTENTS, CLAIMS, DAYS)
def test_claim_that_is_appended_is_a_revision(
    content: SeasonContent, claim: Claim, today: date
) -> None:
    """Another claim in the log never lowers SEQUENCE, whatever its date and rank."""
    longer = replace(content, claims=(*content.claims, claim))
    before, after = scheduled(content, today), scheduled(longer, today)

    assert after.revision >= before.revision
    if (after.day, after.windows) != (before.day, before.windows):
        assert after.revision > before.revision


@given(CONTENTS, DAYS)
def test_news_is_not_from_the_future(content: SeasonContent, today: date) -> None:
    """Nothing is told before it was said, nor before the site told it."""
    changes = seen(content, Clock(today))[1]

    assert all(max(change.day, change.added) <= today for change in changes)
    order = [change.added for change in changes]
    assert order == sorted(order, reverse=True)


@given(CONTENTS, DAYS)
def test_answer_has_one_to_three_sentences(content: SeasonContent, today: date) -> None:
    """Every season on every day has a short answer."""
    season = track_season(content, Clock(today), SETTINGS, previous=None)

    assert 1 <= len(short_answer(season).sentences) <= 3

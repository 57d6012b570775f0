"""Where a season's release stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate, parse_partial_date
from seasontracker.models import Claim, Episode
from seasontracker.models.vocabulary import Pattern, Production, Renewal
from seasontracker.tracking.fold import AxisState, Entry, fold
from seasontracker.tracking.release import ReleaseState, air_days, release_state
from seasontracker.tracking.season import SeasonStanding

Stand = Callable[..., SeasonStanding]


def episodes(*airdates: str | None, **values: Any) -> tuple[Episode, ...]:
    """Return episodes that come out on these days."""
    return tuple(
        Episode.model_validate({"number": str(at + 1), "airdate": day, **values})
        for at, day in enumerate(airdates)
    )


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2025-12-31", "tba"),
        ("2026-01-01", "window"),
        ("2026-10-01", "overdue"),
        ("2026-11-01", "dated"),
        ("2027-01-04", "today"),
        ("2027-01-05", "airing"),
        ("2027-01-25", "airing"),
        ("2027-01-26", "released"),
    ],
)
def test_state_walks_through_a_weekly_season(season_on: Stand, today: str, state: str) -> None:
    """A season passes through its states as the clock goes on, and nobody types them."""
    season = season_on(
        today,
        "2026-01-01 official release=2026-Q3 episode_order=4 pattern=weekly",
        "2026-11-01 official release=2027-01-04",
    )

    assert season.state is ReleaseState(state)


@pytest.mark.parametrize(
    ("claims", "state"),
    [
        (("official release=tba",), "tba"),
        (("official release=2027", "official release=tba"), "tba"),
        (("official release=2027 retracted=2026-02-01",), "tba"),
        (("reported release=2026-12-24",), "dated"),
        (("official release=2026-12-24?",), "window"),
        (("rumour release=2026-12-24",), "window"),
        (("speculation release=2026..",), "window"),
        (("official release=2027 renewal=cancelled",), "never"),
        (("official renewal=concluded",), "never"),
        (("official renewal=renewed production=abandoned",), "never"),
        (("official release=2026-02-01 pattern=all-at-once renewal=cancelled",), "released"),
    ],
)
def test_state_of_a_log(season_on: Stand, claims: tuple[str, ...], state: str) -> None:
    """What is known decides: a guess is no date, and what is taken back is not overdue."""
    season = season_on("2026-05-01", *(f"2026-01-0{at + 1} {one}" for at, one in enumerate(claims)))

    assert season.state is ReleaseState(state)


@pytest.mark.parametrize(
    ("today", "state", "next_day"),
    [
        ("2026-01-05", "today", "2026-01-12"),
        ("2026-01-12", "airing", "2026-02-20"),
        ("2026-01-13", "on-break", "2026-02-20"),
        ("2026-02-20", "airing", "2026-02-27"),
        ("2026-02-27", "airing", None),
        ("2026-02-28", "released", None),
    ],
)
def test_long_pause_is_a_break(
    season_on: Stand, today: str, state: str, next_day: str | None
) -> None:
    """A break lasts from the day after an episode to the day before the next."""
    season = season_on(
        today,
        "2025-12-01 official release=2026-01-05",
        episodes=episodes("2026-01-05", "2026-01-12", "2026-02-20", "2026-02-27"),
    )

    assert season.state is ReleaseState(state)
    assert season.next_air_day == (date.fromisoformat(next_day) if next_day else None)


def test_undated_episodes_follow_at_the_pattern(season_on: Stand) -> None:
    """A weekly season of five with two at the start runs for three more weeks."""
    season = season_on(
        "2026-01-20",
        "2025-12-01 official release=2026-01-05 pattern=weekly episode_order=5",
        episodes=episodes("2026-01-05", "2026-01-05", None, None, None),
    )

    assert [str(day) for day in season.air_days] == [
        "2026-01-05",
        "2026-01-12",
        "2026-01-19",
        "2026-01-26",
    ]
    assert season.state is ReleaseState.AIRING


def test_batches_wait_for_a_part_without_a_date(season_on: Stand) -> None:
    """A season in batches is not complete while some of its episodes have no day."""
    season = season_on(
        "2026-03-01",
        "2025-12-01 official release=2026-01-05 pattern=batch episode_order=8",
        episodes=episodes("2026-01-05", "2026-01-05", None),
    )

    assert (season.state, season.next_air_day) == (ReleaseState.ON_BREAK, None)


def test_special_is_no_part_of_the_run(season_on: Stand) -> None:
    """A season that is out stays out when a special is announced."""
    special = Episode.model_validate({"number": "0", "airdate": "2027-12-24", "type": "special"})
    season = season_on(
        "2026-03-01",
        "2025-12-01 official release=2026-01-05",
        episodes=(*episodes("2026-01-05"), special),
    )

    assert season.state is ReleaseState.RELEASED


def test_all_at_once_has_one_day() -> None:
    """Whatever the list of episodes says, all are there on the first day."""
    days = air_days(date(2026, 1, 5), Pattern.ALL_AT_ONCE, 8, episodes("2026-01-05", "2026-01-12"))

    assert days == (date(2026, 1, 5),)


def test_episodes_are_told_in_the_zone_of_the_site(season_on: Stand) -> None:
    """An episode's instant falls on the day that the site has then, as a release's does."""
    season = season_on(
        "2026-01-10",
        "2025-12-01 official release=2026-01-05T20:00-05:00",
        zone="Europe/London",
        episodes=episodes("2026-01-05T20:00-05:00", "2026-01-12T20:00-05:00"),
    )

    assert [str(day) for day in season.air_days] == ["2026-01-06", "2026-01-13"]


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
LISTS = st.lists(st.one_of(st.none(), DAYS.map(str)), max_size=4)


@given(
    st.one_of(st.none(), DAYS, st.sampled_from(["tba", "2026", "2027", "2025", "2026.."])),
    st.sampled_from([None, *Renewal]),
    st.sampled_from([None, *Production]),
    st.sampled_from([None, *Pattern]),
    st.one_of(st.none(), st.integers(1, 10)),
    LISTS,
    DAYS,
)
def test_state_is_total_and_lasts_to_the_next_threshold(
    release: object,
    renewal: Renewal | None,
    production: Production | None,
    pattern: Pattern | None,
    order: int | None,
    airdates: list[str | None],
    today: date,
) -> None:
    """Every log has one state, which does not change before a day that the clock was asked."""
    axis: AxisState[PartialDate] = AxisState()
    entries = []
    if release is not None:
        claim = Claim.model_validate(
            {"date": "2025-06-01", "confidence": "official", "release": str(release)}
        )
        entries = [Entry(claim, parse_partial_date(str(release)), 0)]

    def state(clock: Clock) -> ReleaseState:
        axis = fold(entries, clock)
        return release_state(
            release=axis,
            renewal=renewal,
            production=production,
            pattern=pattern,
            episode_order=order,
            episodes=episodes(*airdates),
            clock=clock,
        )

    clock = Clock(today)
    found = state(clock)
    axis = fold(entries, Clock(today))
    assert found.has_begun == (axis.fulfilled is not None)
    last = (clock.valid_until or today + timedelta(days=400)) - timedelta(days=1)
    assert state(Clock(last)) is found

"""What changed, and when the site told it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from seasontracker.clock import Clock
from seasontracker.models import CastEntry, Season, Theory
from seasontracker.tracking.changes import last_significant_change, season_changes
from seasontracker.tracking.season import SeasonStanding

Stand = Callable[..., SeasonStanding]


def news(stand: Stand, today: str, *lines: str, **content: Any) -> list[str]:
    """Return all changes, newest first; insignificant ones in brackets."""
    clock = Clock(date.fromisoformat(today))
    return [
        f"{one.added} {one.key}" if one.is_significant else f"({one.added} {one.key})"
        for one in season_changes(stand(clock, *lines, **content), clock)
    ]


def cast(**parts: list[tuple[str, str, str]]) -> dict[str, CastEntry]:
    """Return parts from days, states and confidences."""
    return {
        name.replace("_", "-"): CastEntry.model_validate(
            {
                "claims": [
                    {"date": day, "status": status, "confidence": confidence}
                    for day, status, confidence in claims
                ]
            }
        )
        for name, claims in parts.items()
    }


def test_log_is_told_newest_first(season_on: Stand) -> None:
    """Each claim is a change of its axis, ends included; repetitions and weaker words are none."""
    assert news(
        season_on,
        "2024-08-01",
        "2022-06-06 official renewal=renewed",
        "2023-03 on-record renewal=renewed",
        "2023-06 speculation release=2024-H1",
        "2024-01-01 reported headline=Talks minor",
        "2024-07-15 official release=2025-03-01 id=dated",
    ) == [
        "2024-07-15 dated:release",
        "2024-07-01 2023-06:release:release:expired",
        "(2024-01-01 2024-01-01:notice)",
        "2023-06-01 2023-06:release:release",
        "(2023-03-01 2023-03:renewal:renewal)",
        "2022-06-06 2022-06-06:renewal:renewal",
    ]


def test_news_is_ordered_by_when_the_site_told_it(season_on: Stand) -> None:
    """A claim added late is late news, does not exist before, and ends after it was told."""
    line = "2023-06 speculation release=2024-H1 added=2024-09-01"

    assert news(season_on, "2024-08-31", line) == []
    assert news(season_on, "2024-09-01", line) == [
        "2024-09-01 2023-06:release:release:expired",
        "2024-09-01 2023-06:release:release",
    ]


def test_of_one_day_the_later_in_the_file_is_newer(season_on: Stand) -> None:
    """The order of the log is the order of a day's news, what comes true last."""
    assert news(
        season_on,
        "2026-06-27",
        "2026-06-27 official headline=Z id=z",
        "2026-06-27 official release=2026-06-27 id=out",
        "2026-06-27 official headline=A id=a",
    ) == [
        "2026-06-27 out:release:fulfilled",
        "2026-06-27 a",
        "2026-06-27 out:release",
        "2026-06-27 z",
    ]


def test_headline_is_news_once(season_on: Stand) -> None:
    """A claim about three axes with one headline is one piece of news."""
    line = "2026-01-01 official renewal=renewed production=filming episode_order=8 id=all"

    assert news(season_on, "2026-01-01", f"{line} headline=Everything") == [
        "(2026-01-01 all:episode_order)",
        "(2026-01-01 all:production)",
        "2026-01-01 all:renewal",
    ]
    assert all(not one.startswith("(") for one in news(season_on, "2026-01-01", line))


def test_claims_of_one_day_and_axis_have_keys_of_their_own(season_on: Stand) -> None:
    """Keys are told apart by order, so that a claim appended later leaves them as they were."""
    lines = ("2026-01 rumour release=2027", "2026-01 official release=2027")

    assert news(season_on, "2026-02-01", *lines) == [
        "2026-01-01 2026-01:release:2:release",
        "2026-01-01 2026-01:release:release",
    ]


def test_parts_that_went_the_same_way_are_one_change(season_on: Stand) -> None:
    """A day's castings are told together, each certainty for itself; silence is no news."""
    parts = cast(
        on_jo=[("2022-06-06", "expected", "reported"), ("2025-07-22", "returning", "official")],
        nam_ra=[("2025-07-22", "returning", "official")],
        su_hyeok=[("2025-07-22", "returning", "reported")],
        dae_su=[("2025-07-22", "unknown", "reported")],
        gyeong_su=[("2025-07-22", "not-returning", "speculation")],
    )

    assert news(season_on, "2025-08-01", cast=parts) == [
        "(2025-07-22 cast:2025-07-22:not-returning:speculation)",
        "(2025-07-22 cast:2025-07-22:unknown:reported)",
        "2025-07-22 cast:2025-07-22:returning:reported",
        "2025-07-22 cast:2025-07-22:returning:official",
        "2022-06-06 cast:2022-06-06:expected:reported",
    ]
    clock = Clock(date(2025, 8, 1))
    changes = season_changes(season_on(clock, cast=parts), clock)
    assert changes[3].characters == ("on-jo", "nam-ra")


def test_verdicts_are_news_once_they_say_something(season_on: Stand) -> None:
    """That a theory is open from the start is none; that settles later does not change it."""
    theory = Theory.model_validate(
        {
            "question": "Q",
            "proposed": "2022-01",
            "verdicts": [
                {"date": "2022-02", "state": "open"},
                {"date": "2023-02", "state": "debunked", "resolved_by": "x"},
            ],
        }
    )

    assert news(season_on, "2024-01-01", theories=[("fate", theory)]) == [
        "2023-02-01 theory:fate:2023-02:debunked",
        "(2022-02-01 theory:fate:2022-02:open)",
    ]


def test_two_revisions_of_a_day_have_two_keys(season_on: Stand) -> None:
    """Each revision is a change of its own."""
    revisions = [{"date": "2026-01-02", "note": "One"}, {"date": "2026-01-02", "note": "Two"}]
    season = Season.model_validate(
        {"headline": "H", "published": "2026-01-01", "revisions": revisions}
    )

    assert news(season_on, "2026-01-02", season=season) == [
        "2026-01-02 revision:2026-01-02:2",
        "2026-01-02 revision:2026-01-02",
    ]
    assert news(season_on, "2026-01-01", season=season) == []


def test_last_significant_change_counts_when_it_was_told(season_on: Stand) -> None:
    """The date on the page is that of the newest news worth telling."""
    clock = Clock(date(2026, 12, 1))
    season = season_on(
        clock,
        "2026-01-01 official renewal=renewed added=2026-03-01",
        "2026-06-01 reported headline=Minor minor",
    )

    assert last_significant_change(season_changes(season, clock)) == date(2026, 3, 1)
    assert last_significant_change(()) is None

"""What became of each release window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seasontracker.tracking.season import SeasonStanding

Stand = Callable[..., SeasonStanding]


def fates(season: SeasonStanding) -> list[str]:
    """Return each window with its fate and the day of it."""
    return [
        f"{window.value} {window.fate.value} {window.ended or ''}".strip()
        for window in season.windows
    ]


def test_windows_follow_one_another(season_on: Stand) -> None:
    """A replaced guess is superseded until its time runs out, and then it has expired."""
    lines = (
        "2023-06 speculation release=2024-H1",
        "2024-01-29 reported release=2024",
        "2024-05-22 reported release=2026..",
    )

    assert fates(season_on("2023-07-01", *lines)) == ["2024-H1 current"]
    assert fates(season_on("2024-02-01", *lines)) == [
        "2024-H1 superseded 2024-01-29",
        "2024 current",
    ]
    assert fates(season_on("2024-07-01", *lines)) == [
        "2024-H1 expired 2024-07-01",
        "2024 superseded 2024-05-22",
        "2026.. current",
    ]
    assert fates(season_on("2025-01-01", *lines))[1] == "2024 expired 2025-01-01"


def test_makers_own_change_of_plan_is_no_failure(season_on: Stand) -> None:
    """An official window that the maker moved in time was moved, not missed."""
    lines = ("2024-01-01 official release=2024", "2024-06-01 official release=2025")

    assert fates(season_on("2026-01-01", *lines)) == [
        "2024 superseded 2024-06-01",
        "2025 expired 2026-01-01",
    ]


def test_official_window_that_ran_out_before_the_next_has_expired(season_on: Stand) -> None:
    """A new date after the old one has passed does not mend that."""
    lines = ("2024-01-01 official release=2024", "2025-06-01 official release=2026")

    assert fates(season_on("2025-07-01", *lines)) == ["2024 expired 2025-01-01", "2026 current"]


def test_release_saves_the_windows_that_allowed_for_it(season_on: Stand) -> None:
    """A window during or before which the season came out has not passed without a release."""
    lines = (
        "2024-01-01 speculation release=2025-H1",
        "2024-02-01 reported release=2025",
        "2025-05-01 official release=2025-07-27",
        "2025-05-02 rumour release=2026",
    )

    assert fates(season_on("2027-01-01", *lines)) == [
        "2025-H1 expired 2025-07-01",
        "2025 superseded 2025-05-01",
        "2025-07-27 fulfilled 2025-07-27",
        "2026 superseded 2025-07-27",
    ]


DISPUTE = ("2026-01-10 reported release=2027-H1", "2026-01-28 reported release=2028 alongside")


def test_disputed_windows_live_beside_the_current(season_on: Stand) -> None:
    """A rival is as strong as the current window, and what is below it is weaker."""
    season = season_on("2026-03-01", *DISPUTE, "2026-02-01 speculation release=2029")

    assert fates(season) == ["2027-H1 rival", "2028 current", "2029 below"]


def test_windows_live_on_under_an_official_tba(season_on: Stand) -> None:
    """That the maker names no day, without replacing anything, leaves reports below its word."""
    season = season_on("2026-03-01", *DISPUTE, "2026-02-02 official release=tba alongside")

    assert fates(season) == ["2027-H1 below", "2028 below"]


def test_what_stands_beside_does_not_replace(season_on: Stand) -> None:
    """A claim alongside is not what took an older one's place."""
    season = season_on("2026-06-01", *DISPUTE, "2026-05-01 reported release=2029")

    assert fates(season)[0] == "2027-H1 superseded 2026-05-01"


@pytest.mark.parametrize(
    ("retracted", "fate"),
    [("2024-02-01", "retracted 2024-02-01"), ("2024-08-01", "expired 2024-07-01")],
)
def test_retracted_in_time_is_not_proved_wrong(season_on: Stand, retracted: str, fate: str) -> None:
    """A guess that was taken back before its time ran out, even under another, was taken back."""
    season = season_on(
        "2025-01-01",
        f"2023-06 speculation release=2024-H1 retracted={retracted}",
        "2024-01-01 reported release=2026",
    )

    assert fates(season)[0] == f"2024-H1 {fate}"


def test_release_that_was_retracted_is_retracted(season_on: Stand) -> None:
    """A day that came, and was taken back afterwards, is not one that passed."""
    season = season_on("2026-08-01", "2026-01-01 official release=2026-06-27 retracted=2026-07-01")

    assert fates(season) == ["2026-06-27 retracted 2026-07-01"]

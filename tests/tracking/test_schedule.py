"""What calendars say of a season, and which revision of it that is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from seasontracker.clock import Clock
from seasontracker.tracking.schedule import Promise, Schedule, season_schedule
from seasontracker.tracking.season import SeasonStanding

DAY = "2026-01-05 official release=2026-10-14"
WINDOW = "2026-01-01 official release=2026-H2"


@pytest.fixture
def schedule_on(season_on: Callable[..., SeasonStanding]) -> Callable[..., Schedule]:
    """Return a log's schedule on a day."""

    def read(today: str, *lines: str) -> Schedule:
        clock = Clock(date.fromisoformat(today))
        return season_schedule(season_on(clock, *lines), clock)

    return read


def told(promise: Promise | None) -> tuple[str, bool] | None:
    """Return what a promise says, and whether it stands."""
    return (str(promise.entry.value), promise.stands) if promise else None


@pytest.mark.parametrize(
    ("today", "lines", "day", "windows"),
    [
        ("2026-02-01", (), None, []),
        ("2026-02-01", (WINDOW,), None, [("2026-H2", True)]),
        ("2026-02-01", (WINDOW, DAY), ("2026-10-14", True), [("2026-H2", False)]),
        ("2026-10-14", (WINDOW, DAY), ("2026-10-14", True), [("2026-H2", False)]),
        ("2028-01-01", (WINDOW, DAY), ("2026-10-14", True), [("2026-H2", False)]),
        # A window that passes is no promise any longer.
        ("2027-01-01", (WINDOW,), None, [("2026-H2", False)]),
        # A day that is taken back, and one that gives way to a window.
        ("2026-03-01", (f"{DAY} retracted=2026-02-01",), ("2026-10-14", False), []),
        (
            "2026-03-01",
            (DAY, "2026-02-01 official release=2027"),
            ("2026-10-14", False),
            [("2027", True)],
        ),
        # A day that moves is the same promise.
        ("2026-03-01", (DAY, "2026-02-01 official release=2026-11-01"), ("2026-11-01", True), []),
        # Days of which nobody is sure are windows of a day.
        ("2026-02-01", ("2026-01-05 reported release=2026-10-14",), None, [("2026-10-14", True)]),
        ("2026-02-01", ("2026-01-05 official release=2026-10-14?",), None, [("2026-10-14?", True)]),
        # Two that are as trusted contradict each other: neither is sure, both are shown.
        (
            "2026-03-01",
            (DAY, "2026-02-01 official release=2026-11-01 alongside"),
            ("2026-11-01", False),
            [("2026-11-01", True), ("2026-10-14", True)],
        ),
        # Nothing will come of what is cancelled.
        (
            "2026-03-01",
            (WINDOW, DAY, "2026-02-01 official renewal=cancelled"),
            ("2026-10-14", False),
            [("2026-H2", False)],
        ),
        # What has no end has no place in a calendar, nor what a stronger voice talks over.
        ("2026-02-01", ("2026-01-05 official release=2026..",), None, []),
        ("2026-02-01", (DAY, "2026-01-20 rumour release=2027"), ("2026-10-14", True), []),
    ],
)
def test_schedule(
    schedule_on: Callable[..., Schedule],
    today: str,
    lines: tuple[str, ...],
    day: tuple[str, bool] | None,
    windows: list[tuple[str, bool]],
) -> None:
    """Days and windows stand, or are shown as given up; they do not vanish."""
    found = schedule_on(today, *lines)

    assert told(found.day) == day
    assert [told(one) for one in found.windows] == windows


def test_revision_grows_with_what_happens(schedule_on: Callable[..., Schedule]) -> None:
    """Each claim, and each day that comes or passes, is a revision of its day."""
    log = (WINDOW, DAY, "2026-06-01 official release=2026-12-01")

    found = [schedule_on(today, *log) for today in ("2026-01-02", "2026-02-01", "2026-07-01")]

    assert [(one.revision, str(one.revised)) for one in found] == [
        (1, "2026-01-01"),
        (2, "2026-01-05"),
        (3, "2026-06-01"),
    ]


def test_revision_counts_from_when_it_was_told(schedule_on: Callable[..., Schedule]) -> None:
    """A claim that the site tells late is a revision of the day on which it does."""
    assert str(schedule_on("2026-07-01", f"{DAY} added=2026-03-01").revised) == "2026-03-01"

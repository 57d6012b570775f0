"""The days of episodes, and what they were before."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from seasontracker.clock import Clock
from seasontracker.models import Episode
from seasontracker.tracking.episodes import scheduled

MOVED = Episode.model_validate(
    {
        "number": 1,
        "airdate": "2026-12-01",
        # Not in order, and two of one day.
        "moved": [
            {"date": "2026-06-01", "was": "2026-10-01"},
            {"date": "2026-06-01", "was": "2026-11-01T23:00+00:00"},
            {"date": "2026-03", "was": "tba"},
        ],
    }
)


@pytest.mark.parametrize(
    ("today", "airdate", "was"),
    [
        ("2026-02-28", None, []),
        ("2026-03-01", "2026-10-01", ["tba"]),
        ("2026-05-31", "2026-10-01", ["tba"]),
        ("2026-06-01", "2026-12-01", ["tba", "2026-10-01", "2026-11-02"]),
    ],
)
def test_episode_has_the_day_that_had_been_said(
    today: str, airdate: str | None, was: list[str]
) -> None:
    """A move counts from the day on which it was said; until then the day is what it was."""
    told = scheduled(MOVED, Clock(date.fromisoformat(today)), ZoneInfo("Asia/Seoul"))

    assert (str(told.airdate.earliest) if told.airdate else None) == airdate
    assert [str(move.was.earliest or "tba") for move in told.moved] == was

"""Claims written in a line each, and axes folded from them."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from seasontracker.clock import Clock
from seasontracker.models import Claim, Season, SiteSettings
from seasontracker.tracking.axes import SeasonAxes, fold_axes
from seasontracker.tracking.season import SeasonContent, SeasonStanding, track_season


def read_claim(line: str) -> Claim:
    """Read `2023-06 speculation release=2024-H1 alongside`."""
    said, confidence, *words = shlex.split(line)
    values: dict[str, Any] = {"date": said, "confidence": confidence}
    for word in words:
        key, _, value = word.partition("=")
        values[key] = value or "true"
    return Claim.model_validate(values)


@pytest.fixture
def log() -> Callable[..., tuple[Claim, ...]]:
    """Return a claim log from lines."""

    def make(*lines: str) -> tuple[Claim, ...]:
        return tuple(read_claim(line) for line in lines)

    return make


@pytest.fixture
def fold_on(log: Callable[..., tuple[Claim, ...]]) -> Callable[..., SeasonAxes]:
    """Return a log's axes as they stand on a day."""

    def fold(today: str, *lines: str, zone: str = "UTC") -> SeasonAxes:
        return fold_axes(log(*lines), Clock(date.fromisoformat(today)), ZoneInfo(zone))

    return fold


@pytest.fixture
def season_on(log: Callable[..., tuple[Claim, ...]]) -> Callable[..., SeasonStanding]:
    """Return a season as it stands on a day; keywords are fields of `SeasonContent`."""

    def stand(today: str | Clock, *lines: str, zone: str = "UTC", **content: Any) -> SeasonStanding:
        season = Season.model_validate({"headline": "A season", "published": "2020-01-01"})
        values: dict[str, Any] = {
            "number": 2,
            "season": season,
            "claims": log(*lines),
            "cast": {},
            "episodes": (),
            "videos": {},
            "theories": (),
        }
        clock = today if isinstance(today, Clock) else Clock(date.fromisoformat(today))
        settings = SiteSettings.model_validate(
            {"title": "Seasons", "base_url": "https://example.org", "timezone": zone}
        )
        return track_season(SeasonContent(**{**values, **content}), clock, settings, previous=None)

    return stand

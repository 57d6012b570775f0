"""A season as it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seasontracker.models import CastEntry, Video
from seasontracker.models.vocabulary import CastStatus
from seasontracker.tracking.season import SeasonStanding

Stand = Callable[..., SeasonStanding]

PART = CastEntry.model_validate(
    {
        "claims": [
            {"date": "2026-02-01", "status": "expected", "confidence": "reported"},
            {"date": "2026-06-01", "status": "returning", "confidence": "official"},
        ],
        "fate": {"state": "dead"},
    }
)


def video(**values: str) -> Video:
    """Return a trailer of March 2026."""
    return Video.model_validate(
        {"title": "T", "video_id": "abcdefghijk", "kind": "trailer", "published": "2026-03-01"}
        | values
    )


@pytest.mark.parametrize(
    ("today", "status"),
    [
        ("2026-01-31", None),
        ("2026-02-01", CastStatus.EXPECTED),
        ("2026-06-01", CastStatus.RETURNING),
    ],
)
def test_part_is_folded_like_any_claim(
    season_on: Stand, today: str, status: CastStatus | None
) -> None:
    """A part exists from the first word about it, and stands as last said."""
    season = season_on(today, cast={"on-jo": PART})

    assert [part.status_now for part in season.cast] == ([status] if status else [])


def test_part_is_unknown_once_all_is_retracted(season_on: Stand) -> None:
    """A part of which everything was taken back is not known."""
    claim = {
        "date": "2026-02-01",
        "status": "returning",
        "confidence": "reported",
        "retracted": "2026-03-01",
    }
    entry = CastEntry.model_validate({"claims": [claim]})

    (part,) = season_on("2026-03-01", cast={"on-jo": entry}).cast
    assert part.status_now is CastStatus.UNKNOWN


@pytest.mark.parametrize(
    ("today", "lines", "is_told"),
    [
        ("2026-07-01", ["2026-01-01 official release=2026-08-01"], False),
        ("2025-12-01", ["2026-01-01 official release=2026-08-01"], False),
        ("2026-08-01", ["2026-01-01 official release=2026-08-01"], True),
        ("2026-07-01", ["2026-01-01 official renewal=renewed"], True),
    ],
)
def test_fate_is_told_once_the_season_is_out(
    season_on: Stand, today: str, lines: list[str], is_told: bool
) -> None:
    """How a season ends is unknown before it; without any release it is left to the editor."""
    entry = PART.model_copy(update={"claims": ()})

    (part,) = season_on(today, *lines, cast={"on-jo": entry}).cast
    assert (part.fate_after is not None) is is_told


@pytest.mark.parametrize(
    ("today", "values", "has_trailer"),
    [
        ("2026-02-28", {}, False),
        ("2026-03-01", {}, True),
        ("2026-03-01", {"kind": "teaser"}, True),
        ("2026-03-01", {"kind": "announcement"}, False),
        ("2026-03-01", {"season": "1"}, False),
        ("2026-03-01", {"season": "2"}, True),
    ],
)
def test_trailer_is_of_this_season_and_published(
    season_on: Stand, today: str, values: dict[str, str], has_trailer: bool
) -> None:
    """An announcement is no trailer, nor is the one of another season."""
    season = season_on(today, videos={"one": video(**values)})

    assert season.has_trailer is has_trailer

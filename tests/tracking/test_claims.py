"""What has become of each claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seasontracker.tracking.claims import judged_claims
from seasontracker.tracking.season import SeasonStanding

Stand = Callable[..., SeasonStanding]


def judged(season: SeasonStanding, axis: str) -> list[str]:
    """Return each claim of an axis with its state and the day of its end."""
    windows = season.windows if axis == "release" else ()
    return [
        f"{one.entry.value} {one.state.value} {one.ended or ''}".strip()
        for one in judged_claims(getattr(season.axes, axis), windows)
    ]


@pytest.mark.parametrize(
    ("axis", "lines", "expected"),
    [
        (
            "renewal",
            ("2024-01-01 official renewal=ordered", "2025-01-01 official renewal=cancelled"),
            ["ordered superseded 2025-01-01", "cancelled current"],
        ),
        (
            "renewal",
            ("2024-01-01 official renewal=ordered", "2025-01-01 rumour renewal=cancelled"),
            ["ordered current", "cancelled outranked"],
        ),
        (
            "renewal",
            (
                "2024-01-01 reported renewal=renewed",
                "2024-02-01 reported renewal=cancelled alongside",
            ),
            ["renewed current", "cancelled current"],
        ),
        (
            "production",
            ("2024-01-01 reported production=filming retracted=2024-02-01",),
            ["filming retracted 2024-02-01"],
        ),
        (
            "production",
            ("2024-01-01 official production=filming", "2024-05-01 reported production=wrapped"),
            ["filming superseded 2024-05-01", "wrapped current"],
        ),
        (
            "release",
            (
                "2024-01-01 speculation release=2024-H1",
                "2024-08-01 official release=2025-03-03",
                "2025-04-01 rumour release=tba",
            ),
            [
                "2024-H1 expired 2024-07-01",
                "2025-03-03 fulfilled 2025-03-03",
                "tba superseded",
            ],
        ),
    ],
)
def test_claims_say_what_became_of_them(
    season_on: Stand, axis: str, lines: tuple[str, ...], expected: list[str]
) -> None:
    """A claim stands, or is outranked, or has ended on a day."""
    assert judged(season_on("2026-01-01", *lines), axis) == expected


def test_claims_are_judged_on_the_clocks_day(season_on: Stand) -> None:
    """What is said or taken back later is not known yet."""
    lines = (
        "2024-01-01 official renewal=ordered retracted=2025-01-01",
        "2025-02-01 official renewal=renewed",
    )

    assert judged(season_on("2024-06-01", *lines), "renewal") == ["ordered current"]

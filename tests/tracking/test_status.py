"""Where a whole show stands, in our words and in those of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from seasontracker.tracking.season import SeasonStanding
from seasontracker.tracking.status import ShowStatus, exported, show_status

Stand = Callable[..., SeasonStanding]

OUT = "2020-01-01 official release=2020-02-01 pattern=all-at-once"
ON_AIR = "2026-01-01 official release=2026-04-30 pattern=weekly episode_order=8"


@pytest.mark.parametrize(
    ("seasons", "status"),
    [
        ([[]], "planned"),
        ([["2026-01-01 official renewal=ordered"]], "planned"),
        ([["2026-01-01 official renewal=ordered production=filming"]], "in-production"),
        ([[OUT]], "undecided"),
        ([[OUT], ["2026-01-01 official renewal=renewed"]], "returning"),
        ([[OUT], [ON_AIR, "2026-04-30 official renewal=cancelled"]], "running"),
        ([[OUT], ["2026-01-01 official renewal=cancelled"]], "cancelled"),
        ([[OUT], ["2026-01-01 reported renewal=renewed production=abandoned"]], "cancelled"),
        ([[OUT, "2020-03-01 official renewal=concluded"]], "ended"),
        ([["2019-01-01 official renewal=renewed-final", OUT]], "ended"),
        (
            [
                [OUT, "2020-03-01 official renewal=cancelled"],
                [OUT, "2019-01-01 official renewal=revived"],
            ],
            "undecided",
        ),
        ([[OUT], ["2026-01-01 reported release=2027"]], "undecided"),
    ],
)
def test_status_follows_from_the_seasons(
    season_on: Stand, seasons: list[list[str]], status: str
) -> None:
    """What is on the air counts first, then what is coming, then the newest decision."""
    standings = [
        replace(season_on("2026-05-01", *lines), number=at + 1) for at, lines in enumerate(seasons)
    ]

    assert show_status(standings) is ShowStatus(status)


def test_second_season_alone_returns(season_on: Stand) -> None:
    """A site may begin with a second season; the show has aired all the same."""
    season = season_on("2026-05-01", "2026-01-01 official renewal=renewed production=filming")

    assert show_status([season]) is ShowStatus.RETURNING


def test_editor_may_say_that_it_is_over(season_on: Stand) -> None:
    """A show ends without anybody saying so only by an editor's word."""
    season = season_on("2026-05-01", OUT)

    assert show_status([season], ended=True) is ShowStatus.ENDED


def test_exports_speak_the_words_of_the_databases() -> None:
    """Every status has a word that TVmaze, TMDB and Trakt know."""
    words = [exported(status) for status in ShowStatus]

    assert {one.tvmaze for one in words} == {
        "In Development",
        "Running",
        "To Be Determined",
        "Ended",
    }
    assert {one.tmdb for one in words} == {
        "Planned",
        "In Production",
        "Returning Series",
        "Canceled",
        "Ended",
    }
    assert {one.trakt for one in words} == {
        "planned",
        "in production",
        "returning series",
        "canceled",
        "ended",
    }

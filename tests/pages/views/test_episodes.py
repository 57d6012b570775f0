"""The list of episodes: what it claims of their days."""

from __future__ import annotations

from typing import Any

import pytest

from seasontracker.pages.views.episodes import EpisodeList, episode_list
from seasontracker.pages.views.folds import Fold


def listed(built: Any, page: int = 1) -> EpisodeList | None:
    return episode_list(built.context(page), built.season())


def test_no_episodes_no_list(stage: Any) -> None:
    """A season whose episodes nobody knows has no list."""
    assert listed(stage()) is None


@pytest.mark.parametrize(
    ("days", "caption", "has_dates"),
    [
        (["2022-01-28", "2022-01-28"], "2 episodes, all on January 28, 2022", False),
        (["2022-01-28", "2022-02-04"], "2 episodes", True),
        (["2022-01-28", None], "2 episodes", True),
        (["2022-01", "2022-01"], "2 episodes", True),
        (["tba", "tba"], "2 episodes", True),
        ([None, None], "2 episodes", False),
        (["2022-01-28"], "1 episode", True),
    ],
)
def test_day_of_all_is_said_once(
    stage: Any, days: list[str | None], caption: str, has_dates: bool
) -> None:
    """Only when every episode is known to be of one day the caption says so for all."""
    lines = [
        f"- {{number: {number}{f', airdate: {day}' if day else ''}}}\n"
        for number, day in enumerate(days, start=1)
    ]
    found = listed(stage({"season-1/episodes.yaml": "".join(lines)}))

    assert found is not None
    assert (found.caption, found.has_dates) == (caption, has_dates)
    if has_dates:
        assert [row.airdate is not None for row in found.rows] == [day is not None for day in days]


def test_summaries_fold_the_list(stage: Any) -> None:
    """What an episode is about gives that episode away, unless it says otherwise."""
    built = stage({"season-1/episodes.yaml": "- {number: 1, summary: S}\n"})
    harmless = stage({"season-1/episodes.yaml": "- {number: 1, summary: S, spoils: premise}\n"})

    assert listed(built).fold == Fold("S01E01", is_open=False)
    assert listed(built, page=2).fold == Fold("S01E01", is_open=True)
    assert listed(harmless).fold is None


def test_episode_that_moved_says_from_where(stage: Any) -> None:
    """The last day that was named before stands with the new one, and its source is cited."""
    moves = "[{date: 2022-01-01, was: 2022-02-04}, {date: 2021-12-01, was: tba, source: a}]"
    lines = f"- {{number: 1, airdate: 2022-02-11, moved: {moves}}}\n- {{number: 2}}\n"
    found = listed(stage({"season-1/episodes.yaml": lines}))

    assert found is not None
    assert [row.was for row in found.rows] == ["Feb 4, 2022", ""]
    assert [len(row.cites) for row in found.rows] == [1, 0]

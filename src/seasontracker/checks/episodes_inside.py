"""Every episode lies in its season: not before its first day, nor beyond its number of episodes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from seasontracker.checks.tracked import TrackedSeason, TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models import Episode
from seasontracker.models.vocabulary import EpisodeType


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    for season in show.seasons:
        if season.loaded.episodes is None:
            continue
        following = show.season(season.loaded.number + 1)
        starts = _first_day(season), _first_day(following) if following else None
        order = season.standing.axes.episode_order.value
        for index, episode in enumerate(season.standing.episodes):
            if episode.type is EpisodeType.SPECIAL:
                continue
            if order and episode.number > order:
                yield season.loaded.episodes.diagnostic(
                    Code.EPISODE_BEYOND_SEASON,
                    (index, "number"),
                    f"episode {episode.number} of a season of {order}",
                    "correct the number, add a claim with the new `episode_order`, "
                    "or give the episode `type: special`",
                )
            elif message := _outside(episode, *starts):
                yield season.loaded.episodes.diagnostic(
                    Code.EPISODE_BEYOND_SEASON,
                    (index, "airdate"),
                    message,
                    "correct the date, or the season's `release`",
                )


def _outside(episode: Episode, first: date | None, following: date | None) -> str:
    if episode.airdate is None or not episode.airdate.is_day:
        return ""
    day = episode.airdate.earliest
    assert day is not None
    if first is not None and day < first:
        return f"episode {episode.number} on {day}, before the season begins on {first}"
    if following is not None and day > following:
        return f"episode {episode.number} on {day}, when the next season is out since {following}"
    return ""


def _first_day(season: TrackedSeason) -> date | None:
    release = season.standing.axes.release
    entry = release.fulfilled or release.current
    return entry.value.earliest if entry and entry.value.is_day else None

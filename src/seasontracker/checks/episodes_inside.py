"""Every episode lies in its season: it begins with the first, goes on, and ends with its number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from seasontracker.checks.tracked import TrackedSeason, TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models import Episode
from seasontracker.models.vocabulary import EpisodeType, Pattern

_ZONES = timedelta(days=1)
"""What comes at midnight in California comes a day later in Korea."""
_LONGEST_PAUSE = timedelta(days=330)
"""In one run. A season in batches may be waited for longer."""


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    for season in show.seasons:
        if season.loaded.episodes is None:
            continue
        following = show.season(season.loaded.number + 1)
        starts = _first_day(season), _first_day(following) if following else None
        order = season.standing.axes.episode_order.value
        days = {one.number: day for one in season.standing.episodes if (day := _day(one))}
        longest = _longest_pause(season)
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
                continue
            message = _outside(episode, *starts)
            if not message and (message := _late(episode, days, longest)):
                longest = None  # all that follow are as late, and one finding says it
            if message:
                yield season.loaded.episodes.diagnostic(
                    Code.EPISODE_BEYOND_SEASON,
                    (index, "airdate"),
                    message,
                    "correct the date, or the season's `release` or `pattern`",
                )


def _outside(episode: Episode, first: date | None, following: date | None) -> str:
    day = _day(episode)
    if day is None:
        return ""
    if first is not None and day < first:
        return f"episode {episode.number} on {day}, before the season begins on {first}"
    if first is not None and episode.number == 1 and day - first > _ZONES:
        return f"episode 1 on {day}, though the season begins on {first}"
    if following is not None and day > following:
        return f"episode {episode.number} on {day}, when the next season is out since {following}"
    return ""


def _late(episode: Episode, days: Mapping[int, date], longest: timedelta | None) -> str:
    """Return a message when an episode comes so long after the one before that a year is wrong."""
    day, before = _day(episode), days.get(episode.number - 1)
    if day is None or before is None or longest is None or day - before <= longest:
        return ""
    return (
        f"episode {episode.number} on {day}, {(day - before).days} days after "
        f"episode {episode.number - 1}"
    )


def _longest_pause(season: TrackedSeason) -> timedelta | None:
    """Return how long an episode may be waited for; None where any time may be right."""
    pattern = season.standing.axes.pattern.value
    if pattern is Pattern.ALL_AT_ONCE:
        return _ZONES
    return None if pattern is Pattern.BATCH else _LONGEST_PAUSE


def _day(episode: Episode) -> date | None:
    """Return the day of an episode of the season's run; None when it is not known to the day."""
    if episode.type is EpisodeType.SPECIAL or not episode.airdate or not episode.airdate.is_day:
        return None
    return episode.airdate.earliest


def _first_day(season: TrackedSeason) -> date | None:
    release = season.standing.axes.release
    entry = release.fulfilled or release.current
    return entry.value.earliest if entry and entry.value.is_day else None

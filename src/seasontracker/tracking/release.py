"""Where a season's release stands: derived from the log, never typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate
from seasontracker.models import Episode
from seasontracker.models.vocabulary import (
    Confidence,
    EpisodeType,
    Pattern,
    Production,
    Renewal,
)
from seasontracker.tracking.fold import AxisState, Entry

BREAK = timedelta(days=14)
"""A longer pause than this between two dated episodes is a break."""

_STRIDES = {Pattern.WEEKLY: timedelta(days=7), Pattern.DAILY: timedelta(days=1)}
NOT_COMING = frozenset({Renewal.CANCELLED, Renewal.CONCLUDED})
"""Decisions after which there will be no such season, unless it is out."""


class ReleaseState(Enum):
    """Where a season's release stands."""

    TBA = "tba"
    WINDOW = "window"
    OVERDUE = "overdue"
    DATED = "dated"
    TODAY = "today"
    AIRING = "airing"
    ON_BREAK = "on-break"
    RELEASED = "released"
    NEVER = "never"

    @property
    def has_begun(self) -> bool:
        """Whether at least one episode can be watched."""
        return self in _BEGUN


_BEGUN = frozenset(
    {ReleaseState.TODAY, ReleaseState.AIRING, ReleaseState.ON_BREAK, ReleaseState.RELEASED}
)


def release_state(
    *,
    release: AxisState[PartialDate],
    renewal: Renewal | None,
    production: Production | None,
    pattern: Pattern | None,
    episode_order: int | None,
    episodes: Sequence[Episode],
    clock: Clock,
) -> ReleaseState:
    """Return where the release stands on the clock's day."""
    if release.fulfilled is not None and release.fulfilled.value.earliest is not None:
        days = air_days(release.fulfilled.value.earliest, pattern, episode_order, episodes)
        if clock.has_passed(days[-1]) and awaits_more(pattern, episode_order, episodes):
            return ReleaseState.ON_BREAK
        return _after(days, clock)
    if renewal in NOT_COMING or production is Production.ABANDONED:
        return ReleaseState.NEVER
    current = release.current
    if current is None:
        return ReleaseState.OVERDUE if release.overdue else ReleaseState.TBA
    if not current.value.is_known:
        return ReleaseState.TBA
    return ReleaseState.DATED if is_dated(current) else ReleaseState.WINDOW


def is_dated(entry: Entry[PartialDate]) -> bool:
    """Return whether a claim names a day that is more than a guess."""
    sure = entry.rank <= Confidence.REPORTED.rank and not entry.value.uncertain
    return sure and entry.value.is_day


def air_days(
    first: date,
    pattern: Pattern | None,
    episode_order: int | None,
    episodes: Sequence[Episode],
) -> tuple[date, ...]:
    """Return the days on which episodes come out, in order, as far as they can be known.

    Episodes without a date follow those with one at the pattern's pace.
    """
    if pattern is Pattern.ALL_AT_ONCE:
        return (first,)
    dated = [day for day in _dated(episodes) if day >= first]
    days = {first, *dated}
    stride = _STRIDES.get(pattern) if pattern else None
    if stride and episode_order:
        last, missing = max(days), episode_order - max(len(dated), 1)
        days |= {last + stride * index for index in range(1, missing + 1)}
    return tuple(sorted(days))


def awaits_more(
    pattern: Pattern | None, episode_order: int | None, episodes: Sequence[Episode]
) -> bool:
    """Return whether a season in batches has parts that nobody has dated."""
    regular = sum(episode.type is not EpisodeType.SPECIAL for episode in episodes)
    return pattern is Pattern.BATCH and 0 < len(_dated(episodes)) < max(episode_order or 0, regular)


def _dated(episodes: Sequence[Episode]) -> list[date]:
    """Return each dated episode's day; a special is no part of a season's run."""
    return [
        episode.airdate.earliest
        for episode in episodes
        if episode.airdate is not None
        and episode.airdate.is_day
        and episode.airdate.earliest is not None
        and episode.type is not EpisodeType.SPECIAL
    ]


def _after(days: Sequence[date], clock: Clock) -> ReleaseState:
    if clock.is_today(days[0]):
        return ReleaseState.TODAY
    if clock.has_passed(days[-1]):
        return ReleaseState.RELEASED
    come = [day for day in days if clock.has_come(day)]
    if len(come) == len(days) or clock.is_today(come[-1]):
        return ReleaseState.AIRING
    pause = days[len(come)] - come[-1]
    return ReleaseState.ON_BREAK if pause > BREAK else ReleaseState.AIRING

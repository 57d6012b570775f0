"""Where a season's release stands: derived from the log, never typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate
from seasontracker.models import Episode
from seasontracker.models.vocabulary import Pattern, Production, Renewal
from seasontracker.tracking.fold import AxisState

BREAK = timedelta(days=14)
"""A longer pause than this between two dated episodes is a break."""

_STRIDES = {Pattern.WEEKLY: timedelta(days=7), Pattern.DAILY: timedelta(days=1)}


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
        return self in (self.TODAY, self.AIRING, self.ON_BREAK, self.RELEASED)


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
        first = release.fulfilled.value.earliest
        return _after(first, air_days(first, pattern, episode_order, episodes), clock)
    if renewal in (Renewal.CANCELLED, Renewal.CONCLUDED) or production is Production.ABANDONED:
        return ReleaseState.NEVER
    current = release.value
    if current is None:
        return ReleaseState.OVERDUE if release.entries else ReleaseState.TBA
    if not current.is_known:
        return ReleaseState.TBA
    return ReleaseState.DATED if current.is_day else ReleaseState.WINDOW


def air_days(
    first: date,
    pattern: Pattern | None,
    episode_order: int | None,
    episodes: Sequence[Episode],
) -> tuple[date, ...]:
    """Return the days on which episodes come out, in order, as far as they are known."""
    dated = {
        episode.airdate.earliest
        for episode in episodes
        if episode.airdate is not None and episode.airdate.is_day
    }
    days = {first} | {day for day in dated if day is not None and day >= first}
    stride = _STRIDES.get(pattern) if pattern else None
    if stride and len(days) == 1 and episode_order:
        # No episode is dated; a weekly season of eight still runs for seven weeks.
        days |= {first + stride * index for index in range(episode_order)}
    return tuple(sorted(days))


def _after(first: date, days: Sequence[date], clock: Clock) -> ReleaseState:
    if clock.is_today(first):
        return ReleaseState.TODAY
    if clock.has_passed(days[-1]):
        return ReleaseState.RELEASED
    upcoming = next(day for day in days if not clock.has_passed(day))
    previous = max((day for day in days if day < upcoming), default=first)
    return ReleaseState.ON_BREAK if upcoming - previous > BREAK else ReleaseState.AIRING

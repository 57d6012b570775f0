"""The days on which a season's episodes come out, each with its episodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from msgspec import Struct

from seasontracker.exports.calendars.event import EventStatus
from seasontracker.models import Episode
from seasontracker.models.vocabulary import EpisodeType
from seasontracker.tracking.events import SURE_OF_DAY
from seasontracker.tracking.release import ReleaseState, air_days
from seasontracker.tracking.schedule import Promise
from seasontracker.tracking.season import SeasonStanding

_FINALES = (EpisodeType.SEASON_FINALE, EpisodeType.SERIES_FINALE)


class Airing(Struct, frozen=True):
    """A day on which episodes come out."""

    day: date
    numbers: tuple[int, ...]
    """Of its episodes, in order; at least one."""
    title: str
    """Of the only episode; may be empty."""
    instant: datetime | None
    minutes: int
    """All episodes together; 0 where one's is not known."""
    is_last: bool
    """Whether the season ends with it."""
    status: EventStatus


class Airings(Struct, frozen=True):
    """The days of a season's episodes."""

    days: tuple[Airing, ...]
    """In order; all are called off where the release is."""
    gone: tuple[Airing, ...]
    """Days that the release or their episodes have left, and that no other event is known by."""


def airings(season: SeasonStanding, promise: Promise | None) -> Airings:
    """Return the days of a season with this release, or of which only episodes are dated."""
    dated = [one for one in season.episodes if one.airdate is not None and one.airdate.is_day]
    dated.sort(key=lambda one: (_day(one), one.number))
    opening = promise.entry.value.earliest if promise else None
    is_ahead = promise is not None and promise.stands and season.axes.release.fulfilled is None
    # What comes before the release was left behind by it.
    first = opening if is_ahead and opening is not None else date.min
    early = [one for one in dated if _is_regular(one) and _day(one) < first]
    are_doubtful = bool(early) or (is_ahead and _starts_elsewhere(season, opening))
    left = {one.number for one in early}
    current = [one for one in dated if one.number not in left]
    order = season.axes.episode_order.value
    found = []
    for day, of_day in _by_day(current):
        is_doubtful = are_doubtful and any(_is_regular(one) for one in of_day)
        status = _status(season, promise, day, is_doubtful=is_doubtful)
        found.append(_airing(day, of_day, order, status))
    if opening is not None:
        is_off = promise is not None and not promise.stands
        status = EventStatus.CANCELLED if is_off else EventStatus.TENTATIVE
        found += _reckoned(season, opening, len(current), status)
    known = {one.numbers[0] for one in found}
    gone = [_airing(day, of_day, order, EventStatus.CANCELLED) for day, of_day in _by_day(early)]
    gone += _left(season, order)
    last = {one.numbers[0]: one for one in gone if one.numbers[0] not in known}
    return Airings(tuple(found), tuple(last.values()))


def _is_regular(episode: Episode) -> bool:
    """Return whether an episode is part of the season's run."""
    return episode.type is not EpisodeType.SPECIAL


def _starts_elsewhere(season: SeasonStanding, opening: date | None) -> bool:
    """Return whether the first episode stayed on a day that the release has left."""
    regular = (one for one in season.episodes if _is_regular(one))
    first = min(regular, key=lambda one: one.number, default=None)
    return first is not None and _day(first) in _release_days(season) - {opening}


def _by_day(episodes: Iterable[Episode]) -> Iterator[tuple[date, list[Episode]]]:
    return ((day, list(of_day)) for day, of_day in groupby(episodes, key=_day))


def _status(
    season: SeasonStanding, promise: Promise | None, day: date, *, is_doubtful: bool
) -> EventStatus:
    """Return how far the day of episodes can be relied on: no further than the release."""
    current = season.axes.release.current
    if season.state is ReleaseState.NEVER or (promise is not None and not promise.stands):
        return EventStatus.CANCELLED
    if promise is None and current is not None and current.confidence in SURE_OF_DAY:
        # Nobody who would know has named a day; that there is none yet, or later, they may have.
        is_later = current.value.earliest is not None and day < current.value.earliest
        is_doubtful = is_later or not current.value.is_known
    return EventStatus.TENTATIVE if is_doubtful else EventStatus.CONFIRMED


def _left(season: SeasonStanding, order: int | None) -> Iterator[Airing]:
    """Yield the last day that each moved episode had before, where it had an event of its own."""
    releases = _release_days(season)
    days = {one.number: {_day(one), *_days_before(one)} for one in season.episodes}
    for one in season.episodes:
        before = _days_before(one)
        if not before or before[-1] in releases:
            continue
        # What several come out on is known by the first of them.
        if any(number < one.number and before[-1] in of_it for number, of_it in days.items()):
            continue
        yield _airing(before[-1], [one], order, EventStatus.CANCELLED)


def _release_days(season: SeasonStanding) -> set[date | None]:
    """Return each day on which the release was said to be, and the first of each window."""
    return {entry.value.earliest for entry in season.axes.release.entries}


def _days_before(episode: Episode) -> list[date]:
    days = (move.was.earliest for move in episode.moved if move.was.is_day)
    return [day for day in days if day is not None]


def _airing(
    day: date, episodes: Sequence[Episode], order: int | None, status: EventStatus
) -> Airing:
    airdates = [one.airdate for one in episodes if one.airdate and one.airdate.earliest == day]
    instants = [airdate.instant for airdate in airdates if airdate.instant]
    runtimes = [one.runtime or 0 for one in episodes]
    numbers = tuple(one.number for one in episodes)
    return Airing(
        day=day,
        numbers=numbers,
        title=(episodes[0].title or "") if len(episodes) == 1 else "",
        instant=min(instants, default=None),
        minutes=sum(runtimes) if all(runtimes) else 0,
        is_last=numbers[-1] == order or any(one.type in _FINALES for one in episodes),
        status=status,
    )


def _reckoned(
    season: SeasonStanding, first: date, dated: int, status: EventStatus
) -> Iterator[Airing]:
    """Yield the days that follow from the pattern and from how many episodes there are."""
    axes = season.axes
    order = axes.episode_order.value
    days = air_days(first, axes.pattern.value, order, season.episodes)
    known = {first, *(_day(one) for one in season.episodes)}
    unknown = [day for day in days if day not in known]
    for number, day in enumerate(unknown, start=max(dated, 1) + 1):
        yield Airing(day, (number,), "", None, 0, is_last=number == order, status=status)


def _day(episode: Episode) -> date:
    airdate = episode.airdate
    return airdate.earliest if airdate and airdate.is_day and airdate.earliest else date.min

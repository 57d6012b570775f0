"""The days on which a season's episodes come out, each with its episodes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

from msgspec import Struct

from seasontracker.models import Episode
from seasontracker.models.vocabulary import EpisodeType
from seasontracker.tracking.release import air_days
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
    is_reckoned: bool = False
    """Whether the day follows from the season's pace alone."""


def airings(season: SeasonStanding, first: date | None) -> tuple[Airing, ...]:
    """Return the days of a season that opens on `first`, or of which only episodes are dated."""
    dated = [one for one in season.episodes if one.airdate is not None and one.airdate.is_day]
    dated.sort(key=lambda one: (_day(one), one.number))
    order = season.axes.episode_order.value
    found = [_airing(day, list(group), order) for day, group in groupby(dated, key=_day) if day]
    if first is None:
        return tuple(found)
    return (*found, *_reckoned(season, first, len(dated)))


def _airing(day: date, episodes: list[Episode], order: int | None) -> Airing:
    instants = [one.airdate.instant for one in episodes if one.airdate and one.airdate.instant]
    runtimes = [one.runtime or 0 for one in episodes]
    numbers = tuple(one.number for one in episodes)
    return Airing(
        day=day,
        numbers=numbers,
        title=(episodes[0].title or "") if len(episodes) == 1 else "",
        instant=min(instants, default=None),
        minutes=sum(runtimes) if all(runtimes) else 0,
        is_last=numbers[-1] == order or any(one.type in _FINALES for one in episodes),
    )


def _reckoned(season: SeasonStanding, first: date, dated: int) -> Iterator[Airing]:
    """Yield the days that follow from the pattern and from how many episodes there are."""
    axes = season.axes
    order = axes.episode_order.value
    days = air_days(first, axes.pattern.value, order, season.episodes)
    known = {first, *(_day(one) for one in season.episodes)}
    unknown = [day for day in days if day not in known]
    for number, day in enumerate(unknown, start=max(dated, 1) + 1):
        yield Airing(day, (number,), "", None, 0, is_last=number == order, is_reckoned=True)


def _day(episode: Episode) -> date:
    airdate = episode.airdate
    return airdate.earliest if airdate and airdate.is_day and airdate.earliest else date.min

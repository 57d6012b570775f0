"""The one reader of today's date, which remembers what it was asked."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, UTC, date, datetime, timedelta, tzinfo

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(_DAY.pattern + r"T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Clock:
    """The site's day, and the days whose coming would have changed an answer.

    Whoever needs to know whether a day has come asks `has_come`; every day asked about is a
    *threshold*. Output that was made with this clock stays true while today is on the same side
    of each of them: from `valid_from` up to, and without, `valid_until`. The few things that
    happen at an instant ask `has_struck`, and `holds_from` and `holds_until` know of both.
    """

    today: date
    """For comparing clocks; what is printed comes from `day` and `month`, which are remembered."""
    zone: tzinfo = UTC
    """Where the site's day begins and ends."""
    instant: datetime | None = None
    """Aware; None for the first instant of the day."""
    _asked: set[date] = field(default_factory=set)
    _struck: set[int] = field(default_factory=set)

    @property
    def now(self) -> int:
        """The instant in whole seconds of Unix time, rounded down."""
        return _seconds(self.instant) if self.instant else self._begin(self.today)

    def __str__(self) -> str:
        """Return what `read_clock` reads as this day or instant."""
        return self.instant.isoformat(timespec="seconds") if self.instant else str(self.today)

    def has_come(self, day: date) -> bool:
        """Return whether the day is today or past."""
        self._asked.add(day)
        return day <= self.today

    def has_passed(self, day: date) -> bool:
        """Return whether the day is over."""
        if day == date.max:
            return False
        return self.has_come(day + timedelta(days=1))

    def is_today(self, day: date) -> bool:
        """Return whether the day is today."""
        return self.has_come(day) and not self.has_passed(day)

    def has_struck(self, moment: datetime) -> bool:
        """Return whether an instant is now or past."""
        seconds = _seconds(moment)
        self._struck.add(seconds)
        return seconds <= self.now

    def day(self) -> date:
        """Return today, for output that shows it and is due tomorrow."""
        self.is_today(self.today)
        return self.today

    def month(self) -> date:
        """Return the first day of this month, for output that shows the month."""
        first = self.today.replace(day=1)
        self.has_come(first)
        if (first.year, first.month) != (MAXYEAR, 12):
            self.has_come((first + timedelta(days=31)).replace(day=1))
        return first

    @property
    def thresholds(self) -> tuple[date, ...]:
        """All days asked about, in order."""
        return tuple(sorted(self._asked))

    @property
    def valid_from(self) -> date | None:
        """The newest threshold that has come; None when every earlier day gives the same."""
        return max((day for day in self._asked if day <= self.today), default=None)

    @property
    def valid_until(self) -> date | None:
        """The nearest threshold to come, the day on which output is due; None when never."""
        return min((day for day in self._asked if day > self.today), default=None)

    @property
    def holds_from(self) -> int | None:
        """The newest threshold that has come, in seconds of Unix time; None when there is none."""
        day, now = self.valid_from, self.now
        come = [one for one in self._struck if one <= now]
        return max([*come, *([self._begin(day)] if day else ())], default=None)

    @property
    def holds_until(self) -> int | None:
        """The nearest threshold to come, in seconds of Unix time; None when there is none."""
        day, now = self.valid_until, self.now
        coming = [one for one in self._struck if one > now]
        return min([*coming, *([self._begin(day)] if day else ())], default=None)

    def fork(self) -> Clock:
        """Return a clock of the same day that has been asked nothing, for another unit."""
        return Clock(self.today, self.zone, self.instant)

    def at(self, seconds: int) -> datetime:
        """Return seconds of Unix time as an instant in the site's zone."""
        return (_EPOCH + timedelta(seconds=seconds)).astimezone(self.zone)

    def _begin(self, day: date) -> int:
        return _seconds(datetime(day.year, day.month, day.day, tzinfo=self.zone))


def _seconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(seconds=1)


class ClockError(ValueError):
    """`--today` or `SOURCE_DATE_EPOCH` does not name a day."""


def read_clock(
    today: str | None, zone: tzinfo, environment: Mapping[str, str] = os.environ
) -> Clock:
    """Return a clock that shows `today`, else `SOURCE_DATE_EPOCH`, else the time now.

    `today` is a date as `2026-11-22`, which means its first instant, or an instant as
    `2026-11-22T09:00+09:00` (both ISO 8601); `SOURCE_DATE_EPOCH` is in seconds of Unix time
    (reproducible-builds.org). Instants have the day that they are in the site's zone. Raises
    `ClockError`.
    """
    if today is not None:
        try:
            if _DAY.fullmatch(today):
                return Clock(date.fromisoformat(today), zone)
            if _INSTANT.fullmatch(today):
                return _at(datetime.fromisoformat(today), zone)
        except (ValueError, OverflowError):
            pass
        raise ClockError(f"`{today}` is not a day; write it as 2026-11-22")
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch:
        try:
            # Addition, since the platform's own conversion refuses times before 1970 on some.
            return _at(_EPOCH + timedelta(seconds=int(epoch)), zone)
        except (ValueError, OverflowError) as error:
            raise ClockError(
                f"SOURCE_DATE_EPOCH is `{epoch}`, which is not a number of seconds since 1970"
            ) from error
    return _at(datetime.now(UTC), zone)


def seconds_now() -> int:
    """Return Unix time, for the age of what is remembered; nothing that is published follows it."""
    return _seconds(datetime.now(UTC))


def _at(moment: datetime, zone: tzinfo) -> Clock:
    local = moment.astimezone(zone)
    return Clock(local.date(), zone, local)

"""The site's signature figure: release windows as bars on a time axis, each as wide as its doubt.

All geometry is computed here, in per cent of the axis; templates only print it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, date, timedelta

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate
from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.marks import Mark
from seasontracker.wording.catalogue import Words
from seasontracker.wording.dates import month_label

_MOST_TICKS = 8
_BEYOND = 10.0
"""How far an open end runs out of the picture, which cuts it off."""
_LEAST_WIDTH = 1.2
"""A bar narrower than this cannot be told from a line on a phone."""


class Bar(Struct, frozen=True):
    """A window to be drawn."""

    window: PartialDate
    mark: Mark
    label: str
    said: date | None = None
    dead: str = ""
    """The word for what became of it, when it no longer stands."""
    note: str = ""
    cites: tuple[Cite, ...] = ()
    title: str = ""
    """What it is the window of, where a figure shows several."""
    url: str = ""
    came_true: date | None = None
    """The day of the release that fulfilled it."""


class Span(Struct, frozen=True):
    """A stretch of the axis, in per cent."""

    start: float
    width: float

    @property
    def end(self) -> float:
        return round(self.start + self.width, 2)


class Row(Struct, frozen=True):
    """A bar and its place on the axis; a day has a point instead of a span."""

    bar: Bar
    span: Span | None
    point: float | None
    said: float | None
    lead: Span | None
    """The line from the day it was said to the time it promised."""
    strike: Span | None
    open_start: bool
    open_end: bool


class Tick(Struct, frozen=True):
    """The start of a year."""

    at: float
    label: str


class Horizon(Struct, frozen=True):
    """A figure of bars on one axis."""

    ticks: tuple[Tick, ...]
    today: float | None
    today_label: str
    rows: tuple[Row, ...]
    caption: str
    quiet: bool
    """Whether the caption is small print; else it is for screen readers only."""

    @property
    def today_is_late(self) -> bool:
        """Whether the label of today must stand to the left of its line."""
        return self.today is not None and self.today > 50


class Present(Struct, frozen=True):
    """Where the line of the present stands, and the words beside it."""

    day: date
    label: str


def present(words: Words, clock: Clock, bars: Sequence[Bar]) -> Present | None:
    """Return the present as precisely as a figure can show it without changing every day.

    That is the beginning of this month, or the last end of a bar that has come since, so that no
    bar that is over reaches past the line. Without a bar there is no figure, and nothing is asked.
    """
    if not any(bar.window.is_known for bar in bars):
        return None
    month = clock.month()
    ends = {end for bar in bars for end in _ends(bar)}
    day = max([month, *(end for end in sorted(ends) if end > month and clock.has_come(end))])
    shown = month_label(words, month.year, month.month)
    return Present(day, words.gettext("as of %(day)s") % {"day": shown})


def _ends(bar: Bar) -> Iterator[date]:
    """Yield the days on which a bar begins and on which it is over."""
    window = bar.window
    if window.earliest is not None:
        yield window.earliest
    if window.latest is not None and window.latest < date.max:
        yield window.latest + timedelta(days=1)
    if bar.said is not None:
        yield bar.said


def draw_horizon(
    bars: Sequence[Bar], now: Present | None, *, caption: str, quiet: bool = True
) -> Horizon | None:
    """Lay bars out on an axis of whole years that holds them all and the present, if shown."""
    known = [bar for bar in bars if bar.window.is_known]
    if not known:
        return None
    first, last = _years(known, now)
    axis = _Axis(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1)
    step = -(-(last - first + 1) // _MOST_TICKS)
    ticks = tuple(
        Tick(axis.at(date(year, 1, 1)), str(year)) for year in range(first, last + 1, step)
    )
    return Horizon(
        ticks=ticks,
        today=axis.at(now.day) if now else None,
        today_label=now.label if now else "",
        rows=tuple(_row(bar, axis) for bar in known),
        caption=caption,
        quiet=quiet,
    )


class _Axis(Struct, frozen=True):
    start: int
    end: int

    def at(self, day: date, *, after: bool = False) -> float:
        """Return where a day starts, or ends, in per cent; never outside the axis."""
        part = (day.toordinal() + (1 if after else 0) - self.start) / (self.end - self.start)
        return round(min(max(part, 0.0), 1.0) * 100, 2)


def _years(bars: Sequence[Bar], now: Present | None) -> tuple[int, int]:
    days = [now.day] if now else []
    for bar in bars:
        days += [
            day for day in (bar.window.earliest, bar.window.latest, bar.said, bar.came_true) if day
        ]
    first = min(day.year for day in days)
    last = max(day.year for day in days)
    if any(bar.window.latest is None for bar in bars):
        last = min(last + 1, MAXYEAR)  # room for what has no end
    return first, last


def _row(bar: Bar, axis: _Axis) -> Row:
    window = bar.window
    said = axis.at(bar.said) if bar.said else None
    span: Span | None = None
    point: float | None = None
    if window.is_day and window.earliest is not None:
        start = end = point = axis.at(window.earliest)
    else:
        start = axis.at(window.earliest) if window.earliest else -_BEYOND
        end = axis.at(window.latest, after=True) if window.latest else 100.0 + _BEYOND
        span = Span(start, max(round(end - start, 2), _LEAST_WIDTH))
        end = span.end
    if bar.came_true is not None:
        point = axis.at(bar.came_true)
    strike = None
    if bar.dead:
        left, right = max(start - _LEAST_WIDTH, 0.0), min(end + _LEAST_WIDTH, 100.0)
        strike = Span(round(left, 2), round(right - left, 2))
    lead = None
    if said is not None and said < start:
        lead = Span(said, round(start - said, 2))
    return Row(
        bar=bar,
        span=span,
        point=point,
        said=said,
        lead=lead,
        strike=strike,
        open_start=window.earliest is None,
        open_end=window.latest is None,
    )

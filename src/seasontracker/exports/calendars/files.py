"""Which events are written, how long they are kept, and where those of all shows are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from seasontracker.clock import Clock
from seasontracker.codec import pack, unpack
from seasontracker.exports.calendars.event import CalendarEvent
from seasontracker.exports.calendars.ical import WrittenEvent, write_event
from seasontracker.pages.views.front import sort_key
from seasontracker.rows import ListRow, RowSource

DATES = "events/dates"
WINDOWS = "events/windows"
MOST_EVENTS = 500
"""In the calendars of all shows."""
_KEPT = timedelta(days=366)
"""How long the calendars of a show and a season keep what is over."""
_NEWS = timedelta(days=31)
"""The same for those of all shows."""


def written_events(
    events: Iterable[CalendarEvent], clock: Clock
) -> tuple[tuple[CalendarEvent, WrittenEvent], ...]:
    """Write those events, in order of their days, that are not long over."""
    kept = [event for event in events if not _is_over(event, clock, _KEPT)]
    kept.sort(key=lambda event: (event.first, event.uid))
    return tuple((event, write_event(event)) for event in kept)


def event_rows(
    name: str, events: Iterable[tuple[CalendarEvent, WrittenEvent]], clock: Clock
) -> Iterator[ListRow]:
    """Yield a show's part of a calendar of all shows, what ends first before the rest."""
    for event, written in events:
        if not _is_over(event, clock, _NEWS):
            yield ListRow(name, sort_key(event.last, event.uid), pack(written))


def site_events(rows: RowSource, name: str) -> tuple[WrittenEvent, ...]:
    """Return the events of all shows, with the nearest that there is room for."""
    return tuple(unpack(data, WrittenEvent) for data in rows.list_rows(name, most=MOST_EVENTS))


def _is_over(event: CalendarEvent, clock: Clock, kept: timedelta) -> bool:
    """Return whether an event ended so long ago that nobody waits for word of it."""
    is_soon = event.last < date.max - kept
    return is_soon and clock.has_passed(event.last + kept)

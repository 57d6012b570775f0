"""Calendars as RFC 5545 and RFC 7986 have them, written by the icalendar library.

Only a calendar that is written imports the library, which takes a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, timedelta
from functools import lru_cache

from msgspec import Struct

from seasontracker.exports.calendars.event import CalendarEvent
from seasontracker.exports.plain_text import legal_text, one_line

REFRESH = "PT12H"
"""How often a calendar is worth reading again; builds of a site are rarely more frequent."""
_END = b"END:VCALENDAR\r\n"
_DAY = timedelta(days=1)


class CalendarHead(Struct, frozen=True):
    """What a calendar says of itself."""

    name: str
    text: str
    source: str
    """Its own address, absolute."""
    url: str
    """The page that says the same, absolute."""
    zone: str
    """Of events that have an hour."""


class WrittenEvent(Struct, frozen=True):
    """An event as it stands in every calendar that has it, and what it needs there."""

    data: bytes
    first_year: int
    last_year: int


def write_event(event: CalendarEvent) -> WrittenEvent:
    """Write an event; it names a zone when it has an hour."""
    lines = (
        _line("BEGIN", "VEVENT"),
        _line("UID", event.uid),
        # Without a METHOD this is the day of the last revision (RFC 5545, section 3.8.7.2).
        _line("DTSTAMP", f"{_basic(event.revised)}T000000Z"),
        *_when(event),
        _line("SUMMARY", event.title),
        *([_line("DESCRIPTION", event.text)] if event.text else []),
        *([_line("CATEGORIES", event.category)] if event.category else []),
        _line("URL", event.url, is_uri=True),
        _line("STATUS", event.status.value),
        _line("SEQUENCE", str(event.revision)),
        # Whoever subscribes is not busy because a season comes out.
        _line("TRANSP", "TRANSPARENT"),
        _line("END", "VEVENT"),
    )
    return WrittenEvent(b"".join(lines), event.first.year, event.last.year)


def write_calendar(head: CalendarHead, events: Sequence[WrittenEvent]) -> bytes:
    """Write a calendar; one without events has a zone, since RFC 5545 asks for something."""
    years = [year for event in events for year in (event.first_year, event.last_year)]
    zone = _zone(head.zone, min(years, default=2026), max(years, default=2026))
    return b"".join((_head(head), zone, *(event.data for event in events), _END))


def _when(event: CalendarEvent) -> Iterator[bytes]:
    if event.instant is None:
        yield _line("DTSTART", _basic(event.first), VALUE="DATE")
        if event.last < date.max:
            yield _line("DTEND", _basic(event.last + _DAY), VALUE="DATE")
        return
    moment = event.instant
    if moment.tzinfo is UTC or getattr(moment.tzinfo, "key", "") == "UTC":
        yield _line("DTSTART", f"{_basic(moment.date())}T{moment:%H%M%S}Z")
    else:
        key = getattr(moment.tzinfo, "key", "")
        yield _line("DTSTART", f"{_basic(moment.date())}T{moment:%H%M%S}", TZID=key)
    if event.minutes:
        yield _line("DURATION", f"PT{event.minutes}M")


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


@lru_cache(maxsize=64)
def _head(head: CalendarHead) -> bytes:
    name, text = one_line(head.name), one_line(head.text)
    return b"".join(
        (
            _line("BEGIN", "VCALENDAR"),
            _line("VERSION", "2.0"),
            # Without a version, so that a new one of ours changes no calendar.
            _line("PRODID", "-//seasontracker//EN"),
            _line("CALSCALE", "GREGORIAN"),
            _line("NAME", name),
            _line("DESCRIPTION", text),
            _line("URL", head.url, is_uri=True),
            _line("SOURCE", head.source, is_uri=True, VALUE="URI"),
            _line("REFRESH-INTERVAL", REFRESH, VALUE="DURATION"),
            # The names of the same three before RFC 7986, which most readers still go by.
            _line("X-WR-CALNAME", name),
            _line("X-WR-CALDESC", text),
            _line("X-PUBLISHED-TTL", REFRESH),
        )
    )


@lru_cache(maxsize=64)
def _zone(name: str, first_year: int, last_year: int) -> bytes:
    """Return the rules of a zone for some years."""
    from icalendar import Timezone  # noqa: PLC0415 - see above

    zone = Timezone.from_tzid(
        name,
        first_date=date(max(first_year, 1970), 1, 1),
        last_date=date(min(last_year + 1, 9998), 1, 1),
    )
    zone.pop("COMMENT", None)
    return bytes(zone.to_ical())


@lru_cache(maxsize=512)
def _line(name: str, value: str, *, is_uri: bool = False, **parameters: str) -> bytes:
    from icalendar import vText, vUri  # noqa: PLC0415 - see above
    from icalendar.parser import Contentline, Parameters  # noqa: PLC0415

    # The library escapes text, and folds lines at 75 octets.
    shown = vUri(value) if is_uri else vText(legal_text(value))
    line = Contentline.from_parts(name, Parameters(parameters), shown)
    return bytes(line.to_ical()) + b"\r\n"

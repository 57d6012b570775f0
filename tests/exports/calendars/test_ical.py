"""How calendars are written: RFC 5545, RFC 7986, and what two other programs read in them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from seasontracker.exports.calendars.event import CalendarEvent, EventStatus
from seasontracker.exports.calendars.ical import CalendarHead, write_calendar, write_event
from seasontracker.exports.plain_text import legal_text

LONDON = ZoneInfo("Europe/London")
HEAD = CalendarHead(
    name="Harbour: dates",
    text="Days; that, are sure.",
    source="https://example.org/shows/harbor/calendar.ics?a=1,2;b",
    url="https://example.org/shows/harbor/",
    zone="Europe/London",
)


def event(**values: Any) -> CalendarEvent:
    """Return an event of a day."""
    known: dict[str, Any] = {
        "uid": "harbor.season-2.release@example.org",
        "status": EventStatus.CONFIRMED,
        "title": "Harbour, season 2: premiere",
        "text": "Official\nSaid by Kim",
        "url": "https://example.org/shows/harbor/season-2/",
        "category": "Official",
        "first": date(2026, 10, 14),
        "last": date(2026, 10, 14),
        "instant": None,
        "minutes": 0,
        "revision": 3,
        "revised": date(2026, 1, 5),
    }
    return CalendarEvent(**{**known, **values})


def written(*events: CalendarEvent, head: CalendarHead = HEAD) -> bytes:
    """Return a calendar, after looking at its lines as RFC 5545, section 3.1, has them."""
    data = write_calendar(head, [write_event(one) for one in events])
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in re.sub(rb"\r\n[ \t]", b"", data).split(b"\r\n")[:-1]:
        assert re.match(rb"[A-Z-]+(;[A-Z-]+=[^:;]+)*:", line), line
    return data


def read(data: bytes) -> tuple[icalendar.Calendar, list[Any]]:
    """Return a calendar and its events as icalendar reads them."""
    calendar = icalendar.Calendar.from_ical(data)
    assert isinstance(calendar, icalendar.Calendar)
    assert calendar.errors == []
    return calendar, list(calendar.walk("VEVENT"))


def test_calendar_says_what_it_is() -> None:
    """Names, own address, page and how often to look stand in its head, under both standards."""
    calendar, _ = read(written(event()))

    assert (calendar["VERSION"], calendar["CALSCALE"]) == ("2.0", "GREGORIAN")
    assert calendar["PRODID"] == "-//seasontracker//EN"
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Harbour: dates"
    assert calendar["DESCRIPTION"] == "Days; that, are sure."
    assert calendar["X-WR-CALDESC"] == r"Days\; that\, are sure."  # of no type that is known
    assert calendar["SOURCE"] == HEAD.source
    assert calendar["SOURCE"].params["VALUE"] == "URI"
    assert calendar["URL"] == HEAD.url
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert calendar["REFRESH-INTERVAL"].dt.total_seconds() == 12 * 3600
    # It answers nobody: with a METHOD it would need an organizer (RFC 5546, section 3.2.1).
    assert "METHOD" not in calendar


def test_event_of_a_day() -> None:
    """A day is written as one, its end excluded, and nobody is busy on it."""
    (one,) = read(written(event()))[1]

    assert one["UID"] == "harbor.season-2.release@example.org"
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (date(2026, 10, 14), date(2026, 10, 15))
    assert one["DTSTAMP"].dt == datetime(2026, 1, 5, tzinfo=UTC)
    assert (one["SEQUENCE"], one["STATUS"], one["TRANSP"]) == (3, "CONFIRMED", "TRANSPARENT")
    assert one["SUMMARY"] == "Harbour, season 2: premiere"
    assert one["DESCRIPTION"] == "Official\nSaid by Kim"
    assert one["URL"] == "https://example.org/shows/harbor/season-2/"
    assert one["CATEGORIES"].cats == ["Official"]


def test_event_of_several_days() -> None:
    """A window is a span of whole days."""
    (one,) = read(written(event(first=date(2026, 7, 1), last=date(2026, 12, 31))))[1]

    assert (one["DTSTART"].dt, one["DTEND"].dt) == (date(2026, 7, 1), date(2027, 1, 1))


@pytest.mark.parametrize("year", [1960, 2026, 2100, 9999])
def test_event_with_an_hour(year: int) -> None:
    """An hour is written in the site's zone, whose rules stand in the calendar."""
    moment = datetime(year, 10, 14, 21, 30, tzinfo=LONDON)
    data = written(event(first=moment.date(), last=moment.date(), instant=moment, minutes=50))
    calendar, (one,) = read(data)

    assert b"DTSTART;TZID=Europe/London:" in data
    assert one["DTSTART"].dt == moment
    assert one["DURATION"].dt.total_seconds() == 3000
    assert "DTEND" not in one
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/London"]


def test_rules_of_the_zone_hold_for_the_event() -> None:
    """Whoever knows the zone from the calendar alone finds the same instant."""
    for month, offset in ((1, 0), (7, 1)):
        moment = datetime(2026, month, 14, 21, 30, tzinfo=LONDON)
        calendar, _ = read(written(event(instant=moment)))
        (zone,) = calendar.walk("VTIMEZONE")
        local = moment.replace(tzinfo=zone.to_tz(lookup_tzid=False))

        assert local.utcoffset() == moment.utcoffset()
        assert local.utcoffset().total_seconds() == offset * 3600  # type: ignore[union-attr]


def test_event_in_universal_time_needs_no_zone() -> None:
    """A site in UTC writes instants as such."""
    moment = datetime(2026, 10, 14, 21, 30, tzinfo=ZoneInfo("UTC"))

    assert b"DTSTART:20261014T213000Z\r\n" in written(event(instant=moment))


def test_calendar_without_events_is_valid() -> None:
    """RFC 5545, section 3.6, asks for at least one component, and a zone is one."""
    calendar, events = read(written())

    assert events == []
    assert [one.name for one in calendar.subcomponents] == ["VTIMEZONE"]


def test_calendar_is_read_by_vobject() -> None:
    """A second program reads the same."""
    moment = datetime(2026, 10, 14, 21, 30, tzinfo=LONDON)
    title = "Häfen; früh, spät \\ 하버 " * 6
    calendar = vobject.readOne(written(event(title=title, instant=moment)).decode())

    assert calendar.vevent.dtstart.value == moment
    assert calendar.vevent.summary.value == title
    assert calendar.vevent.description.value == "Official\nSaid by Kim"
    assert calendar.vevent.sequence.value == "3"


@given(st.text(), st.text(), st.text())
@settings(max_examples=60)
def test_calendar_holds_any_text(title: str, text: str, name: str) -> None:
    """Whatever an editor writes makes no line of its own, and is read as it was written."""
    head = CalendarHead(name, "", HEAD.source, HEAD.url, "Asia/Seoul")
    calendar, (one,) = read(written(event(title=title, text=text), head=head))

    assert str(one["SUMMARY"]) == legal_text(title)
    assert str(one.get("DESCRIPTION", "")) == legal_text(text)
    assert len(calendar.walk()) == 4  # the calendar, its zone and that zone's rule, the event

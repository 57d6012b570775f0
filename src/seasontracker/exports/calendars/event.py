"""One entry of a calendar, before it is written."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from msgspec import Struct


class EventStatus(Enum):
    """How far an event can be relied on (RFC 5545, section 3.8.1.11)."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


class CalendarEvent(Struct, frozen=True):
    """A day or span of days in a calendar."""

    uid: str
    """The same for ever, so that a date that moves moves the event."""
    status: EventStatus
    title: str
    text: str
    """Lines of plain text; may be empty."""
    url: str
    """Absolute."""
    category: str
    """How certain it is, for people; may be empty."""
    first: date
    last: date
    """Included."""
    instant: datetime | None
    """When it begins, in the site's zone, where somebody has said."""
    minutes: int
    """How long it lasts from then; 0 where that is not known."""
    revision: int
    revised: date

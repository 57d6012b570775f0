"""When something was said, and whether that was yet."""

from __future__ import annotations

from datetime import date

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate


def first_day(said: PartialDate) -> date:
    """Return the day that a date counts from; a month counts from its first."""
    return said.earliest or date.min


def has_been_said(said: PartialDate, clock: Clock) -> bool:
    """Return whether something dated so exists yet on the clock's day."""
    return clock.has_come(first_day(said))

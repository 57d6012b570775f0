"""What happens to claims, day by day: said, retracted, run out, come true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import IntEnum
from typing import Generic

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate
from seasontracker.models.vocabulary import Confidence
from seasontracker.tracking.axis import Entry, StepKind, V

SURE_OF_DAY = frozenset({Confidence.OFFICIAL, Confidence.ON_RECORD, Confidence.LISTING})
"""Who may name a day that counts as the release once it comes."""
SURE_OF_PAST = SURE_OF_DAY | {Confidence.REPORTED}
"""Who may say that it came on a day that is already here."""


class Order(IntEnum):
    """Which of one day's events comes first: ends, then what is said, then what comes true."""

    END = 0
    SAY = 1
    COME = 2
    END_AT_ONCE = 3
    """What is retracted or already past on the day on which it is said."""


class Event(Struct, Generic[V], frozen=True):
    """Something that happened to a claim."""

    day: date
    order: Order
    index: int
    """The claim's place in the log, sorted by day and by place in the file."""
    entry: Entry[V]
    ending: StepKind = StepKind.EXPIRED

    @property
    def sort_key(self) -> tuple[date, int, int, int, bool]:
        # The strongest of those that end together ends last, since it was current throughout. And
        # what was taken back on the day on which its time ran out was taken back.
        ends = self.order in (Order.END, Order.END_AT_ONCE)
        weakest_first = -self.entry.rank if ends else 0
        is_expiry = self.ending is StepKind.EXPIRED
        return (self.day, self.order, weakest_first, self.index, is_expiry)


def happened(entries: Sequence[Entry[V]], clock: Clock) -> list[Event[V]]:
    """Return all that has happened to the claims up to the clock's day, in order."""
    found = (
        event
        for index, entry in enumerate(entries)
        if clock.has_come(entry.said)
        for event in _of_entry(entry, index)
    )
    events = [one for one in found if clock.has_come(one.day)]
    return sorted(events, key=lambda one: one.sort_key) if len(events) > 1 else events


def _of_entry(entry: Entry[V], index: int) -> Iterator[Event[V]]:
    """Yield what happens to a claim, whether or not its day has come."""
    yield Event(entry.said, Order.SAY, index, entry)
    if entry.retracted is not None:
        yield _end(entry, index, entry.retracted, StepKind.RETRACTED)
    window = entry.value
    if not isinstance(window, PartialDate):
        return
    if window.latest is not None and window.latest < date.max:
        yield _end(entry, index, window.latest + timedelta(days=1), StepKind.EXPIRED)
    if window.is_day and not window.uncertain and window.earliest is not None:
        # Whoever speaks of a day that is past does not promise but reports.
        sure = SURE_OF_PAST if window.earliest <= entry.said else SURE_OF_DAY
        if entry.confidence in sure:
            yield Event(max(window.earliest, entry.said), Order.COME, index, entry)


def _end(entry: Entry[V], index: int, day: date, ending: StepKind) -> Event[V]:
    order = Order.END if day > entry.said else Order.END_AT_ONCE
    return Event(max(day, entry.said), order, index, entry, ending)

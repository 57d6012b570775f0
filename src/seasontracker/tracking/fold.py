"""The fold: what a log of dated, sourced claims comes to on the clock's day.

Ranks: official > on-record, reported, listing > rumour > speculation. The current claim is the
newest of the highest rank that is still alive. A claim dies when a later one of equal or higher
rank replaces it, when its window passes unfulfilled, or when it is retracted. One marked
`alongside` does not replace; while two of the highest rank disagree, the axis is contested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, IntEnum
from typing import Any, Generic, TypeAlias, TypeVar

from seasontracker.clock import Clock
from seasontracker.dates import Movement, PartialDate
from seasontracker.models import CastClaim, Claim
from seasontracker.models.vocabulary import Confidence
from seasontracker.tracking.said import first_day

V = TypeVar("V")

SURE_OF_DAY = frozenset({Confidence.OFFICIAL, Confidence.ON_RECORD, Confidence.LISTING})
"""Who may name a day that counts as the release once it comes."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[V]):
    """What one claim says about one axis."""

    claim: Claim | CastClaim
    value: V
    position: int
    """Its place in the file, which decides between claims of one day."""

    @property
    def confidence(self) -> Confidence:
        return self.claim.confidence

    @property
    def rank(self) -> int:
        return self.claim.confidence.rank

    @property
    def said(self) -> date:
        return first_day(self.claim.date)


class StepKind(Enum):
    """What a step of the log did to its axis."""

    ANNOUNCED = "announced"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
    REPEATED = "repeated"
    NARROWED = "narrowed"
    WIDENED = "widened"
    SLIPPED = "slipped"
    BROUGHT_FORWARD = "brought-forward"
    WITHDRAWN = "withdrawn"
    DISPUTED = "disputed"
    OUTRANKED = "outranked"
    EXPIRED = "expired"
    FULFILLED = "fulfilled"
    RETRACTED = "retracted"


ENDINGS = frozenset({StepKind.EXPIRED, StepKind.FULFILLED, StepKind.RETRACTED})
"""What happens to a claim after it was made."""


@dataclass(frozen=True, slots=True)
class Step(Generic[V]):
    """One event in an axis' history."""

    day: date
    kind: StepKind
    entry: Entry[V]
    previous: Entry[V] | None = None
    """The claim that was current before."""
    days_moved: int | None = None
    """How far a release window moved; positive is later."""


@dataclass(frozen=True, slots=True)
class AxisState(Generic[V]):
    """An axis on the clock's day, and how it got there."""

    alive: tuple[Entry[V], ...] = ()
    """Newest last."""
    entries: tuple[Entry[V], ...] = ()
    """All said so far, newest last, dead ones too."""
    steps: tuple[Step[V], ...] = ()
    """Newest last."""
    fulfilled: Entry[V] | None = None
    """The release that has happened."""

    @property
    def current(self) -> Entry[V] | None:
        """The newest of the highest rank still alive."""
        best = min((entry.rank for entry in self.alive), default=None)
        return next((entry for entry in reversed(self.alive) if entry.rank == best), None)

    @property
    def value(self) -> V | None:
        return self.current.value if self.current else None

    @property
    def rivals(self) -> tuple[Entry[V], ...]:
        """Claims of the current one's rank that say something else, newest last."""
        current = self.current
        return tuple(
            entry
            for entry in self.alive
            if current is not None
            and entry.rank == current.rank
            and not _same(entry.value, current.value)
        )

    @property
    def is_contested(self) -> bool:
        return bool(self.rivals)

    @property
    def below(self) -> tuple[Entry[V], ...]:
        """Claims that live under a stronger one, newest last."""
        current = self.current
        return tuple(entry for entry in self.alive if current and entry.rank > current.rank)


class _Order(IntEnum):
    """Which of one day's events comes first: ends, then what is said, then what comes true."""

    END = 0
    SAY = 1
    COME = 2
    END_AT_ONCE = 3
    """What is retracted or already past on the day on which it is said."""


@dataclass(frozen=True, slots=True)
class _Event(Generic[V]):
    day: date
    order: _Order
    index: int
    entry: Entry[V]
    ending: StepKind = StepKind.EXPIRED


Advance: TypeAlias = Callable[[Any, Any], bool]


def fold(
    entries: Iterable[Entry[V]], clock: Clock, *, advances: Advance | None = None
) -> AxisState[V]:
    """Return what an axis' claims come to on the clock's day.

    `advances(new, old)` says that a new value is a later stage of the same course, so that it
    does not contradict the old one, however official that was.
    """
    ordered = sorted(entries, key=lambda entry: (entry.said, entry.position))
    state: AxisState[V] = AxisState()
    for event in sorted(_events(ordered, clock), key=lambda one: (one.day, one.order, one.index)):
        match event.order:
            case _Order.SAY:
                state = _say(state, event.entry, event.day, advances)
            case _Order.COME:
                state = _come(state, event.entry, event.day)
            case _:
                state = _end(state, event.entry, event.day, event.ending)
    return state


def _events(entries: Sequence[Entry[V]], clock: Clock) -> Iterator[_Event[V]]:
    """Yield what has happened to the claims up to the clock's day."""
    for index, entry in enumerate(entries):
        if not clock.has_come(entry.said):
            continue
        yield _Event(entry.said, _Order.SAY, index, entry)
        ends: list[tuple[date, StepKind]] = []
        if entry.claim.retracted is not None:
            ends.append((first_day(entry.claim.retracted), StepKind.RETRACTED))
        if isinstance(entry.value, PartialDate):
            window = entry.value
            if window.latest is not None and window.latest < date.max:
                ends.append((window.latest + timedelta(days=1), StepKind.EXPIRED))
            if _names_a_day(entry) and window.earliest is not None:
                day = max(window.earliest, entry.said)
                if clock.has_come(day):
                    yield _Event(day, _Order.COME, index, entry)
        for day, ending in ends:
            order = _Order.END if day > entry.said else _Order.END_AT_ONCE
            if clock.has_come(max(day, entry.said)):
                yield _Event(max(day, entry.said), order, index, entry, ending)


def _names_a_day(entry: Entry[Any]) -> bool:
    window = entry.value
    return (
        isinstance(window, PartialDate)
        and window.is_day
        and not window.uncertain
        and entry.confidence in SURE_OF_DAY
    )


def _say(state: AxisState[V], entry: Entry[V], day: date, advances: Advance | None) -> AxisState[V]:
    def replaced(old: Entry[V]) -> bool:
        if entry.claim.alongside:
            return False
        if entry.rank <= old.rank:
            return True
        further = advances is not None and advances(entry.value, old.value)
        return further and entry.rank <= Confidence.REPORTED.rank

    before = state.current
    after = replace(
        state,
        alive=(*(old for old in state.alive if not replaced(old)), entry),
        entries=(*state.entries, entry),
    )
    if state.fulfilled is not None and state.fulfilled not in after.alive:
        after = replace(after, fulfilled=None)
    reference = before or (state.entries[-1] if state.entries else None)
    kind = _kind(entry, reference, became_current=after.current is entry)
    moved = None
    if isinstance(entry.value, PartialDate) and reference is not None and kind in _MOVES:
        moved = entry.value.days_moved(reference.value)  # type: ignore[arg-type]
    step = Step(day, kind, entry, reference, moved)
    return replace(after, steps=(*state.steps, step))


_MOVES = frozenset({StepKind.SLIPPED, StepKind.BROUGHT_FORWARD, StepKind.DISPUTED})
_MOVEMENTS = {
    Movement.NARROWED: StepKind.NARROWED,
    Movement.WIDENED: StepKind.WIDENED,
    Movement.SLIPPED: StepKind.SLIPPED,
    Movement.BROUGHT_FORWARD: StepKind.BROUGHT_FORWARD,
}


def _kind(entry: Entry[Any], before: Entry[Any] | None, *, became_current: bool) -> StepKind:
    """Name a step by comparing what is said with what was current."""
    if not became_current:
        return StepKind.OUTRANKED
    if before is None:
        return StepKind.ANNOUNCED
    if _same(entry.value, before.value):
        return StepKind.CONFIRMED if entry.rank < before.rank else StepKind.REPEATED
    if entry.claim.alongside and entry.rank == before.rank:
        return StepKind.DISPUTED
    if isinstance(entry.value, PartialDate):
        if not entry.value.is_known:
            return StepKind.WITHDRAWN
        if not before.value.is_known:
            return StepKind.ANNOUNCED
        return _MOVEMENTS[entry.value.compare(before.value)]
    return StepKind.CHANGED


def _end(state: AxisState[V], entry: Entry[V], day: date, kind: StepKind) -> AxisState[V]:
    came_true = entry is state.fulfilled
    if entry not in state.alive or (came_true and kind is StepKind.EXPIRED):
        return state
    return replace(
        state,
        alive=tuple(other for other in state.alive if other is not entry),
        fulfilled=None if came_true else state.fulfilled,
        steps=(*state.steps, Step(day, kind, entry, state.current)),
    )


def _come(state: AxisState[V], entry: Entry[V], day: date) -> AxisState[V]:
    current = state.current
    if current is None or entry not in state.alive or entry.rank != current.rank:
        return state
    step = Step(day, StepKind.FULFILLED, entry, current)
    return replace(state, alive=(entry,), fulfilled=entry, steps=(*state.steps, step))


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.compare(other) is Movement.SAME and one.is_known == other.is_known
    return bool(one == other)

"""The fold: what a log of dated, sourced claims comes to on the clock's day.

Ranks: official > on-record, reported, listing > rumour > speculation. The current claim is the
newest of the highest rank that is still alive. A claim dies when a later one of equal or higher
rank replaces it, when its window passes unfulfilled, or when it is retracted; it never comes back.
One marked `alongside` does not replace; while two of the highest rank disagree, the axis is
contested. What has come true stays true until a claim that could replace it says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from seasontracker.clock import Clock
from seasontracker.dates import Movement, PartialDate
from seasontracker.models.vocabulary import Confidence
from seasontracker.tracking.axis import (
    ENDINGS,
    AxisState,
    Entry,
    Step,
    StepKind,
    V,
    same_value,
    strongest,
)
from seasontracker.tracking.events import SURE_OF_DAY, Order, happened

__all__ = ["ENDINGS", "SURE_OF_DAY", "Advance", "AxisState", "Entry", "Step", "StepKind", "fold"]

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
    for event in happened(ordered, clock):
        match event.order:
            case Order.SAY if state.fulfilled is not None and _leaves(event.entry, state.fulfilled):
                state = _tell_again(state, event.entry, state.fulfilled, event.day)
            case Order.SAY:
                state = _say(state, event.entry, event.day, advances)
            case Order.COME:
                state = _come(state, event.entry, event.day)
            case _:
                state = _end(state, event.entry, event.day, event.ending)
        last = state.current or state.last
        if last is not state.last:
            state = replace(state, last=last)
    return state


def _say(state: AxisState[V], entry: Entry[V], day: date, advances: Advance | None) -> AxisState[V]:
    def replaced(old: Entry[V]) -> bool:
        if entry.claim.alongside:
            return False
        if entry.rank <= old.rank:
            return True
        further = advances is not None and advances(entry.value, old.value)
        return further and entry.rank <= Confidence.REPORTED.rank

    alive = (*(old for old in state.alive if not replaced(old)), entry)
    current = strongest(alive)
    kind, reference = _compared(state, entry, became_current=current is entry)
    return AxisState(
        alive=alive,
        entries=(*state.entries, entry),
        steps=(*state.steps, _step(day, kind, entry, reference)),
        last=current,
    )


def _leaves(entry: Entry[Any], fulfilled: Entry[Any]) -> bool:
    """Return whether a claim leaves a release that has happened as it is."""
    if entry.claim.alongside or entry.rank > fulfilled.rank:
        return True
    return entry.value.is_known and bool(entry.value.contains(fulfilled.value))


def _tell_again(
    state: AxisState[V], entry: Entry[V], fulfilled: Entry[V], day: date
) -> AxisState[V]:
    """Add a claim about what has happened; only one as sure of the same day takes its place."""
    takes_over = False
    kind = StepKind.OUTRANKED
    if same_value(entry.value, fulfilled.value):
        takes_over = entry.rank <= fulfilled.rank and not entry.claim.alongside
        kind = StepKind.CONFIRMED if entry.rank < fulfilled.rank else StepKind.REPEATED
    elif entry.rank <= fulfilled.rank and not entry.claim.alongside:
        kind = StepKind.REPEATED
    return replace(
        state,
        alive=(entry,) if takes_over else state.alive,
        entries=(*state.entries, entry),
        steps=(*state.steps, _step(day, kind, entry, fulfilled)),
        fulfilled=entry if takes_over else fulfilled,
    )


_MOVES = frozenset({StepKind.SLIPPED, StepKind.BROUGHT_FORWARD, StepKind.DISPUTED})
_MOVEMENTS = {
    Movement.NARROWED: StepKind.NARROWED,
    Movement.WIDENED: StepKind.WIDENED,
    Movement.SLIPPED: StepKind.SLIPPED,
    Movement.BROUGHT_FORWARD: StepKind.BROUGHT_FORWARD,
}


def _step(day: date, kind: StepKind, entry: Entry[V], reference: Entry[V] | None) -> Step[V]:
    moved = None
    if reference is not None and kind in _MOVES and isinstance(entry.value, PartialDate):
        moved = entry.value.days_moved(reference.value)  # type: ignore[arg-type]
    return Step(day, kind, entry, reference, moved)


def _compared(
    state: AxisState[V], entry: Entry[V], *, became_current: bool
) -> tuple[StepKind, Entry[V] | None]:
    """Name what a claim did, and the earlier claim that it is measured by."""
    before = state.current
    reference = before or state.last
    if reference is None:
        return StepKind.ANNOUNCED, None
    same = same_value(entry.value, reference.value)
    if not became_current:
        return (StepKind.REPEATED if same else StepKind.OUTRANKED), reference
    if same:
        return (StepKind.CONFIRMED if entry.rank < reference.rank else StepKind.REPEATED), reference
    if before is not None and entry.claim.alongside and entry.rank == before.rank:
        return StepKind.DISPUTED, reference
    for rival in state.rivals:
        # The last word in a dispute sides with one of the parties.
        if same_value(entry.value, rival.value):
            return StepKind.CONFIRMED, rival
    if not isinstance(entry.value, PartialDate):
        return StepKind.CHANGED, reference
    if not entry.value.is_known:
        # What has run out can no longer be withdrawn, nor a weaker voice's word by a stronger.
        withdrawn = before is not None and entry.rank == before.rank
        return (StepKind.WITHDRAWN if withdrawn else StepKind.ANNOUNCED), reference
    if not reference.value.is_known:  # type: ignore[attr-defined]
        return StepKind.ANNOUNCED, reference
    return _MOVEMENTS[entry.value.compare(reference.value)], reference  # type: ignore[arg-type]


def _end(state: AxisState[V], entry: Entry[V], day: date, kind: StepKind) -> AxisState[V]:
    came_true = entry is state.fulfilled
    is_alive = any(other is entry for other in state.alive)
    if not is_alive or (came_true and kind is StepKind.EXPIRED):
        return state
    taken_back = kind is StepKind.RETRACTED and entry is state.last
    return replace(
        state,
        alive=tuple(other for other in state.alive if other is not entry),
        fulfilled=None if came_true else state.fulfilled,
        last=None if taken_back else state.last,
        steps=(*state.steps, Step(day, kind, entry, state.current)),
    )


def _come(state: AxisState[V], entry: Entry[V], day: date) -> AxisState[V]:
    current = state.current
    if current is None or entry is state.fulfilled or entry.rank != current.rank:
        return state
    if not any(other is entry for other in state.alive) or _is_disputed(state, entry):
        return state
    step = Step(day, StepKind.FULFILLED, entry, current)
    return replace(state, alive=(entry,), fulfilled=entry, steps=(*state.steps, step))


def _is_disputed(state: AxisState[Any], entry: Entry[Any]) -> bool:
    """Return whether others as trusted rule the day out; the maker's own word needs no consent."""
    return entry.confidence is not Confidence.OFFICIAL and any(
        other.rank == entry.rank and not entry.value.overlaps(other.value) for other in state.alive
    )

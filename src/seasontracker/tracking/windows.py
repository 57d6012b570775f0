"""How a release promise moved: every window that was named, and what became of it."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate
from seasontracker.models.vocabulary import Confidence
from seasontracker.tracking.fold import ENDINGS, AxisState, Entry, StepKind


class WindowFate(Enum):
    """What became of a release window."""

    CURRENT = "current"
    RIVAL = "rival"
    """Alive beside the current one, with which it disagrees."""
    BELOW = "below"
    """Alive under a stronger claim."""
    FULFILLED = "fulfilled"
    EXPIRED = "expired"
    """Its last day passed without a release, whether or not something had replaced it before."""
    SUPERSEDED = "superseded"
    """Replaced while its time had not yet passed."""
    RETRACTED = "retracted"

    @property
    def is_dead(self) -> bool:
        return self in (WindowFate.EXPIRED, WindowFate.SUPERSEDED, WindowFate.RETRACTED)


class Window(Struct, frozen=True):
    """A release window that somebody named."""

    entry: Entry[PartialDate]
    step: StepKind
    """How it compared with what was current when it was named."""
    days_moved: int | None
    fate: WindowFate
    ended: date | None = None
    """The day from which it was dead or fulfilled."""

    @property
    def value(self) -> PartialDate:
        return self.entry.value


def windows(axis: AxisState[PartialDate], clock: Clock) -> tuple[Window, ...]:
    """Return every release window named so far, oldest first."""
    named = [step for step in axis.steps if step.kind not in ENDINGS]
    found = []
    for step in named:
        if not step.entry.value.is_known:
            continue
        fate, ended = _fate(axis, step.entry, clock)
        found.append(Window(step.entry, step.kind, step.days_moved, fate, ended))
    return tuple(found)


def _fate(
    axis: AxisState[PartialDate], entry: Entry[PartialDate], clock: Clock
) -> tuple[WindowFate, date | None]:
    if entry is axis.fulfilled:
        return WindowFate.FULFILLED, _fulfilled_on(axis)
    if entry.retracted is not None and _is_retracted(axis, entry, entry.retracted, clock):
        return WindowFate.RETRACTED, entry.retracted
    if any(other is entry for other in axis.alive):
        if entry is axis.current:
            return WindowFate.CURRENT, None
        rival = axis.current is not None and entry.rank == axis.current.rank
        return (WindowFate.RIVAL if rival else WindowFate.BELOW), None
    latest, replaced = entry.value.latest, _replaced_on(axis, entry)
    if latest is not None and clock.has_passed(latest) and _ran_out(axis, entry, latest, replaced):
        return WindowFate.EXPIRED, latest + timedelta(days=1)
    return WindowFate.SUPERSEDED, replaced


def _is_retracted(
    axis: AxisState[PartialDate], entry: Entry[PartialDate], day: date, clock: Clock
) -> bool:
    """Return whether a claim was taken back while it stood, or before its time ran out."""
    if any(step.kind is StepKind.RETRACTED and step.entry is entry for step in axis.steps):
        return True
    return clock.has_come(day) and (entry.value.latest is None or day <= entry.value.latest)


def _ran_out(
    axis: AxisState[PartialDate], entry: Entry[PartialDate], latest: date, replaced: date | None
) -> bool:
    """Return whether a dead window passed without a release.

    A guess under a stronger claim was never taken back, so it is proved wrong on the day its time
    runs out. What the maker itself replaced in time was moved, not missed; and what the release
    came before the end of was not missed either.
    """
    if axis.fulfilled is not None and (axis.fulfilled.value.earliest or date.max) <= latest:
        return False
    was_moved = replaced is not None and replaced <= latest
    return not (was_moved and entry.confidence is Confidence.OFFICIAL)


def _fulfilled_on(axis: AxisState[PartialDate]) -> date | None:
    """Return the day of the release, even one that was taken back since."""
    came = (step.day for step in reversed(axis.steps) if step.kind is StepKind.FULFILLED)
    return next(came, None)


def _replaced_on(axis: AxisState[PartialDate], entry: Entry[PartialDate]) -> date | None:
    """Return the day on which another claim or the release itself took a window's place."""
    place = next(index for index, other in enumerate(axis.entries) if other is entry)
    later = (
        other.said
        for other in axis.entries[place + 1 :]
        if other.rank <= entry.rank and not other.claim.alongside
    )
    replaced, released = next(later, None), _fulfilled_on(axis)
    if released is None or (replaced is not None and axis.fulfilled is None):
        return replaced
    released = max(released, entry.said)
    return released if replaced is None else min(replaced, released)

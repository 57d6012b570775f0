"""How a release promise moved: every window that was named, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate
from seasontracker.tracking.fold import ENDINGS, AxisState, Entry, Step, StepKind


class WindowFate(Enum):
    """What became of a release window."""

    CURRENT = "current"
    RIVAL = "rival"
    """Alive beside the current one, with which it disagrees."""
    BELOW = "below"
    """Alive under a stronger claim."""
    FULFILLED = "fulfilled"
    EXPIRED = "expired"
    """Its last day passed without a release."""
    SUPERSEDED = "superseded"
    """Replaced while its time had not yet passed."""
    RETRACTED = "retracted"

    @property
    def is_dead(self) -> bool:
        return self in (WindowFate.EXPIRED, WindowFate.SUPERSEDED, WindowFate.RETRACTED)


@dataclass(frozen=True, slots=True)
class Window:
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
        fate, ended = _fate(axis, step, clock)
        found.append(Window(step.entry, step.kind, step.days_moved, fate, ended))
    return tuple(found)


def _fate(
    axis: AxisState[PartialDate], named: Step[PartialDate], clock: Clock
) -> tuple[WindowFate, date | None]:
    entry = named.entry
    endings = {step.kind: step.day for step in axis.steps if step.entry is entry}
    if entry is axis.fulfilled:
        return WindowFate.FULFILLED, endings.get(StepKind.FULFILLED)
    if StepKind.RETRACTED in endings:
        return WindowFate.RETRACTED, endings[StepKind.RETRACTED]
    if entry in axis.alive:
        if entry is axis.current:
            return WindowFate.CURRENT, None
        rival = axis.current is not None and entry.rank == axis.current.rank
        return (WindowFate.RIVAL if rival else WindowFate.BELOW), None
    # A guess that was replaced is still proved wrong on the day its time runs out, unless the
    # release itself made it right.
    latest = entry.value.latest
    if latest is not None and clock.has_passed(latest) and not _came_true(axis, entry):
        return WindowFate.EXPIRED, latest + timedelta(days=1)
    return WindowFate.SUPERSEDED, _replaced_on(axis, entry)


def _came_true(axis: AxisState[PartialDate], entry: Entry[PartialDate]) -> bool:
    return axis.fulfilled is not None and entry.value.overlaps(axis.fulfilled.value)


def _replaced_on(axis: AxisState[PartialDate], entry: Entry[PartialDate]) -> date | None:
    later = axis.entries[axis.entries.index(entry) + 1 :]
    return next((other.said for other in later if other.rank <= entry.rank), None)

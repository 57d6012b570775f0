"""What has become of each claim of an axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from typing import Any

from msgspec import Struct

from seasontracker.tracking.axis import AxisState, Entry, StepKind
from seasontracker.tracking.windows import Window, WindowFate


class ClaimState(Enum):
    """What has become of a claim."""

    CURRENT = "current"
    """It stands; several do where reports disagree."""
    OUTRANKED = "outranked"
    """Nobody took it back, and a stronger claim says something else."""
    SUPERSEDED = "superseded"
    EXPIRED = "expired"
    RETRACTED = "retracted"
    FULFILLED = "fulfilled"

    __hash__ = object.__hash__


_OF_WINDOWS = {
    WindowFate.CURRENT: ClaimState.CURRENT,
    WindowFate.RIVAL: ClaimState.CURRENT,
    WindowFate.BELOW: ClaimState.OUTRANKED,
    WindowFate.FULFILLED: ClaimState.FULFILLED,
    WindowFate.EXPIRED: ClaimState.EXPIRED,
    WindowFate.SUPERSEDED: ClaimState.SUPERSEDED,
    WindowFate.RETRACTED: ClaimState.RETRACTED,
}


class JudgedClaim(Struct, frozen=True):
    """A claim of an axis, and what has become of it."""

    entry: Entry[Any]
    state: ClaimState
    ended: date | None = None
    """The day from which it no longer stood, or on which it came true."""


def judged_claims(axis: AxisState[Any], windows: Sequence[Window] = ()) -> Iterator[JudgedClaim]:
    """Yield each claim made so far, the newest last; `windows` are those of a release."""
    of_windows = {id(window.entry): window for window in windows}
    for place, entry in enumerate(axis.entries):
        window = of_windows.get(id(entry))
        if window is not None:
            yield JudgedClaim(entry, _OF_WINDOWS[window.fate], window.ended)
        else:
            yield _judged(axis, place, entry)


def judged_apart(
    axis: AxisState[Any] | None,
    whole: AxisState[Any],
    windows: Sequence[Window] = (),
    whole_windows: Sequence[Window] = (),
) -> Iterator[JudgedClaim]:
    """Yield each claim of `whole`: in the open as `axis` has it, where what spoils is unsaid."""
    told = judged_claims(axis, windows) if axis is not None else ()
    in_the_open = {one.entry.position: one for one in told}
    for judged in judged_claims(whole, whole_windows):
        yield in_the_open.get(judged.entry.position, judged)


def _judged(axis: AxisState[Any], place: int, entry: Entry[Any]) -> JudgedClaim:
    current = axis.current
    if any(other is entry for other in axis.alive):
        stands = current is not None and entry.rank == current.rank
        return JudgedClaim(entry, ClaimState.CURRENT if stands else ClaimState.OUTRANKED)
    for step in axis.steps:
        if step.entry is entry and step.kind is StepKind.RETRACTED:
            return JudgedClaim(entry, ClaimState.RETRACTED, step.day)
    later = (
        other.said
        for other in axis.entries[place + 1 :]
        if other.rank <= entry.rank and not other.claim.alongside
    )
    return JudgedClaim(entry, ClaimState.SUPERSEDED, next(later, None) or _left(axis, entry))


def _left(axis: AxisState[Any], entry: Entry[Any]) -> date | None:
    """Return the day on which a weaker claim of a later stage took a claim's place."""
    days = (
        step.day for step in axis.steps if step.previous is entry and step.kind is StepKind.CHANGED
    )
    return next(days, None)

"""An axis of a log: what was said about it, what became of that, and what stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

from msgspec import Struct

from seasontracker.dates import Movement, PartialDate
from seasontracker.models import CastClaim, Claim
from seasontracker.models.vocabulary import Confidence
from seasontracker.tracking.said import first_day

V = TypeVar("V")


class Entry(Struct, Generic[V], frozen=True):
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

    @property
    def retracted(self) -> date | None:
        """The day from which it is taken back; never before it was said."""
        taken_back = self.claim.retracted
        return None if taken_back is None else max(first_day(taken_back), self.said)


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

    __hash__ = object.__hash__


ENDINGS = frozenset({StepKind.EXPIRED, StepKind.FULFILLED, StepKind.RETRACTED})
"""What happens to a claim after it was made."""


class Step(Struct, Generic[V], frozen=True):
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
    last: Entry[V] | None = None
    """What is current or, where nothing is, what was so last; None once that is retracted."""
    current: Entry[V] | None = field(init=False, compare=False)
    """The newest of the highest rank still alive."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "current", strongest(self.alive))

    @property
    def value(self) -> V | None:
        return self.current.value if self.current else None

    @property
    def rivals(self) -> tuple[Entry[V], ...]:
        """Claims of the current one's rank that say something else, newest last."""
        if len(self.alive) < 2:
            return ()
        current = self.current
        return tuple(
            entry
            for entry in self.alive
            if current is not None
            and entry.rank == current.rank
            and not same_value(entry.value, current.value)
        )

    @property
    def is_contested(self) -> bool:
        return bool(self.rivals)

    @property
    def below(self) -> tuple[Entry[V], ...]:
        """Claims that live under a stronger one, newest last."""
        current = self.current
        return tuple(entry for entry in self.alive if current and entry.rank > current.rank)

    @property
    def overdue(self) -> Entry[V] | None:
        """The window that ran out last, where nothing has taken its place."""
        if self.alive:
            return None
        expired = (step.entry for step in reversed(self.steps) if step.kind is StepKind.EXPIRED)
        return next(expired, None)


def strongest(alive: Sequence[Entry[V]]) -> Entry[V] | None:
    """Return the newest of the highest rank; `alive` has the newest last."""
    # Of those that are equal `min` takes the first.
    return min(reversed(alive), key=lambda entry: entry.rank, default=None)


def same_value(one: Any, other: Any) -> bool:
    """Return whether two claims say the same; a `?` does not change what is said."""
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.compare(other) is Movement.SAME and one.is_known == other.is_known
    return bool(one == other)

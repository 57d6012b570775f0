"""How a theory stands: its verdicts in order, and what speaks for and against it."""

from __future__ import annotations

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.models import Evidence, Theory, Verdict
from seasontracker.models.vocabulary import Bears, TheoryState
from seasontracker.tracking.said import first_day, has_been_said

SETTLED = frozenset({TheoryState.CONFIRMED, TheoryState.PARTLY_CONFIRMED, TheoryState.DEBUNKED})
"""States that need evidence which settles the question."""

CLOSED = SETTLED | {TheoryState.MOOT}
"""States in which nobody expects an answer any more."""

_NEXT: dict[TheoryState, frozenset[TheoryState]] = {
    # What is settled may be reopened, and a part may grow into the whole; nothing jumps from
    # confirmed to debunked without somebody contesting it first. What is open can become anything,
    # and so can what was never answered: an interview years later may answer it.
    TheoryState.CONFIRMED: frozenset({TheoryState.CONTESTED}),
    TheoryState.DEBUNKED: frozenset({TheoryState.CONTESTED}),
    TheoryState.PARTLY_CONFIRMED: frozenset(
        {TheoryState.CONFIRMED, TheoryState.DEBUNKED, TheoryState.CONTESTED, TheoryState.MOOT}
    ),
}


def may_follow(before: TheoryState, after: TheoryState) -> bool:
    """Return whether a theory can go from one state to the other in one step."""
    return after is not before and after in _NEXT.get(before, frozenset(TheoryState))


class TheoryStanding(Struct, frozen=True):
    """A theory as it stands on the clock's day."""

    theory: Theory
    state: TheoryState
    verdicts: tuple[Verdict, ...]
    """Those given so far, newest last."""
    evidence_for: tuple[Evidence, ...]
    evidence_against: tuple[Evidence, ...]
    evidence_neutral: tuple[Evidence, ...]

    @property
    def verdict(self) -> Verdict | None:
        """The verdict in force."""
        return self.verdicts[-1] if self.verdicts else None

    @property
    def resolution(self) -> Evidence | None:
        """The piece of evidence that settled it."""
        if self.verdict is None or self.verdict.resolved_by is None:
            return None
        known = (*self.evidence_for, *self.evidence_against, *self.evidence_neutral)
        matching = (item for item in known if item.id == self.verdict.resolved_by)
        return next(matching, None)

    @property
    def is_settled(self) -> bool:
        return self.state in CLOSED


def stand(theory: Theory, clock: Clock) -> TheoryStanding | None:
    """Return how a theory stands; None before it was proposed."""
    if not has_been_said(theory.proposed, clock):
        return None
    verdicts = tuple(
        sorted(
            (item for item in theory.verdicts if has_been_said(item.date, clock)),
            key=lambda item: first_day(item.date),
        )
    )
    evidence = [item for item in theory.evidence if has_been_said(item.date, clock)]

    def bearing(bears: Bears) -> tuple[Evidence, ...]:
        return tuple(item for item in evidence if item.bears is bears)

    return TheoryStanding(
        theory=theory,
        state=verdicts[-1].state if verdicts else TheoryState.OPEN,
        verdicts=verdicts,
        evidence_for=bearing(Bears.FOR),
        evidence_against=bearing(Bears.AGAINST),
        evidence_neutral=bearing(Bears.NEUTRAL),
    )


def count_states(standings: list[TheoryStanding]) -> dict[TheoryState, int]:
    """Count theories by state, in the vocabulary's order; states without any are left out."""
    counts = dict.fromkeys(TheoryState, 0)
    for standing in standings:
        counts[standing.state] += 1
    return {state: count for state, count in counts.items() if count}

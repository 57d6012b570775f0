"""A theory is settled by evidence that it names, and its verdicts follow one another."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.models import Located, Theory
from seasontracker.models.vocabulary import TheoryState
from seasontracker.site.unit import ShowUnit
from seasontracker.tracking.theories import SETTLED, may_follow


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    for season in unit.loaded.seasons:
        for loaded in season.theories:
            yield from _evidence(loaded.theory)
            yield from _order(loaded.theory)


def _evidence(theory: Located[Theory]) -> Iterator[Diagnostic]:
    known = {item.id for item in theory.value.evidence if item.id}
    for index, verdict in enumerate(theory.value.verdicts):
        steps = ("verdicts", index)
        if verdict.resolved_by is not None and verdict.resolved_by not in known:
            yield theory.diagnostic(
                Code.UNKNOWN_EVIDENCE,
                (*steps, "resolved_by"),
                f"`{verdict.resolved_by}` is not the id of a piece of evidence",
                suggestion(verdict.resolved_by, known, otherwise="give the evidence this `id`"),
            )
        elif verdict.resolved_by is None and verdict.state in SETTLED:
            yield theory.diagnostic(
                Code.UNRESOLVED_VERDICT,
                steps,
                f"`{verdict.state}` without the evidence that settles it",
                "name it in `resolved_by:`",
            )


def _order(theory: Located[Theory]) -> Iterator[Diagnostic]:
    before, since = TheoryState.OPEN, theory.value.proposed
    for index, verdict in enumerate(theory.value.verdicts):
        steps = ("verdicts", index)
        if verdict.date.earliest and since.earliest and verdict.date.earliest < since.earliest:
            yield theory.diagnostic(
                Code.VERDICT_ORDER,
                (*steps, "date"),
                f"a verdict of {verdict.date} after one of {since}"
                if index
                else f"a verdict of {verdict.date} on a theory proposed in {since}",
                "put the newest last",
            )
        if index and not may_follow(before, verdict.state):
            yield theory.diagnostic(
                Code.VERDICT_ORDER,
                (*steps, "state"),
                f"`{verdict.state}` cannot follow `{before}`",
                "a settled theory is first reopened as `contested`"
                if before is not verdict.state
                else "leave out the verdict that changes nothing",
            )
        before, since = verdict.state, verdict.date

"""A claim that says something else than a stronger one says that it is meant to stand beside it.

The fold keeps the stronger one (`tracking/fold.py`), so that the newer claim changes nothing. Of a
rumour or a speculation nobody expects more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models import Located
from seasontracker.models.vocabulary import Confidence
from seasontracker.sources import Step
from seasontracker.tracking.fold import AxisState, StepKind


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    for season in show.seasons:
        if season.loaded.claims:
            for axis, state in season.standing.axes:
                yield from _of_axis(season.loaded.claims, (), axis, state)
        if season.loaded.cast:
            for part in season.standing.cast:
                steps = (part.character_id, "claims")
                yield from _of_axis(season.loaded.cast, steps, "status", part.status)


def _of_axis(
    located: Located[Any], steps: tuple[Step, ...], axis: str, state: AxisState[Any]
) -> Iterator[Diagnostic]:
    for step in state.steps:
        stronger = step.previous
        if step.kind is not StepKind.OUTRANKED or stronger is None:
            continue
        is_rumour = step.entry.rank > Confidence.REPORTED.rank
        if is_rumour or step.entry.claim.alongside or step.entry.rank <= stronger.rank:
            continue
        line = located.locate(*steps, stronger.position).line
        yield located.diagnostic(
            Code.WEAKER_CLAIM,
            (*steps, step.entry.position, axis),
            f"`{step.entry.value}` is {step.entry.confidence}, and does not replace "
            f"`{stronger.value}`, which is {stronger.confidence}",
            f"the stronger claim is on line {line}: add `alongside: true` to keep both, "
            "or say when that one was `retracted`",
        )

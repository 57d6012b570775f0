"""Filming is said to begin before it is said to be over."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models.vocabulary import Confidence, Production

_OVER = frozenset({Production.WRAPPED, Production.POST_PRODUCTION, Production.COMPLETED})


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    for season in show.seasons:
        log = season.loaded.claims
        if log is None:
            continue
        told = [
            entry
            for entry in season.standing.axes.production.entries
            if entry.rank <= Confidence.REPORTED.rank and entry.retracted is None
        ]
        # Some scenes are filmed again after the wrap, so only the first beginning counts.
        filming = next((entry for entry in told if entry.value is Production.FILMING), None)
        over = next((entry for entry in told if entry.value in _OVER), None)
        if filming is not None and over is not None and over.said < filming.said:
            line = log.locate(filming.position, "production").line
            yield log.diagnostic(
                Code.WRAP_BEFORE_FILMING,
                (over.position, "production"),
                f"`{over.value}` on {over.claim.date}, before `filming` on {filming.claim.date}",
                f"the beginning is on line {line}: correct one of the dates or words",
            )

"""A season that is out was not left undecided or cancelled before it came."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models.vocabulary import Renewal

_NOT_ORDERED = frozenset({Renewal.UNDECIDED, Renewal.CANCELLED})


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    for season in show.seasons:
        standing, log = season.standing, season.loaded.claims
        decision, release = standing.axes.renewal.current, standing.axes.release.fulfilled
        if log is None or decision is None or release is None or not standing.state.has_begun:
            continue
        premiere = release.value.earliest
        if decision.value in _NOT_ORDERED and premiere and decision.said < premiere:
            yield log.diagnostic(
                Code.PREMIERE_UNRENEWED,
                (release.position, "release"),
                f"released on {premiere}, but `{decision.value}` since {decision.claim.date}",
                "add the claim by which the season was ordered or renewed",
            )

"""A season is ordered or renewed before it is released."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models.vocabulary import Renewal

_DECISIONS = frozenset({Renewal.ORDERED, Renewal.RENEWED, Renewal.RENEWED_FINAL})


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    for season in show.seasons:
        axes, log = season.standing.axes, season.loaded.claims
        decisions = [entry for entry in axes.renewal.entries if entry.value in _DECISIONS]
        release = axes.release.fulfilled or axes.release.current
        if log is None or not decisions or release is None or not release.value.is_day:
            continue
        decision, premiere = decisions[0], release.value.earliest
        if premiere is not None and decision.said > premiere:
            line = log.locate(release.position, "release").line
            yield log.diagnostic(
                Code.RELEASE_BEFORE_RENEWAL,
                (decision.position, "date"),
                f"`{decision.value}` on {decision.claim.date}, after the release on {premiere}",
                f"the release is on line {line}: correct one of the dates",
            )

"""When a release window has passed, the log says what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.said import first_day


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    for season in show.seasons:
        standing, log = season.standing, season.loaded.claims
        window = standing.axes.release.overdue
        if standing.state is not ReleaseState.OVERDUE or window is None or log is None:
            continue
        end = window.value.latest
        if end and any(first_day(claim.date) > end for claim in standing.claims.values()):
            continue
        yield log.diagnostic(
            Code.WINDOW_PASSED,
            (window.position, "release"),
            f"`{window.value}` has passed, and nothing was said since",
            "add a claim: the new date, `release: tba`, or a notice that nothing was announced",
        )

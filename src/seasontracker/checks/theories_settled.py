"""When a season is out, what its theories ask has been answered, or is called moot."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.sources import Step
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.theories import CLOSED


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    for season in show.seasons:
        if season.standing.state is not ReleaseState.RELEASED:
            continue
        for one in season.loaded.theories:
            standing = season.standing.theories.get(one.slug)
            if standing is None or standing.state in CLOSED:
                continue
            verdicts = one.theory.value.verdicts
            steps: tuple[Step, ...] = ("verdicts", len(verdicts) - 1, "state")
            yield one.theory.diagnostic(
                Code.OPEN_THEORY,
                steps if verdicts else ("question",),
                f"`{standing.state}`, though season {season.loaded.number} is out",
                "add the verdict that the season gave; `moot` if it gave none",
            )

"""A claim has been made by the day on which the site is built.

One finding a file: a site that is built as it stood on an early day has none of its claims yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from seasontracker.checks.tracked import TrackedShow
from seasontracker.checks.walk import claims
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models import Located
from seasontracker.sources import Step
from seasontracker.tracking.said import has_been_said


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    ahead: dict[PurePosixPath, list[tuple[str, Located[Any], tuple[Step, ...]]]] = {}
    for claim, located, steps in claims(show.unit):
        if not has_been_said(claim.date, show.clock):
            ahead.setdefault(located.document.path, []).append((str(claim.date), located, steps))
    for found in ahead.values():
        day, located, steps = found[0]
        more = f", nor have the days of {len(found) - 1} more claims" if len(found) > 1 else ""
        yield located.diagnostic(
            Code.FUTURE_CLAIM,
            (*steps, "date"),
            f"`{day}` has not come{more}",
            "correct the date; until then the claim does not exist",
        )

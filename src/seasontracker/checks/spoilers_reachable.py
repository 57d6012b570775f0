"""Nothing gives away a season that the show does not have."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.walk import spoiler_positions
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.site.unit import ShowUnit
from seasontracker.tracking.positions import is_known


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    last = unit.last_season
    for position, located, steps in spoiler_positions(unit):
        if position != "source" and not is_known(position, last):
            yield located.diagnostic(
                Code.SPOILS_BEYOND,
                steps,
                f"`{position}` is beyond season {last}, the last that the show has",
                "correct the position, or add the season",
            )

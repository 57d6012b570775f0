"""A season that is to come has been in the news within the months that `site.yaml` allows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, date

from seasontracker.checks.tracked import TrackedSeason, TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.said import first_day


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    months = show.unit.settings.value.limits.silent_months
    for season in show.seasons:
        log, standing = season.loaded.claims, season.standing
        if log is None or not standing.claims:
            continue
        if standing.state.has_begun or standing.state is ReleaseState.NEVER:
            continue
        position, newest = max(
            standing.claims.items(), key=lambda pair: (first_day(pair[1].date), pair[0])
        )
        heard = max(newest.date.latest or first_day(newest.date), _of_cast(season))
        until = _later(heard, months)
        if until is not None and show.clock.has_passed(until):
            yield log.diagnostic(
                Code.SILENT_SEASON,
                (position, "date"),
                f"nothing was said since {heard}, more than {months} months ago",
                "add what is new, or a notice that nothing was announced",
            )


def _of_cast(season: TrackedSeason) -> date:
    """Return the day of the newest claim about a part."""
    days = (entry.said for part in season.standing.cast for entry in part.status.entries)
    return max(days, default=date.min)


def _later(day: date, months: int) -> date | None:
    """Return the day so many months later, or the last of that month; None beyond the calendar."""
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > MAXYEAR:
        return None
    for number in range(day.day, 27, -1):
        try:
            return date(day.year + years, month + 1, number)
        except ValueError:
            continue
    return date(day.year + years, month + 1, min(day.day, 28))

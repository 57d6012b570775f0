"""A season that is out, or has a day on which it comes, was ordered or renewed before."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.tracked import TrackedSeason, TrackedShow
from seasontracker.dates import PartialDate
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models.vocabulary import Confidence, Renewal
from seasontracker.tracking.axis import Entry

_NOT_ORDERED = frozenset({Renewal.UNDECIDED, Renewal.CANCELLED})


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    for season in show.seasons:
        log = season.loaded.claims
        release = _release(season)
        why = _why_not(season, release) if release else ""
        if log is not None and release is not None and why:
            yield log.diagnostic(
                Code.PREMIERE_UNRENEWED,
                (release.position, "release"),
                why,
                "add the claim by which the season was ordered or renewed",
            )


def _release(season: TrackedSeason) -> Entry[PartialDate] | None:
    """Return the claim of the day that has come, or else of one that is more than a guess."""
    axis = season.standing.axes.release
    if axis.fulfilled is not None:
        return axis.fulfilled
    coming = axis.current
    is_told = coming and coming.value.is_known and coming.rank <= Confidence.REPORTED.rank
    return coming if is_told else None


def _why_not(season: TrackedSeason, release: Entry[PartialDate]) -> str:
    """Return what speaks against the release; empty when nothing does."""
    renewal, premiere = season.standing.axes.renewal, release.value.earliest
    decision, is_out = renewal.current, season.standing.state.has_begun
    if decision is None:
        # Nobody hears of a first season before it is ordered, and what is out was ordered.
        is_told = season.loaded.number == 1 or is_out or bool(renewal.entries)
        is_sure = release.value.is_day and not is_told
        return f"`{release.value}`, but no claim says that it was renewed" if is_sure else ""
    since = f"`{decision.value}` since {decision.claim.date}"
    if is_out:
        is_late = decision.value in _NOT_ORDERED and premiere and decision.said < premiere
        return f"released on {premiere}, but {since}" if is_late else ""
    # What was said before is how things stood before.
    is_newer = (release.said, release.position) > (decision.said, decision.position)
    is_refused = decision.value is Renewal.CANCELLED
    is_open = decision.value is Renewal.UNDECIDED and release.value.is_day
    if is_newer and (is_refused or is_open):
        return f"`{release.value}` said on {release.claim.date}, but {since}"
    return ""

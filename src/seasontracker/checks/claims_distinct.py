"""A log says one thing on one day about one axis; a month counts from its first day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from seasontracker.dates import PartialDate
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models import CastClaim, Claim, Located
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import Step


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    for season in unit.loaded.seasons:
        if season.claims:
            yield from _of_log(season.claims, (), season.claims.value)
        if season.cast:
            for character_id, entry in season.cast.value.items():
                yield from _of_log(season.cast, (character_id, "claims"), entry.claims)


def _of_log(
    located: Located[Any], steps: tuple[Step, ...], log: Sequence[Claim | CastClaim]
) -> Iterator[Diagnostic]:
    seen: dict[tuple[date | None, str, int], tuple[int, PartialDate]] = {}
    for index, claim in enumerate(log):
        axes = claim.axes if isinstance(claim, Claim) else ("status",)
        for axis in axes:
            # A weaker voice of the same day replaces nothing.
            key = (claim.date.earliest, axis, claim.confidence.rank)
            first, said = seen.setdefault(key, (index, claim.date))
            if first == index or claim.alongside or _is_in_order(said, claim.date):
                continue
            line = located.locate(*steps, first).line
            yield located.diagnostic(
                Code.SAME_DAY_CLAIMS,
                (*steps, index, axis),
                f"a second `{axis}` of {claim.date}",
                f"the first is on line {line}: keep one, or add `alongside: true` "
                "when they disagree",
            )


def _is_in_order(one: PartialDate, other: PartialDate) -> bool:
    """Return whether two dates that count from one day may be those of a change.

    Instants say which was first, and within one month there is time for two.
    """
    if one.instant and other.instant:
        return one.instant != other.instant
    return not one.is_day and not other.is_day

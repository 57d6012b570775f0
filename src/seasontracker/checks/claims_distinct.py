"""A log says one thing on one day about one axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

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
    seen: dict[tuple[str, str, int], int] = {}
    for index, claim in enumerate(log):
        axes = claim.axes if isinstance(claim, Claim) else ("status",)
        for axis in axes:
            # A weaker voice of the same day replaces nothing.
            key = (str(claim.date), axis, claim.confidence.rank)
            first = seen.setdefault(key, index)
            if first == index or claim.alongside or not claim.date.is_day:
                continue
            line = located.locate(*steps, first).line
            yield located.diagnostic(
                Code.SAME_DAY_CLAIMS,
                (*steps, index, axis),
                f"a second `{axis}` of {claim.date}",
                f"the first is on line {line}: keep one, or add `alongside: true` "
                "when they disagree",
            )

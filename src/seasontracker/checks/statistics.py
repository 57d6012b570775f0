"""How well claims are founded: how many there are by confidence and by kind of source."""

from __future__ import annotations

from collections import Counter
from typing import Any

from msgspec import Struct, field

from seasontracker.checks.walk import claims
from seasontracker.codec import pack, unpack
from seasontracker.models.vocabulary import Confidence, SourceTier
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.unit import ShowUnit

_CLAIMS = "claims"


class ClaimCounts(Struct, frozen=True):
    """The claims of one show or of several."""

    by_confidence: dict[Confidence, int] = field(default_factory=dict)
    by_tier: dict[SourceTier, int] = field(default_factory=dict)
    """By the strongest of a claim's sources; claims without a source are in none."""

    @property
    def total(self) -> int:
        return sum(self.by_confidence.values())

    @property
    def without_source(self) -> int:
        return self.total - sum(self.by_tier.values())

    def share(self, number: int) -> float:
        """Return which part of all claims a number of them is: from 0 to 1."""
        return number / self.total if self.total else 0.0


def count_claims(unit: ShowUnit) -> ClaimCounts:
    """Count the claims about a show's seasons and the parts in them."""
    strongest, sources = list(SourceTier), unit.sources
    by_confidence: Counter[Confidence] = Counter()
    by_tier: Counter[SourceTier] = Counter()
    for claim, _, _ in claims(unit):
        by_confidence[claim.confidence] += 1
        tiers = [sources[one].tier for one in claim.source if one in sources]
        if tiers:
            by_tier[min(tiers, key=strongest.index)] += 1
    return ClaimCounts(dict(by_confidence), dict(by_tier))


def claim_rows(unit: ShowUnit) -> list[ListRow]:
    """Return what a show puts on record about its claims."""
    counts = count_claims(unit)
    return [ListRow(_CLAIMS, "", pack(counts))] if counts.total else []


def all_claims(rows: RowSource) -> ClaimCounts:
    """Return the counts of all shows together."""
    by_confidence: Counter[Confidence] = Counter()
    by_tier: Counter[SourceTier] = Counter()
    for data in rows.list_rows(_CLAIMS):
        counts = unpack(data, ClaimCounts)
        by_confidence.update(counts.by_confidence)
        by_tier.update(counts.by_tier)
    return ClaimCounts(
        {one: by_confidence[one] for one in Confidence}, {one: by_tier[one] for one in SourceTier}
    )


def told_claims(counts: ClaimCounts) -> list[str]:
    """Return a table for people: each tier and confidence with its number and share."""
    tiers = [(one.value, number) for one, number in counts.by_tier.items()]
    confidences = [(one.value, number) for one, number in counts.by_confidence.items()]
    return [
        f"Claims by the strongest tier of their sources, {counts.total} in all:",
        *(_line(counts, *pair) for pair in (*tiers, ("without a source", counts.without_source))),
        "Claims by confidence:",
        *(_line(counts, *pair) for pair in confidences),
    ]


def claims_as_data(counts: ClaimCounts) -> dict[str, Any]:
    """Return the same for programs; shares are from 0 to 1."""

    def told(number: int) -> dict[str, float]:
        return {"claims": number, "share": round(counts.share(number), 4)}

    return {
        "total": counts.total,
        "by_tier": {one.value: told(number) for one, number in counts.by_tier.items()},
        "without_source": told(counts.without_source),
        "by_confidence": {one.value: told(number) for one, number in counts.by_confidence.items()},
    }


def _line(counts: ClaimCounts, name: str, number: int) -> str:
    return f"{number:>5}  {counts.share(number):>4.0%}  {name}"

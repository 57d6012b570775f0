"""How well a show's claims are founded: how many there are by confidence and by kind of source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from seasontracker.checks.walk import claims
from seasontracker.models.vocabulary import Confidence, SourceTier
from seasontracker.site.unit import ShowUnit


class ClaimCounts(Struct, frozen=True):
    """The claims of one show or of several."""

    by_confidence: Counter[Confidence] = field(default_factory=Counter)
    by_tier: Counter[SourceTier] = field(default_factory=Counter)
    """By the strongest of a claim's sources; claims without a source are in none."""

    @property
    def total(self) -> int:
        return self.by_confidence.total()

    @property
    def without_source(self) -> int:
        return self.total - self.by_tier.total()

    def share(self, tier: SourceTier) -> float:
        """Return which part of all claims rests on a kind of source: from 0 to 1."""
        return self.by_tier[tier] / self.total if self.total else 0.0


def count_claims(units: Iterable[ShowUnit]) -> ClaimCounts:
    """Count the claims about seasons and parts."""
    strongest = list(SourceTier)
    counts = ClaimCounts()
    for unit in units:
        sources = unit.sources
        for claim, _, _ in claims(unit):
            counts.by_confidence[claim.confidence] += 1
            tiers = [sources[one].tier for one in claim.source if one in sources]
            if tiers:
                counts.by_tier[min(tiers, key=strongest.index)] += 1
    return counts

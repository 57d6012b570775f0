"""What is called official rests on an official source, or names who said it officially."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.walk import claims
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models.vocabulary import Confidence, SourceTier
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    sources = unit.sources
    for claim, located, steps in claims(unit):
        if claim.confidence is not Confidence.OFFICIAL or claim.by:
            continue
        tiers = [sources[source_id].tier for source_id in claim.source if source_id in sources]
        if not tiers or SourceTier.OFFICIAL in tiers:
            continue
        named = f"`{claim.source[0]}` is of tier `{tiers[0]}`"
        yield located.diagnostic(
            Code.UNOFFICIAL_SOURCE,
            (*steps, "confidence"),
            f"`official`, but {named if len(tiers) == 1 else 'none of its sources is'}",
            "add the maker's own publication, say in `by:` who said it, or call it `reported`",
        )

"""Every claim names its source; a speculation may give its premises instead."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.walk import claims
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models.vocabulary import Confidence
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    for claim, located, steps in claims(unit):
        if claim.confidence is Confidence.SPECULATION:
            if not claim.because and not claim.source:
                yield located.diagnostic(
                    Code.MISSING_REASON,
                    steps,
                    "a speculation without its premises",
                    "say in `because:` what it rests on",
                )
        elif not claim.source:
            yield located.diagnostic(
                Code.MISSING_SOURCE,
                steps,
                f"a claim of confidence `{claim.confidence}` without a source",
                "name it in `source:`, or call the claim a `speculation`",
            )

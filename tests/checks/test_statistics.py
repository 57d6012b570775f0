"""Claims are counted by confidence and by the strongest of their sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from seasontracker.checks.statistics import ClaimCounts, count_claims
from seasontracker.models.vocabulary import Confidence, SourceTier
from seasontracker.site.load import load_settings, load_show
from seasontracker.site.shared_sources import SharedSources
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import discover_content

SHOW = "content/shows/severance/"


def test_count_claims_takes_the_strongest_source(make_project: Callable[..., Path]) -> None:
    """Each claim counts once; one without a source is in no tier, and no claim gives no share."""
    root = make_project(
        {
            f"{SHOW}sources.yaml": (
                "a: {publisher: A, tier: official}\nb: {publisher: B, tier: fan}\n"
            ),
            f"{SHOW}season-1/status.yaml": (
                "- {date: 2022, renewal: ordered, confidence: official, source: [b, a]}\n"
                "- {date: 2023, renewal: renewed, confidence: rumour, source: b}\n"
                "- {date: 2024, release: 2025, confidence: rumour, source: b}\n"
                "- {date: 2025, release: 2026, confidence: speculation, because: C}\n"
            ),
        }
    )
    listed, _ = discover_content(root, PurePosixPath("content"))
    site, _ = load_settings(root, listed.site)
    loaded, _ = load_show(root, listed.shows[0])
    assert site is not None
    assert loaded is not None

    counts = count_claims(ShowUnit(loaded, site, SharedSources({})))

    assert counts.by_tier == {SourceTier.OFFICIAL: 1, SourceTier.FAN: 2}
    assert counts.by_confidence[Confidence.RUMOUR] == 2
    assert (counts.total, counts.without_source, counts.share(2)) == (4, 1, 0.5)
    assert ClaimCounts().share(0) == 0

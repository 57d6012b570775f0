"""Every claim names its source; a speculation may give its premises instead."""

from __future__ import annotations

from collections.abc import Callable

from seasontracker.checks.claims_sourced import check


def test_claims_sourced_finds_claims_without_source(found_by: Callable[..., list[str]]) -> None:
    """Claims about the season and about a part need a source, at any confidence."""
    files = {
        "season-1/status.yaml": (
            "- {date: 2022, renewal: renewed, confidence: rumour}\n"
            "- {date: 2022, renewal: renewed, confidence: rumour, source: a}\n"
        ),
        "season-1/cast.yaml": (
            "mark:\n  claims:\n    - {date: 2022, status: new, confidence: official}\n"
        ),
    }

    assert found_by(check, files) == [
        "ST401 season-1/status.yaml:1:3 a claim of confidence `rumour` without a source",
        "ST401 season-1/cast.yaml:3:7 a claim of confidence `official` without a source",
    ]


def test_claims_sourced_asks_speculation_for_premises(found_by: Callable[..., list[str]]) -> None:
    """A speculation has premises, a source, or a finding."""
    claim = "- {date: 2022, release: 2024, confidence: speculation"
    files = {"season-1/status.yaml": f"{claim}}}\n{claim}, because: B}}\n{claim}, source: a}}\n"}

    assert found_by(check, files) == [
        "ST402 season-1/status.yaml:1:3 a speculation without its premises"
    ]

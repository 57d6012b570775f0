"""Rules about claim logs and episodes find what contradicts itself, and leave alone what may be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SHOW = "content/shows/severance/"
SOURCES = "apple: {publisher: Apple, published: 2022-01-01, tier: official}\n"
TODAY = "2022-05-01"


@pytest.fixture
def found_in(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> Callable[..., list[str]]:
    """Return line, code and message of what is found in the files of season 2.

    A claim is written as its keys behind its day: `2022-01-01 renewal: renewed`; it is official
    unless it says otherwise.
    """

    def found(*claims: str, today: str = TODAY, **files: str) -> list[str]:
        lines = []
        for claim in claims:
            day, _, keys = claim.partition(" ")
            keys = keys if "confidence:" in keys else f"{keys}, confidence: official"
            lines.append(f"- {{date: {day}, {keys}, source: apple}}\n")
        make_project(
            {
                f"{SHOW}sources.yaml": SOURCES,
                f"{SHOW}season-2/index.md": (
                    "---\nheadline: Severance season 2\npublished: 2022-02-18\n---\n\nThe second.\n"
                ),
                f"{SHOW}season-2/status.yaml": "".join(lines),
                **{f"{SHOW}season-2/{name}.yaml": text for name, text in files.items()},
            }
        )
        headlines = run("check", "--today", today).headlines
        return [
            f"{line.split(':')[1]} {line.partition('[')[2].replace(']', '', 1)}"
            for line in headlines
        ]

    return found


UNRENEWED = "ST503 premiere-unrenewed: "


@pytest.mark.parametrize(
    ("claims", "finding"),
    [
        (
            ["2022-01-01 renewal: cancelled", "2022-02-01 release: 2023-05-05"],
            f"2 {UNRENEWED}`2023-05-05` said on 2022-02-01, but `cancelled` since 2022-01-01",
        ),
        (
            ["2022-01-01 renewal: cancelled", "2022-01-01 release: 2023"],
            f"2 {UNRENEWED}`2023` said on 2022-01-01, but `cancelled` since 2022-01-01",
        ),
        (
            ["2022-01-01 renewal: undecided", "2022-02-01 release: 2023-05-05"],
            f"2 {UNRENEWED}`2023-05-05` said on 2022-02-01, but `undecided` since 2022-01-01",
        ),
        (
            ["2022-02-01 release: 2023-05-05"],
            f"1 {UNRENEWED}`2023-05-05`, but no claim says that it was renewed",
        ),
    ],
)
def test_release_was_not_renewed(
    found_in: Callable[..., list[str]], claims: list[str], finding: str
) -> None:
    """A day on which a season is to come stands in a log that says it will be made."""
    assert found_in(*claims) == [finding]


@pytest.mark.parametrize(
    "claims",
    [
        ["2022-01-01 renewal: renewed", "2022-02-01 release: 2023-05-05"],
        ["2022-01-01 release: 2023-05-05", "2022-02-01 renewal: cancelled"],
        ["2022-01-01 renewal: undecided", "2022-02-01 release: 2023"],
        ["2022-01-01 renewal: cancelled", "2022-02-01 release: tba"],
        ["2022-01-01 renewal: cancelled", "2022-02-01 release: 2023-05-05, confidence: rumour"],
        ["2022-02-01 release: 2023"],
        ["2022-02-01 release: 2022-03-05"],
        ["2022-02-01 release: 2023-05-05, renewal: renewed"],
        ["2022-01-01 renewal: concluded", "2022-02-01 release: 2023-05-05"],
    ],
)
def test_release_was_renewed(found_in: Callable[..., list[str]], claims: list[str]) -> None:
    """What stood before a cancellation, a window, a rumour, and what is out, are left alone."""
    assert found_in(*claims) == []

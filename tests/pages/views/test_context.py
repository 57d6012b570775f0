"""What an article folds away."""

from __future__ import annotations

from typing import Any

import pytest

from seasontracker.pages.views.context import is_folded


@pytest.mark.parametrize(
    ("spoils", "season", "expected"),
    [
        (None, 1, False),
        ("none", 0, False),
        ("premise", 0, False),
        ("source", 9, True),
        ("S01", 1, True),
        ("S01", 2, False),
        ("S01E12", 1, True),
        ("S01E12", 2, False),
        ("S02E01", 1, True),
        ("S00", 0, True),
        ("S00E03", 1, False),
        ("S01", 0, True),
        ("S09", 10, False),
        ("S10", 9, True),
        ("S2026", 2026, True),
        ("S2025E01", 2026, False),
        ("S100E01", 11, True),
    ],
)
def test_is_folded(spoils: str | None, season: int, expected: bool) -> None:
    """A reader of season n knows the seasons before it, and not the work behind the show."""
    assert is_folded(spoils, season) is expected


def test_names_say_who_plays_whom(stage: Any) -> None:
    """A part without a name is called by its player."""
    cast = "people: {p: Pat, q: Quinn}\ncharacters:\n"
    cast += "  x: {name: Xan, played_by: [q, p]}\n  y: {played_by: q}\n"

    assert stage({"cast.yaml": cast}).context().names == {"x": "Pat (Xan)", "y": "Quinn"}

"""How far one must have watched."""

from __future__ import annotations

import pytest

from seasontracker.pages.views.spoilers import is_position, worst


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ([], "none"),
        (["none", "premise"], "premise"),
        (["S01", "premise"], "S01"),
        (["S01E12", "S01", "S01E02"], "S01E12"),
        (["S02E01", "S01E12"], "S02E01"),
        (["source", "S09"], "source"),
    ],
)
def test_worst(positions: list[str], expected: str) -> None:
    """The furthest position counts, and the work behind the show is further than all."""
    assert worst(positions) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("S01", True), ("S01E02", True), ("source", True), ("s01", False), ("S1", False), ("", False)],
)
def test_is_position(text: str, expected: bool) -> None:
    """What `spoils` may say, a spoiler block may say."""
    assert is_position(text) is expected

"""What counts as a spoiler position."""

from __future__ import annotations

import pytest

from seasontracker.tracking.positions import is_position


@pytest.mark.parametrize(
    ("text", "expected"),
    [("S01", True), ("S01E02", True), ("source", True), ("s01", False), ("S1", False), ("", False)],
)
def test_is_position(text: str, expected: bool) -> None:
    """What `spoils` may say, a spoiler block may say."""
    assert is_position(text) is expected

"""What an editor probably meant."""

from __future__ import annotations

import pytest

from seasontracker.diagnostics.suggest import choices, closest, suggestion

WORDS = ("renewed", "renewed-final", "cancelled", "Asia/Seoul")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("renewd", "renewed"),
        ("RENEWED", "renewed"),
        ("canceled", "cancelled"),
        (" cancelled ", "cancelled"),
        ("asia/soul", "Asia/Seoul"),
        ("xyz", None),
        ("", None),
        ("renewed" * 100_000, None),
    ],
)
def test_closest_finds_what_was_meant(word: str, expected: str | None) -> None:
    """A slip of the finger or of the shift key is recognised, and nothing else."""
    assert closest(word, WORDS) == expected


def test_closest_does_not_depend_on_the_order_of_words() -> None:
    """Of two that are as close the same one is chosen."""
    assert closest("ab", ["ax", "ay"]) == closest("ab", ["ay", "ax"])


def test_suggestion_falls_back() -> None:
    """Where nothing is close, the other hint is given."""
    assert suggestion("renewd", WORDS, otherwise="x") == "did you mean `renewed`?"
    assert suggestion("xyz", WORDS, otherwise="x") == "x"


def test_choices_lists_the_first() -> None:
    """A long vocabulary is cut."""
    assert choices(["a", "b"]) == "one of: a, b"
    assert choices(["a", "b", "c"], most=2) == "one of: a, b ..."

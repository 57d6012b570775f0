"""Which titles may be marked as being in their source's language."""

from __future__ import annotations

import pytest

from seasontracker.pages.views.scripts import is_written_in


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("지금 우리 학교는, 시즌 2", "ko", True),
        ("On the filming at the old pier", "ko", False),
        ("All of Us Are Dead 시즌 2", "ko", False),
        ("進撃の巨人", "ja", True),
        ("進擊的巨人", "zh-Hant", True),
        ("ليلى", "ar", True),
        ("Игра", "ru-RU", True),
        ("Le Bureau des légendes", "fr", False),
        ("2026", "ko", False),
        ("", "ko", False),
    ],
)
def test_is_written_in(text: str, language: str, expected: bool) -> None:
    """Only letters tell, and only those of a script that is not Latin."""
    assert is_written_in(text, language) is expected

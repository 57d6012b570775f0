"""What seasons and people are called."""

from __future__ import annotations

import pytest

from seasontracker.pages.views.names import initials, season_name, season_within
from seasontracker.wording.catalogue import load_words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nam On-jo", "NO"),
        ("Jean-Luc Picard", "JP"),
        ("Park Ji-hu", "PJ"),
        ("Madonna", "M"),
        ("남온조", "남"),
        ("남 온조", "남온"),
        ("ليلى الحداد", "لا"),
        ("élodie ß", "Éß"),
        ("Player 067", "P0"),
        ('Dwayne "The Rock" Johnson', "DJ"),
        ("«Cat»", "C"),
        ("Guard (young)", "G"),
        ("…", "?"),
        ("", "?"),
        ("🙂 🙃", "?"),
    ],
)
def test_initials(name: str, expected: str) -> None:
    """One or two letters as the name is written, in any script."""
    assert initials(name) == expected


def test_season_name_is_its_own_or_its_number() -> None:
    """A season's own name stays as it is, also inside a sentence."""
    words = load_words("en")

    assert season_name(words, 0, "The Specials") == "The Specials"
    assert season_within(words, 0, "The Specials") == "The Specials"
    assert season_name(words, 2, None) == "Season\N{NO-BREAK SPACE}2"
    assert season_within(words, 2, None) == "season\N{NO-BREAK SPACE}2"

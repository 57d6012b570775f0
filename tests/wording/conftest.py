"""British English, the language that the program is written in."""

from __future__ import annotations

import pytest

from seasontracker.wording.catalogue import Words, load_words


@pytest.fixture
def words() -> Words:
    """Return the words of British English."""
    return load_words("en-GB")

"""What is left of a name in an address."""

from __future__ import annotations

import re
from unicodedata import category, normalize

_WITHIN_WORDS = "'\N{RIGHT SINGLE QUOTATION MARK}"


def latin_slug(name: str) -> str:
    """Return the Latin letters and digits of a name, its words joined by hyphens; may be empty.

    Accents and apostrophes are left out and divide no word.
    """
    text = "".join(
        letter
        for letter in normalize("NFKD", name.casefold())
        if category(letter) != "Mn" and letter not in _WITHIN_WORDS
    )
    return "-".join(re.findall(r"[a-z0-9]+", text))

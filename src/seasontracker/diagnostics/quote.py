"""How an editor's own words are shown inside a message."""

from __future__ import annotations

import unicodedata

_MOST = 80


def quoted(value: object) -> str:
    """Return a value in backticks, on one line and not too long to read."""
    text = " ".join(str(value).split())
    return f"`{text[: _MOST - 4]} ...`" if len(text) > _MOST else f"`{text}`"


def visible(line: str) -> str:
    """Replace characters that would move the cursor, reorder or hide what follows."""
    if line.isprintable():
        return line
    return "".join(
        "\ufffd" if unicodedata.category(character)[0] == "C" else character
        for character in line.replace("\t", " ").replace("\n", " ")
    ).translate({0x2028: "\ufffd", 0x2029: "\ufffd"})

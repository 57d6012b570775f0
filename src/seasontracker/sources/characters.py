"""Characters that have no place in a text."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(
    "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def forbidden_character(text: str) -> re.Match[str] | None:
    """Find the first control character, byte order mark or half of a surrogate pair."""
    if text.replace("\n", "").isprintable():
        return None
    return _FORBIDDEN.search(text)


def with_spaces_for_line_ends(text: str) -> str:
    """Replace the line ends that YAML counts and no editor does."""
    return text if text.isascii() else _LINE_ENDS.sub(" ", text)

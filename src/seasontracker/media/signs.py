"""Which characters of a text are one sign."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_TEXT, PICTURE = _VARIANTS = "\ufe0e", "\ufe0f"
_JOINER = "\u200d"
_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
"""Two of them are a flag."""
_SKINS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_MARKS = frozenset(("Mn", "Me"))
_CLINGS = frozenset(("Mn", "Me", "Cf"))


def clusters(text: str) -> Iterator[str]:
    """Yield characters with what clings to them, and joined pictures as one."""
    found = ""
    for mark in text:
        is_flag = mark in _LETTERS and len(found) == 1 and found in _LETTERS
        if found and not (is_flag or clings(mark) or found.endswith(_JOINER)):
            yield found
            found = ""
        found += mark
    if found:
        yield found


def is_joined(cluster: str) -> bool:
    """Return whether several characters are drawn as one sign, such as a flag."""
    return len(cluster.rstrip(PICTURE + _TEXT)) > 1 and (
        _JOINER in cluster or cluster[0] in _LETTERS or cluster[1] in _SKINS
    )


def clings(mark: str) -> bool:
    """Return whether a character is a part of the one before it, and has no width."""
    return mark in _SKINS or unicodedata.category(mark) in _CLINGS


def is_mark(mark: str) -> bool:
    """Return whether a character is drawn on the one before it, as an accent is."""
    return unicodedata.category(mark) in _MARKS and mark not in _VARIANTS


def stands_for_itself(mark: str) -> bool:
    """Return whether a character is never a part of a sign."""
    return not clings(mark) and mark not in _LETTERS

"""Text that is read from the other side than what it stands in."""

from __future__ import annotations

from unicodedata import bidirectional

_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_ISOLATE = "\N{FIRST STRONG ISOLATE}%s\N{POP DIRECTIONAL ISOLATE}"


def is_right_to_left(text: str) -> bool:
    """Return whether a text is written from right to left (Unicode UAX 9, rules P2 and P3)."""
    for mark in text:
        kind = bidirectional(mark)
        if kind == "L" or kind in _RIGHT_TO_LEFT:
            return kind != "L"
    return False


def runs_against(text: str, *, right_to_left: bool) -> bool:
    """Return whether something in a text is written against the direction of what is around it."""
    if right_to_left:
        return any(bidirectional(mark) == "L" for mark in text)
    return not text.isascii() and any(bidirectional(mark) in _RIGHT_TO_LEFT for mark in text)


def isolated(name: str, beside: str) -> str:
    """Return a name so that it and the words beside it do not change each other's order.

    Only names that need it are set apart (Unicode UAX 9, 2.4.2), in plain text.
    """
    against = runs_against(name, right_to_left=is_right_to_left(beside))
    return _ISOLATE % name if against else name

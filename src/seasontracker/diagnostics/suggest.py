"""Suggestions for a misspelt key, id or word."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that the given one was probably meant to be, if there is one."""
    folded = {candidate.lower(): candidate for candidate in sorted(known, reverse=True)}
    # Nothing that long is a slip of the finger, and comparing it would take long.
    matches = get_close_matches(word.strip().lower()[:100], sorted(folded), n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def suggestion(word: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """Return a hint that names the closest known word, or else the given text."""
    match = closest(word, known)
    return f"did you mean `{match}`?" if match else otherwise


def choices(known: Iterable[str], *, most: int = 12) -> str:
    """Return a hint that lists what is allowed."""
    words = list(known)
    shown = ", ".join(words[:most])
    return f"one of: {shown}" + (" ..." if len(words) > most else "")

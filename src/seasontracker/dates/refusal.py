"""What an editor is told about a date that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from seasontracker.dates.guesses import GUESSES, NO_OFFSET, VAGUE_GUESSES, WINTER, tidy

FORMS_HINT = (
    "write a date like 2026, 2026-H1, 2026-Q3, 2026-fall, early 2026, 2026-10, 2026-10-14, "
    "2026-10-14T09:00+09:00, 2026.., ..2027-Q1, 2026-10..2026-12 or tba"
)
# A whole sentence in a date field is a mistake of another kind, and not worth guessing at.
_LONGEST_GUESSED = 60


class PartialDateError(ValueError):
    """A refusal in the editor's words."""

    message: str
    """What was found, without a full stop."""
    hint: str
    """The remedy."""
    sure: str
    """The date that was meant, where it can only be one; else empty."""

    def __init__(self, message: str, hint: str, sure: str = "") -> None:
        super().__init__(message, hint, sure)
        self.message = message
        self.hint = hint
        self.sure = sure

    def __str__(self) -> str:
        return self.message


def refusal(text: str, is_date: Callable[[str], bool]) -> PartialDateError:
    """Explain why `text` is not a date, and name the right form if it can be guessed.

    A guess is only offered when `is_date` says that it would be read.
    """
    if not text:
        return PartialDateError("the date is empty", "write tba when nothing is announced")
    complaint, hint, sure = "is not a date", FORMS_HINT, ""
    if len(text) <= _LONGEST_GUESSED:
        certain = text.removesuffix("?").rstrip()
        found = _explained(text, "", is_date) or _explained(certain, "?", is_date)
        complaint, hint, sure = found or (complaint, hint, sure)
    return PartialDateError(f"`{shown(text)}` {complaint}", hint, sure)


def shown(text: str) -> str:
    """Fit what an editor wrote into one line of a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_GUESSED else f"{line[: _LONGEST_GUESSED - 1]}…"


def _explained(
    text: str, doubt: str, is_date: Callable[[str], bool]
) -> tuple[str, str, str] | None:
    """Return complaint, hint and the sure form; `doubt` is the question mark that was taken off."""
    if match := _matched(WINTER, text):
        year = int(match[1] or match[2])
        forms = [f"{year}-12..{year + 1}-02{doubt}", f"{year}-01..{year}-02{doubt}"]
        return "may mean the start or the end of the year", _hint(filter(is_date, forms)), ""
    if match := _matched(NO_OFFSET, text):
        moment = f"{match['day']}T{match['time']}"
        forms = [f"{moment}Z{doubt}"] if is_date(f"{moment}Z") else []
        local = f" for UTC, or the local offset as in {moment}+09:00{doubt}" if forms else ""
        return "has a time but no offset from UTC", f"{_hint(forms)}{local}", ""
    for guess in (*GUESSES, *VAGUE_GUESSES):
        if match := _matched(guess.pattern, text):
            candidates = (f"{tidy(match.expand(form))}{doubt}" for form in guess.forms)
            right = list(filter(is_date, candidates))
            if right or guess in GUESSES:
                is_sure = guess.is_sure and guess in GUESSES and len(set(right)) == 1
                return guess.complaint, _hint(right), right[0] if is_sure else ""
    return None


def _hint(forms: Iterable[str]) -> str:
    right = " or ".join(dict.fromkeys(forms))
    return f"write {right}" if right else FORMS_HINT


def _matched(pattern: str, text: str) -> re.Match[str] | None:
    return re.fullmatch(pattern, text, re.IGNORECASE | re.ASCII)

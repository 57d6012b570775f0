"""What every component shows: how certain a thing is, and when it was."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msgspec import Struct

from seasontracker.dates import PartialDate, Precision
from seasontracker.models.vocabulary import Confidence, EvidenceKind, TheoryState
from seasontracker.wording.catalogue import Words
from seasontracker.wording.dates import day_label, month_label, short_day_label, window_label
from seasontracker.wording.labels import label


class Mark(Struct, frozen=True):
    """A certainty: the form in which it is drawn, and the word for it."""

    key: str
    word: str


class Moment(Struct, frozen=True):
    """A day or less, for machines and for people."""

    iso: str
    """A valid `datetime` of the HTML `time` element, else empty."""
    label: str


@lru_cache(maxsize=64)
def confidence_mark(words: Words, confidence: Confidence | None) -> Mark:
    """Return the mark of a claim; one without a word for what nobody has claimed."""
    if confidence is None:
        return Mark("", "")
    return Mark(confidence.value, label(words, confidence))


_EVIDENCE = {
    EvidenceKind.OFFICIAL: Confidence.OFFICIAL,
    EvidenceKind.ON_SCREEN: Confidence.OFFICIAL,
    EvidenceKind.INTERVIEW: Confidence.ON_RECORD,
    EvidenceKind.SOURCE_MATERIAL: Confidence.REPORTED,
    EvidenceKind.MARKETING: Confidence.LISTING,
}
_THEORY = {
    TheoryState.CONFIRMED: Confidence.OFFICIAL,
    TheoryState.PARTLY_CONFIRMED: Confidence.ON_RECORD,
    TheoryState.SUPPORTED: Confidence.REPORTED,
    TheoryState.DEBUNKED: Confidence.OFFICIAL,
}


def evidence_key(kind: EvidenceKind) -> str:
    """Return the line that a kind of evidence is drawn with: what is on screen is sure."""
    return _EVIDENCE[kind].value


def theory_key(state: TheoryState) -> str:
    """Return the line that a theory is drawn with: a guess is dotted until something backs it."""
    return _THEORY.get(state, Confidence.SPECULATION).value


@lru_cache(maxsize=4096)
def day_moment(words: Words, day: date, *, short: bool = False) -> Moment:
    """Return a day."""
    shown = short_day_label(words, day) if short else day_label(words, day)
    return Moment(day.isoformat(), shown)


def month_moment(words: Words, first: date) -> Moment:
    """Return the month that begins on a day."""
    return Moment(f"{first:%Y-%m}", month_label(words, first.year, first.month))


@lru_cache(maxsize=4096)
def said_moment(words: Words, said: PartialDate) -> Moment:
    """Return when something was said, as precisely as it is known."""
    if said.is_day and said.earliest is not None:
        return day_moment(words, said.earliest, short=True)
    # The `time` element knows years and months, but neither halves nor seasons (HTML 4.5.14).
    is_plain = said.precision in (Precision.MONTH, Precision.YEAR) and not said.uncertain
    return Moment(said.edtf if is_plain else "", sentence_case(window_label(words, said)))


def told_moment(words: Words, day: date, told_as: PartialDate | None) -> Moment:
    """Return when something was told, no more precisely than it was said."""
    return said_moment(words, told_as) if told_as else day_moment(words, day, short=True)


def sentence_case(text: str) -> str:
    """Return text with a capital first letter, where it starts a line."""
    return text[:1].upper() + text[1:]

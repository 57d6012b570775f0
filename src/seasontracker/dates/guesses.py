"""Common ways to write a date that are not ours, and what each probably means."""

from __future__ import annotations

import re

from msgspec import Struct

# Not from `calendar`, whose names follow the locale of the machine.
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = r"((?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)\.?"
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"([0-9]{4})"
_SEASON = r"(spring|summer|autumn|fall)"
_PART = r"(early|mid|late)"
_GAP = r"(?:[\s,/_-]|\bof\b)*"

WINTER = rf"winter{_GAP}{_YEAR}|{_YEAR}{_GAP}winter"
NO_OFFSET = (
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:T|\s+)(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)"
    r"(?:\s*(?!UTC|GMT)[a-z]{2,}[a-z_/]*)?"
)


class Guess(Struct, frozen=True):
    """A foreign way to write a date."""

    pattern: str
    complaint: str
    """What is wrong, to follow the quoted text."""
    forms: tuple[str, ...] = ()
    """What may have been meant, as templates over the groups of the pattern."""
    is_sure: bool = True
    """Whether a single form that is a date is what was meant."""


def tidy(candidate: str) -> str:
    """Turn month names into numbers and pad lone digits."""
    text = candidate.lower()
    for number, month in enumerate(MONTH_NAMES, start=1):
        text = re.sub(rf"-{month[:3].lower()}[a-z]*", f"-{number:02}", text)
    text = re.sub(r"([+-])([0-9])(?![0-9])", r"\g<1>0\2", text)
    text = re.sub(r"t([0-9]):", r"t0\1:", text)
    return re.sub(r"(?<=[0-9-])([hqtz])(?=[0-9]|$)", lambda match: match[1].upper(), text)


# Tried from the top.
GUESSES = (
    Guess(
        r"tb[acd]\?*|tb[cd]|unknown|none|n/?a|\?+|-+|\.\.|to be \w+|not announced|unannounced",
        "is not how an open date is written",
        ("tba",),
    ),
    Guess(rf"{_YEAR}-([0-9]{{1,2}})", "lacks a leading zero", (r"\1-\2",)),
    Guess(rf"{_YEAR}-([0-9]{{1,2}})-([0-9]{{1,2}})", "lacks a leading zero", (r"\1-\2-\3",)),
    Guess(rf"{_YEAR}([./_ ])([0-9]{{1,2}})", "lacks its hyphen", (r"\1-\3",)),
    Guess(
        rf"{_YEAR}([./_ ])([0-9]{{1,2}})[./_ ]([0-9]{{1,2}})", "lacks its hyphens", (r"\1-\3-\4",)
    ),
    Guess(rf"{_YEAR}([0-9]{{2}})([0-9]{{2}})", "lacks its hyphens", (r"\1-\2-\3",)),
    Guess(rf"{_YEAR}([0-9]{{2}})", "lacks its hyphen", (r"\1-\2",)),
    Guess(rf"{_DAY}[./-]{_DAY}[./-]{_YEAR}", "has its year last", (r"\3-\2-\1", r"\3-\1-\2")),
    Guess(rf"{_DAY}[./-]{_YEAR}", "has its year last", (r"\2-\1",)),
    Guess(rf"{_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR}", "names its month in a word", (r"\3-\2-\1",)),
    Guess(rf"{_MONTH}{_GAP}{_DAY},?\s+{_YEAR}", "names its month in a word", (r"\3-\1-\2",)),
    Guess(rf"{_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}", "names its month in a word", (r"\1-\2-\3",)),
    Guess(rf"{_MONTH}{_GAP}{_YEAR}", "names its month in a word", (r"\2-\1",)),
    Guess(rf"{_YEAR}{_GAP}{_MONTH}", "names its month in a word", (r"\1-\2",)),
    Guess(rf"H([0-9]){_GAP}{_YEAR}", "is not how a half is written", (r"\2-H\1",)),
    Guess(rf"{_YEAR}{_GAP}H([0-9])", "is not how a half is written", (r"\1-H\2",)),
    Guess(rf"Q([0-9]){_GAP}{_YEAR}", "is not how a quarter is written", (r"\2-Q\1",)),
    Guess(rf"{_YEAR}{_GAP}Q([0-9])", "is not how a quarter is written", (r"\1-Q\2",)),
    Guess(rf"{_SEASON}{_GAP}{_YEAR}", "is not how a season is written", (r"\2-\1",)),
    Guess(rf"{_YEAR}{_GAP}{_SEASON}", "is not how a season is written", (r"\1-\2",)),
    Guess(rf"{_PART}{_GAP}{_YEAR}", "is not how a part of a year is written", (r"\1 \2",)),
    Guess(rf"{_YEAR}{_GAP}{_PART}", "is not how a part of a year is written", (r"\2 \1",)),
    Guess(r"'?([0-9]{2})((?:-[0-9HQ]+)?)", "has a year of two digits", (r"20\1\2",), False),
    # The first of three pairs may as well be the day, so no form is offered.
    Guess(r"'?[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}", "has a year of two digits"),
    Guess(
        r"([0-9-]{10})(?:T|\s+)([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)?\s*(?:Z|UTC|GMT)",
        "is not how an instant is written",
        (r"\1T\2Z",),
    ),
    Guess(
        r"([0-9-]{10})(?:T|\s+)([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)?\s*"
        r"(?:UTC|GMT)?([+-][0-9]{1,2}):?([0-9]{2})?",
        "is not how an instant is written",
        (r"\1T\2\3:\4", r"\1T\2\3:00"),
    ),
    Guess(rf"{_YEAR}-{_YEAR}", "is not how a range is written", (r"\1..\2",)),
)

# These match almost anything, and only say something when the form they offer is a date.
VAGUE_GUESSES = (
    Guess(r"(.*[^.])?(?:\.{3,}|…)([^.].*)?", "needs exactly two dots", (r"\1..\2",)),
    Guess(r"(.+?)\?\?+", "is uncertain more than once", (r"\1?",)),
    Guess(r"\?\s*(.+)|(.+?)\s*\(\?\)", "has its question mark elsewhere", (r"\1\2?",)),
    Guess(r"(?:~|ca?\.|circa|about|around)\s*(.+)", "is not how doubt is written", (r"\1?",)),
    Guess(r"(.+)[~%]", "is not how doubt is written", (r"\1?",)),
    Guess(r"(?:not before|from|since)\s+(.+)", "is not how a range is written", (r"\1..",)),
    Guess(r"(?:not after|by|until)\s+(.+)", "is not how a range is written", (r"..\1",)),
    Guess(r"(.+?)(?:/\.*|\s*-)", "is not how a range is written", (r"\1..",)),
    Guess(r"\.*/(.+)", "is not how a range is written", (r"..\1",)),
    Guess(
        r"(.+?)\s*(?:/|\u2013|\u2014|\s(?:to|until|-)\s)\s*(.+)",
        "is not how a range is written",
        (r"\1..\2",),
    ),
)

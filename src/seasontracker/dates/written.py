"""The forms of dates as regular expressions, for what cannot call our parser.

JSON Schema and forms in a browser read them, so they keep to what JavaScript and Python share. What
an expression cannot say (that there is no 30 February, that a range ends before it starts) they let
through; the parser does not.
"""

from __future__ import annotations

_YEAR = r"(?:19|20|21)[0-9]{2}"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01])"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
_OFFSET = r"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})"


def _any_case(word: str) -> str:
    """Return a pattern for a word in capitals, small letters or both."""
    return "".join(f"[{letter.upper()}{letter.lower()}]" for letter in word)


_SEASON = "|".join(map(_any_case, ("spring", "summer", "autumn", "fall")))
_PART = "|".join(map(_any_case, ("early", "mid", "late")))
_TBA = _any_case("tba")
_CLOSED = (
    rf"(?:{_YEAR}(?:-(?:[Hh][12]|[Qq][1-4]|{_SEASON}|{_MONTH}(?:-{_DAY}(?:[Tt]{_TIME}{_OFFSET})?)?))?"
    rf"|(?:{_PART})\s+{_YEAR})"
)
_RANGE = rf"{_CLOSED}\s*\.\.(?:\s*{_CLOSED})?"
_UNTIL = rf"\.\.\s*{_CLOSED}"

DAY = rf"\s*{_YEAR}-{_MONTH}-{_DAY}\s*"
DAY_OR_INSTANT = rf"\s*{_YEAR}-{_MONTH}-{_DAY}(?:[Tt]{_TIME}{_OFFSET})?\s*"
SAID_ON = rf"\s*(?:{_RANGE}|{_CLOSED})(?:\s*\?)?\s*"
"""A partial date that has a first day."""
PARTIAL_DATE = rf"\s*(?:{_TBA}|(?:{_RANGE}|{_UNTIL}|{_CLOSED})(?:\s*\?)?)\s*"

"""Prose names the day, month or year, since "next year" is wrong a year later.

There are lists for English only; a site in another language is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.checks.passages import Passage, ShowTexts
from seasontracker.checks.stated import CARDINALS, MONTHS
from seasontracker.diagnostics import Code, Diagnostic

_UNIT = r"(?:spring|summer|fall|autumn|winter|year|month|week|weekend)"
_COMES = r"(?:announce|reveal|release|premiere|arrive|return|drop|confirm|air|start|debut|stream)"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Months in capitals only: "this may" and "next march" are none.
_NAMED = rf"(?-i:{'|'.join((*_DAYS, *MONTHS))})"
_HAPPENS = (
    r"(?:premieres?|arrives?|returns?|drops?|releases?|released|airs?|out|launch(?:es)?|debuts?)"
)
_FEW = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|few|several|[0-9]{1,2})"
_TOLD = r"(?:announced|confirmed|revealed|released|renewed|cancelled|canceled|wrapped|said)"
_VAGUE = re.compile(
    rf"""\b(?:
      (?:earlier|later|sometime|late|early)\ (?:this|next|last)\ {_UNIT}
    | (?:this|next|coming)\ {_UNIT}
    | last\ {_UNIT}(?!\ (?:of|at|in)\b)
    | in\ the\ (?:coming|next\ few)\ (?:days|weeks|months)
    | in\ the\ (?:near|not\ too\ distant)\ future
    | (?:by|before|at|until)\ the\ end\ of\ (?:the|this)\ year
    | (?:coming|arriving|landing|returning|expected|announced|out|very|pretty|quite|sometime)\ soon
      (?!\ (?:as|after|afterwards|enough)\b)
    | will\ soon\ (?:be\ )?{_COMES}(?:s|d|ed|ing)?
    | (?:this|next|coming)\ (?:coming\ )?{_NAMED}
    | {_HAPPENS}\ (?:tomorrow|in\ {_FEW}\ (?:days|weeks|months)(?:['\u2019]\ time)?)
    | {_FEW}\ (?:days?|weeks?|months?)\ ago
    | any\ day\ now
    | recently\ (?:been\ )?{_TOLD}
    | stay\ tuned
    | watch\ this\ space
    | at\ the\ time\ of\ writing
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_ANY = (b"",)
_UNITS = (b"spring", b"summer", b"fall", b"autumn", b"winter", b"year", b"month", b"week")
_DATES = (*_UNITS, *(name.lower().encode() for name in (*_DAYS, *MONTHS)))
_SPANS = (b"days", b"weeks", b"months")
_NUMBERS = (*CARDINALS[:10], "few", "several", *"0123456789")
_COUNTED = tuple(number.encode() for number in _NUMBERS)
_SIGNS: tuple[tuple[tuple[bytes, ...], bytes, tuple[bytes, ...]], ...] = (
    (_ANY, b"this ", _DATES),
    (_ANY, b"next ", (*_DATES, b"few")),
    (_ANY, b"last ", _UNITS),
    (_ANY, b"coming ", (*_DATES, *_SPANS, b"soon")),
    ((b"the ",), b"end of th", (b"e year", b"is year")),
    ((b"near", b"distant"), b" future", _ANY),
    (
        (
            b"ing",
            b"expected",
            b"announced",
            b"out",
            b"very",
            b"pretty",
            b"quite",
            b"sometime",
            b"will",
        ),
        b" soon",
        _ANY,
    ),
    *((_COUNTED, b" " + span, _ANY) for span in _SPANS),
    ((b"day", b"week", b"month", *_SPANS), b" ago", _ANY),
    (_ANY, b" tomorrow", _ANY),
    ((b"a",), b"ny day now", _ANY),
    ((b"r",), b"ecently ", _ANY),
    ((b"s",), b"tay tuned", _ANY),
    ((b"w",), b"atch this space", _ANY),
    ((b"at the",), b" time of writing", _ANY),
)
"""One of these, behind and before some word, is in whatever the expression finds; it is tried
around them only, to be fast."""
_REACH = 40
_STORY = re.compile(r"\b(?:the|her|his|their|its|my|our|every|each|a|that|very)\s+$", re.IGNORECASE)


def check(texts: ShowTexts) -> Iterator[Diagnostic]:
    if not texts.is_english:
        return
    for season in texts.seasons.values():
        for passage in season:
            yield from _vague(passage)
        # There are many, and hardly one has anything; all at once they are read far faster.
        if any(_mentions("\n".join(value.text for value in season.values))):
            for passage in season.values:
                yield from _vague(passage)


def _vague(passage: Passage) -> Iterator[Diagnostic]:
    for match in _mentions(passage.raw):
        # "The next year" and "her last week" count from another day of the same text.
        if _STORY.search(passage.raw, max(0, match.start() - 8), match.start()):
            continue
        if not passage.is_own(*match.span()):
            continue
        yield passage.diagnostic(
            Code.VAGUE_TIME,
            *match.span(),
            f"`{match[0]}` means another time to each reader",
            "name the day, the month or the year",
        )


def _mentions(words: str) -> Iterator[re.Match[str]]:
    """Yield what the expression finds, in order, each stretch once."""
    # In bytes, of which only letters of English get lower case, fast and each in its place.
    small = words.encode("utf-8", "surrogatepass").lower()
    done = 0
    for place in sorted(place for sign in _SIGNS for place in _places(small, *sign)):
        if place < done:
            continue
        match = _VAGUE.search(words, max(done, place - _REACH), place + _REACH)
        if match is not None:
            done = match.end()
            yield match


def _places(
    small: bytes, before: tuple[bytes, ...], sign: bytes, after: tuple[bytes, ...]
) -> Iterator[int]:
    place = small.find(sign)
    while place >= 0:
        if small.endswith(before, 0, place) and small.startswith(after, place + len(sign)):
            yield len(small[:place].decode("utf-8", "surrogatepass"))
        place = small.find(sign, place + 1)

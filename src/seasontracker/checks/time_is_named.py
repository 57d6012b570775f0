"""Prose names the day, month or year, since "next year" is wrong a year later.

There are lists for English only; a site in another language is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.checks.passages import ShowTexts
from seasontracker.diagnostics import Code, Diagnostic

_UNIT = r"(?:spring|summer|fall|autumn|winter|year|month|week|weekend)"
_COMES = r"(?:announce|reveal|release|premiere|arrive|return|drop|confirm|air|start|debut|stream)"
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
    | stay\ tuned
    | watch\ this\ space
    | at\ the\ time\ of\ writing
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_WHICH = (b"this", b"next", b"last", b"coming")
_SIGNS: tuple[tuple[bytes, tuple[bytes, ...]], ...] = (
    *((b" " + unit, _WHICH) for unit in (b"spring", b"summer", b"fall", b"autumn", b"winter")),
    (b" year", (*_WHICH, b"of the")),
    (b" month", (*_WHICH, b"few")),
    (b" week", (*_WHICH, b"few")),
    (b" days", (b"coming", b"few")),
    (b" future", (b"near", b"distant")),
    (
        b" soon",
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
    ),
    (b"tay tuned", (b"s",)),
    (b"atch this space", (b"w",)),
    (b" time of writing", (b"at the",)),
)
"""One of these, behind one of the words, is in whatever the expression finds; it is tried around
them only, to be fast."""
_REACH = 40
_STORY = re.compile(r"\b(?:the|her|his|their|its|my|our|every|each|a|that|very)\s+$", re.IGNORECASE)


def check(texts: ShowTexts) -> Iterator[Diagnostic]:
    if not texts.is_english:
        return
    for season in texts.seasons.values():
        for passage in season:
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


def _places(small: bytes, sign: bytes, before: tuple[bytes, ...]) -> Iterator[int]:
    place = small.find(sign)
    while place >= 0:
        if small.endswith(before, 0, place):
            yield len(small[:place].decode("utf-8", "surrogatepass"))
        place = small.find(sign, place + 1)

"""An episode that prose names is one that the season has, and has the title that it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.checks.passages import Passage
from seasontracker.checks.stated import (
    ORDINALS,
    episode_count,
    matches_at,
    number_of,
    places_of,
    speaks_of_another_show,
)
from seasontracker.checks.tracked import TrackedSeason, TrackedShow
from seasontracker.diagnostics import Code, Diagnostic

_MARKED = re.compile(
    r"S(?P<s1>[0-9]{2})E(?P<e1>[0-9]{2})\b"
    r"|[Ss]eason (?P<s2>[0-9]{1,2}),? episode (?P<e2>[0-9]{1,3})\b"
    r"|[Ee]pisode (?P<e3>[0-9]{1,3}) of season (?P<s3>[0-9]{1,2})\b",
)
_MARK = re.compile("S[0-9]{2}E")
_TITLED = re.compile(
    r"[Ee]pisode (?P<number>[0-9]{1,3}),? (?:called |titled |entitled )?"
    r"[\u201c\"](?P<title>[^\u201c\u201d\"\n]{2,80}?),?[\u201d\"]",
)
_PLACED = re.compile(
    r"[\u201c\"](?P<title>[^\u201c\u201d\"\n]{2,80})[\u201d\"] (?:is|was) "
    rf"(?:the (?P<ordinal>{'|'.join(ORDINALS)}) episode|episode (?P<number>[0-9]{{1,3}}))"
    # "The second episode that she wrote" may be the fifth of all.
    r"(?: of (?:the|this) season)?(?=[.,;:!?)]|$)",
)


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    if not show.is_english:
        return
    for season in show.seasons:
        for passage in season.texts:
            if "pisode" in passage.text or _MARK.search(passage.text):
                yield from _beyond(passage, show)
                yield from _titled(passage, season, show)


def _beyond(passage: Passage, show: TrackedShow) -> Iterator[Diagnostic]:
    words = passage.raw
    marks = (match.start() for match in _MARK.finditer(words))
    named = (place - 1 for sign in ("eason ", "pisode ") for place in places_of(sign, words))
    for match in matches_at(_MARKED, words, sorted((*marks, *named))):
        number = int(match["s1"] or match["s2"] or match["s3"])
        episode = int(match["e1"] or match["e2"] or match["e3"])
        season = show.season(number)
        known = episode_count(season) if season else None
        if not known or episode <= known or not passage.is_own(*match.span()):
            continue
        if speaks_of_another_show(match, show, words):
            continue
        yield passage.diagnostic(
            Code.WRONG_EPISODE,
            *match.span(),
            f"`{match[0]}` is beyond season {number}, which has {known} episodes",
            "correct the number, or the `episode_order` in `status.yaml`",
        )


def _titled(passage: Passage, season: TrackedSeason, show: TrackedShow) -> Iterator[Diagnostic]:
    numbers = {
        episode.title.casefold(): episode.number
        for episode in season.standing.episodes
        if episode.title
    }
    if not numbers:
        return
    # The title stands in quotation marks, which are blanked in the editor's own words.
    words = passage.lines.replace("\n", " ")
    behind = (place - 1 for place in places_of("pisode ", words))
    before = sorted(words.rfind(sign, 0, place) for sign, place in _closed(words))
    for match in (*matches_at(_TITLED, words, behind), *matches_at(_PLACED, words, before)):
        known = numbers.get(match["title"].strip(" ,").casefold())
        stated = number_of(match["number"] or match["ordinal"])
        if known is None or known == stated or speaks_of_another_show(match, show, words):
            continue
        yield passage.diagnostic(
            Code.WRONG_EPISODE,
            match.start(),
            match.end("number") if match["number"] else match.end(),
            f"`{match['title'].strip(' ,')}` is not the title of episode {stated}",
            f"it is that of episode {known} in `episodes.yaml`: correct one of the two",
        )


def _closed(words: str) -> Iterator[tuple[str, int]]:
    """Yield where a quotation ends that something is said of, with the sign that opens it."""
    for verb in (" is ", " was "):
        for opening, closing in (("\u201c", "\u201d"), ('"', '"')):
            for place in places_of(closing + verb, words):
                yield opening, place

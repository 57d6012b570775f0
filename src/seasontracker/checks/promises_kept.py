"""Headline, deck and description promise no release date, trailer or cast that the data lack.

Google's guidance on people-first content names the habit: "writing about things simply because they
seem trending", and promising "an answer to a question that actually has no answer, such as
suggesting there's a release date for a product, movie, or TV show when one isn't confirmed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from seasontracker.checks.passages import Passage
from seasontracker.checks.releases_stated import OTHER_WORK, dated, when_of
from seasontracker.checks.stated import day_of, speaks_of_another_season, speaks_of_another_show
from seasontracker.checks.tracked import TrackedSeason, TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models.vocabulary import Confidence
from seasontracker.tracking.release import ReleaseState


class _Promise(Struct, frozen=True):
    code: Code
    words: re.Pattern[str]
    lacks: str
    hint: str


_DATE = _Promise(
    Code.PROMISED_DATE,
    re.compile(
        r"\b(?:release|premiere|air|start|launch|return)[ -]dates?\b"
        r"|\b(?:the|its|a) date (?:is|has been|was) (?:set|announced|confirmed|revealed)\b"
        r"|\b(?:gets|has|sets|announces|confirms|reveals) (?:a|its|the) date\b",
        re.IGNORECASE,
    ),
    "no date is known",
    "say what is known, such as the window, or that there is no date yet",
)
_PROMISES = (
    _DATE,
    _Promise(
        Code.PROMISED_TRAILER,
        re.compile(r"\b(?:trailers?|teasers?|first look)\b", re.IGNORECASE),
        "no trailer or teaser of this season is in `media.yaml`",
        "leave the word out until there is one",
    ),
    _Promise(
        Code.PROMISED_CAST,
        # As a noun, since fishermen cast nets.
        re.compile(
            r"(?:^|(?<=[0-9,:;&(|/] )|(?<=\b(?:the|its|and|new) )|(?<=\b(?:full|main|with|meet) ))"
            r"cast\b(?! (?:iron|steel|a|an|doubt|aside|away|off|out)\b)"
            r"|\bcast(?=[ -](?:list|members?|guide|news|returns?|revealed|announced|so far"
            r"|and (?:crew|characters?|plot|story|trailer|release))\b|[,:;.!?)&|/]|$)",
            re.IGNORECASE,
        ),
        "no part is in the season's `cast.yaml`",
        "list who is known to be in it, or leave the word out",
    ),
)
_QUESTION = re.compile(
    r"\bwhen (?:does|do|will|is|can)\b[^.?!]*?\b(?:out|premiere|released?|return|air|arrive|start"
    r"|debut|launch|drop|stream|watch)\b[^.?!]*\?",
    re.IGNORECASE,
)
"""An answer is what such a question promises."""
# "No release date yet", "the cast is unknown" and "when will there be a trailer?" promise nothing.
_DENIED_BEFORE = re.compile(
    r"\b(?:no|not|without|nor|neither|never|yet|before|until|lacks?|awaits?|awaiting|wait(?:s|ing)?"
    r"|missing|unknown|unannounced|unconfirmed|any|if|whether|when|than|rumou?red|rumou?rs?"
    r"|(?-i:may)|might|could|perhaps|possibly|reportedly|supposedly)\b[^.;:!?]*$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"^[^.;:!]*?(?:\?|\b(?:not|no|yet|unknown|unannounced|unconfirmed|open|pending|missing|"
    r"awaited|rumou?rs?|speculation|hopes?|isn\u2019t|isn't|hasn\u2019t|hasn't)\b)",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:no|not|nothing|nobody|none|unknown|unannounced|unconfirmed|never|yet|open|isn\u2019t"
    r"|isn't|hasn\u2019t|hasn't|cancelled|canceled|estimates?|guess|window|rumou?rs?)\b",
    re.IGNORECASE,
)


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    if not show.is_english:
        return
    for season in show.seasons:
        promises = season.texts.promises
        broken = [promise for promise in _PROMISES if not _is_kept(promise, season)]
        for passage in promises:
            for promise in broken:
                found = list(_broken(promise, passage))
                if not found and promise is _DATE:
                    found = [*_dated(passage, season, show), *_asked(passage, season)][:1]
                yield from found


def _dated(passage: Passage, season: TrackedSeason, show: TrackedShow) -> Iterator[Diagnostic]:
    """Yield where a day is named on which the season is to come."""
    for match in dated(passage.raw):
        before = passage.raw[: match.start()]
        day = None if match["came"] else day_of(match)
        if day is None or show.clock.has_come(day) or not passage.is_own(*match.span()):
            continue
        is_of_other = OTHER_WORK.search(before) or speaks_of_another_season(before, season)
        if is_of_other or speaks_of_another_show(match, show, passage.raw):
            continue
        if not _is_open(passage.words, *match.span()):
            yield _promised(_DATE, passage, *when_of(match))


def _asked(passage: Passage, season: TrackedSeason) -> Iterator[Diagnostic]:
    """Yield a question for the date, unless the answer is a window, or that there is none."""
    match, window = _QUESTION.search(passage.flat), season.standing.axes.release.current
    if window and window.value.is_known and window.rank <= Confidence.REPORTED.rank:
        return
    if match and not any(_UNKNOWN.search(one.flat) for one in season.texts.promises):
        yield _promised(_DATE, passage, *match.span())


def _broken(promise: _Promise, passage: Passage) -> Iterator[Diagnostic]:
    for match in promise.words.finditer(passage.words):
        if not _is_open(passage.words, *match.span()):
            yield _promised(promise, passage, *match.span())
            return


def _is_open(words: str, start: int, end: int) -> bool:
    """Return whether a sentence says that what it names is not known, or not there yet."""
    before, after = words[:start], words[end:]
    return bool(_DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after))


def _promised(promise: _Promise, passage: Passage, start: int, end: int) -> Diagnostic:
    return passage.diagnostic(
        promise.code,
        start,
        end,
        f"the {passage.key} promises `{passage.raw[start:end]}`, but {promise.lacks}",
        promise.hint,
    )


def _is_kept(promise: _Promise, season: TrackedSeason) -> bool:
    standing = season.standing
    if promise.code is Code.PROMISED_DATE:
        return standing.state is ReleaseState.DATED or standing.state.has_begun
    if promise.code is Code.PROMISED_TRAILER:
        return standing.has_trailer
    return bool(standing.cast)

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
from seasontracker.checks.tracked import TrackedSeason, TrackedShow
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.tracking.release import ReleaseState


class _Promise(Struct, frozen=True):
    code: Code
    sign: str
    """What is in every text that makes the promise."""
    words: re.Pattern[str]
    lacks: str
    hint: str


_PROMISES = (
    _Promise(
        Code.PROMISED_DATE,
        "date",
        re.compile(r"\b(?:release|premiere|air|start|launch|return)[ -]dates?\b", re.IGNORECASE),
        "no date is known",
        "say what is known, such as the window, or that there is no date yet",
    ),
    _Promise(
        Code.PROMISED_TRAILER,
        "t",
        re.compile(r"\b(?:trailers?|teasers?|first look)\b", re.IGNORECASE),
        "no trailer or teaser of this season is in `media.yaml`",
        "leave the word out until there is one",
    ),
    _Promise(
        Code.PROMISED_CAST,
        "cast",
        re.compile(r"\bcast\b(?! (?:a|an|doubt|aside|away|off|out)\b)", re.IGNORECASE),
        "no part is in the season's `cast.yaml`",
        "list who is known to be in it, or leave the word out",
    ),
)
# "No release date yet", "the cast is unknown" and "when will there be a trailer?" promise nothing.
_DENIED_BEFORE = re.compile(
    r"\b(?:no|not|without|nor|neither|never|yet|before|until|lacks?|awaits?|awaiting|wait(?:s|ing)?"
    r"|missing|unknown|unannounced|unconfirmed|any|if|whether|when|than)\b[^.;:!?]*$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"^[^.;:!]*?(?:\?|\b(?:not|no|yet|unknown|unannounced|unconfirmed|open|pending|missing|"
    r"awaited|rumou?rs?|speculation|hopes?|isn\u2019t|isn't|hasn\u2019t|hasn't)\b)",
    re.IGNORECASE,
)


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    if not show.is_english:
        return
    for season in show.seasons:
        broken = [promise for promise in _PROMISES if not _is_kept(promise, season)]
        for passage in season.texts.promises:
            for promise in broken:
                yield from _broken(promise, passage)


def _broken(promise: _Promise, passage: Passage) -> Iterator[Diagnostic]:
    for match in promise.words.finditer(passage.words):
        before, after = passage.words[: match.start()], passage.words[match.end() :]
        if _DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after):
            continue
        yield passage.diagnostic(
            promise.code,
            *match.span(),
            f"the {passage.key} promises `{match[0]}`, but {promise.lacks}",
            promise.hint,
        )
        return


def _is_kept(promise: _Promise, season: TrackedSeason) -> bool:
    standing = season.standing
    if promise.code is Code.PROMISED_DATE:
        return standing.state is ReleaseState.DATED or standing.state.has_begun
    if promise.code is Code.PROMISED_TRAILER:
        return standing.has_trailer
    return bool(standing.cast)

"""A release date in prose is the one that the claim log comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.checks.passages import Passage
from seasontracker.checks.stated import (
    DAY,
    SEASON,
    day_of,
    first_day,
    matches_at,
    places_of_seasons,
    season_of,
    written,
)
from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic

# Not "was to premiere" and "had been set to arrive": what was planned may have been another day.
_COMES = (
    r"(?:(?:is|was|will be) released|releases|(?:premiere|debut|launche?|arrive)[sd]"
    r"|debuted|(?:will )(?:premiere|debut|launch|arrive|come out)|comes out|came out)"
)
_STATED = re.compile(
    rf"{SEASON} {_COMES}(?: (?:on|to|at) (?:\*?[A-Z][\w+]*\*? ?){{1,3}})?"
    rf"(?:(?: worldwide| globally)? on|,) ?{DAY}",
)
_ZONES = 1
"""What comes at midnight in California comes a day later in Korea."""


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    if not show.is_english:
        return
    for season in show.seasons:
        for passage in season.texts:
            if "eason" in passage.text:
                yield from _contradictions(passage, show)


def _contradictions(passage: Passage, show: TrackedShow) -> Iterator[Diagnostic]:
    words = passage.raw
    for match in matches_at(_STATED, words, places_of_seasons(words)):
        season = season_of(match, show, words)
        stated, known = day_of(match), first_day(season) if season else None
        if season is None or stated is None or known is None:
            continue
        if abs((stated - known).days) > _ZONES and passage.is_own(*match.span()):
            start = min(match.start(group) for group in ("d1", "m2", "y3") if match[group])
            yield passage.diagnostic(
                Code.WRONG_DATE,
                start,
                match.end(),
                f"`{words[start : match.end()]}` is not the date of "
                f"season {season.loaded.number} in its `status.yaml`",
                f"that is {written(known)}: correct one of the two",
            )

"""A number of episodes in prose is the one that the claim log comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.checks.passages import Passage
from seasontracker.checks.stated import (
    NUMBER,
    SEASON,
    episode_count,
    matches_at,
    number_of,
    places_of_seasons,
    season_of,
)
from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic

# "Season 1 has four episodes that she directed" counts others than all.
_STATED = re.compile(
    rf"{SEASON} (?:has|had|have|consists of|consisted of|comprises|comprised|contains"
    rf"|will have|runs for|ran for|runs|ran) (?P<count>{NUMBER}) episodes"
    r"(?=[ ]*(?:[.,;:!?)]|$|in (?:total|all)\b|altogether\b))",
)


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    if not show.is_english:
        return
    for season in show.seasons:
        for passage in season.texts:
            if " episodes" in passage.text:
                yield from _contradictions(passage, show)


def _contradictions(passage: Passage, show: TrackedShow) -> Iterator[Diagnostic]:
    words = passage.raw
    for match in matches_at(_STATED, words, places_of_seasons(words)):
        season = season_of(match, show, words)
        known = episode_count(season) if season else None
        if season is None or not known or number_of(match["count"]) == known:
            continue
        if passage.is_own(*match.span()):
            yield passage.diagnostic(
                Code.WRONG_COUNT,
                match.start("count"),
                match.end(),
                f"`{match['count']} episodes` is not the number of "
                f"season {season.loaded.number} in its `status.yaml`",
                f"that is {known}: correct one of the two",
            )

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
    paragraph_before,
    places_of,
    places_of_seasons,
    season_of,
    speaks_of_another_season,
    speaks_of_another_show,
)
from seasontracker.checks.tracked import TrackedSeason, TrackedShow
from seasontracker.diagnostics import Code, Diagnostic

# "Season 1 has four episodes that she directed" counts others than all.
_ENDS = r"(?=[ ]*(?:[.,;:!?)]|$|in (?:total|all)\b|altogether\b))"
_HAS = (
    r"(?:(?:will )?have|has|had|will consist of|consists of|consisted of|(?:will )?comprise"
    r"|comprises|comprised|(?:will )?contain|contains|will run for|runs for|ran for|runs|ran)"
)
_BY_NUMBER = re.compile(rf"{SEASON} {_HAS} (?P<count>{NUMBER}) episodes{_ENDS}")
_BEGINS = r"(?:^|[.!?:;,] +|  +|# +)"
_OWN = re.compile(
    rf"{_BEGINS}(?:[Tt]he (?:new )?season {_HAS}|There (?:are|were|will be))"
    rf" (?P<count>{NUMBER}) episodes(?: in (?:the|this) season)?{_ENDS}"
    # Not "the studio wanted a 10-episode season", nor one that "would" have been.
    rf"|(?:{_BEGINS}|\b(?:is|be|as|ordered) )[Aa]n? (?P<size>{NUMBER})-episode season\b"
    r"(?! (?:would|might|could|was|[0-9]))"
    # Of fewer than all it may be said when they come.
    rf"|\b(?:[Tt]he|[Aa]ll) (?P<coming>{NUMBER}) (?:new )?episodes(?= (?:will )?"
    r"(?:premiere|debut|launch|arrive|drop|come out)\b| are released\b)",
)
_REACH = 40


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    if not show.is_english:
        return
    for season in show.seasons:
        for passage in season.texts:
            if " episodes" in passage.text:
                yield from _by_number(passage, show)
            if "pisode" in passage.text:
                yield from _of_own(passage, season, show)


def _by_number(passage: Passage, show: TrackedShow) -> Iterator[Diagnostic]:
    words = passage.raw
    for match in matches_at(_BY_NUMBER, words, places_of_seasons(words)):
        if season := season_of(match, show, words):
            yield from _contradiction(passage, match, "count", season)


def _of_own(passage: Passage, own: TrackedSeason, show: TrackedShow) -> Iterator[Diagnostic]:
    """Yield what is said of "the season" on its own page, where no other is spoken of."""
    words = passage.raw
    signs = ("here are ", "here were ", "here will be ", "he season ", "he new season ")
    sizes = (place - _REACH for place in places_of("-episode season", words))
    coming = (place - _REACH for place in places_of(" episodes ", words))
    places = sorted(
        (*(place for sign in signs for place in places_of(sign, words)), *sizes, *coming)
    )
    done = 0
    for place in places:
        start = max(done, place - 5)
        end = min(len(words), place + 2 * _REACH)
        match = _OWN.search(words, start, end)
        if match is None or match.end() == end < len(words):
            continue
        done = match.end()
        before = paragraph_before(passage, match.start())
        if speaks_of_another_season(before, own) or speaks_of_another_show(match, show, words):
            continue
        group = next(name for name in ("count", "size", "coming") if match[name])
        if group != "coming" or number_of(match[group]) > (episode_count(own) or 0):
            yield from _contradiction(passage, match, group, own)


def _contradiction(
    passage: Passage, match: re.Match[str], group: str, season: TrackedSeason
) -> Iterator[Diagnostic]:
    known = episode_count(season)
    if not known or number_of(match[group]) == known or not passage.is_own(*match.span()):
        return
    start, end = match.start(group), match.end()
    yield passage.diagnostic(
        Code.WRONG_COUNT,
        start,
        end,
        f"`{passage.raw[start:end]}` is not the number of "
        f"season {season.loaded.number} in its `status.yaml`",
        f"that is {known}: correct one of the two",
    )

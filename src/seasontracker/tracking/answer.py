"""The short answer to what a reader came for: is it coming, when, and how sure is that."""

from __future__ import annotations

from datetime import date

from seasontracker.models.vocabulary import Confidence, Production
from seasontracker.tracking.axis import same_value
from seasontracker.tracking.release import NOT_COMING, ReleaseState, is_dated
from seasontracker.tracking.season import SeasonStanding
from seasontracker.tracking.sentences import (
    Coming,
    Decision,
    Lapsed,
    Never,
    NoTrailer,
    Released,
    Sentence,
    ShortAnswer,
    When,
)
from seasontracker.tracking.windows import Window, WindowFate

__all__ = [
    "Coming",
    "Decision",
    "Lapsed",
    "Never",
    "NoTrailer",
    "Released",
    "Sentence",
    "ShortAnswer",
    "When",
    "short_answer",
]


def short_answer(season: SeasonStanding) -> ShortAnswer:
    """Compute the short answer from a season's axes.

    Whatever depends on today has been asked of the clock when the season was tracked.
    """
    if season.state.has_begun:
        return ShortAnswer((_released(season),))
    if season.state is ReleaseState.NEVER:
        return ShortAnswer((_never(season),))
    coming = _coming(season)
    sentences: list[Sentence] = [_decision(season), coming]
    # Where the maker has named a time, nobody needs an earlier guess.
    lapsed = None if coming.official else _lapsed(season)
    if lapsed is not None:
        sentences.append(lapsed)
    elif not season.has_trailer:
        sentences.append(NoTrailer())
    return ShortAnswer(tuple(sentences))


def _decision(season: SeasonStanding) -> Decision:
    renewal, production = season.axes.renewal, season.axes.production
    # A sentence that says two things is as sure as the weaker of them.
    told = [entry.confidence for entry in (renewal.current, production.current) if entry]
    return Decision(
        renewal=renewal.value,
        production=production.value,
        confidence=max(told, key=lambda one: one.rank, default=None),
        renewal_confidence=renewal.current.confidence if renewal.current else None,
        production_confidence=production.current.confidence if production.current else None,
    )


def _coming(season: SeasonStanding) -> Coming:
    release = season.axes.release
    if release.overdue is not None:
        return Coming(When.OVERDUE, (release.overdue.value,), release.overdue.confidence)
    # The maker's word that there is no date yet does not unsay what others report.
    named = [entry for entry in release.alive if entry.value.is_known]
    current = release.current
    if current is None or not current.value.is_known:
        best = min((entry.rank for entry in named), default=None)
        current = next((entry for entry in reversed(named) if entry.rank == best), None)
    if current is None:
        return Coming(When.NOTHING, (), None)
    rivals = [
        entry.value
        for entry in named
        if entry.rank == current.rank and not same_value(entry.value, current.value)
    ]
    if rivals:
        windows = sorted((*rivals, current.value), key=lambda window: window.sort_key)
        return Coming(When.DISPUTED, tuple(dict.fromkeys(windows)), current.confidence)
    if current.rank > Confidence.REPORTED.rank:
        kind = When.GUESS
    else:
        kind = When.DATED if is_dated(current) else When.WINDOW
    return Coming(kind, (current.value,), current.confidence)


def _lapsed(season: SeasonStanding) -> Lapsed | None:
    """Return the guess that ran out last, unless it is already the answer."""
    if season.axes.release.overdue is not None:
        return None
    dead = [window for window in season.windows if window.fate is WindowFate.EXPIRED]
    if not dead:
        return None
    newest = max(dead, key=lambda window: (_ended(window), window.entry.said))
    return Lapsed(newest.value, newest.entry.confidence)


def _ended(window: Window) -> date:
    return window.ended or date.min


def _released(season: SeasonStanding) -> Released:
    entry = season.axes.release.fulfilled
    assert entry is not None
    days = season.air_days
    return Released(
        state=season.state,
        first=days[0],
        last=days[-1] if len(days) > 1 else None,
        next=season.next_air_day,
        pattern=season.axes.pattern.value,
        episode_order=season.axes.episode_order.value,
        confidence=entry.confidence,
    )


def _never(season: SeasonStanding) -> Never:
    renewal, production = season.axes.renewal.current, season.axes.production.current
    if renewal is not None and renewal.value in NOT_COMING:
        return Never(renewal.value, renewal.claim.date, renewal.confidence)
    assert production is not None
    assert production.value is Production.ABANDONED
    return Never(None, production.claim.date, production.confidence)

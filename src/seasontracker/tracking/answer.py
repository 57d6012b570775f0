"""The short answer to what a reader came for: is it coming, when, and how sure is that.

Sentences are values here; `wording` says them in the site's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from seasontracker.dates import PartialDate
from seasontracker.models.vocabulary import Confidence, Pattern, Production, Renewal
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.season import SeasonStanding
from seasontracker.tracking.windows import Window, WindowFate


class When(Enum):
    """What there is to say about the release of a season that is not out."""

    DATED = "dated"
    WINDOW = "window"
    GUESS = "guess"
    DISPUTED = "disputed"
    OVERDUE = "overdue"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the season is coming, and how far the work on it is."""

    renewal: Renewal | None
    production: Production | None
    confidence: Confidence
    production_confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class Coming:
    """When it is coming, as far as anybody has said."""

    when: When
    window: PartialDate | None
    confidence: Confidence
    official: bool
    """Whether the date is the maker's own."""


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A guess whose time has run out."""

    window: PartialDate
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class NoTrailer:
    """No moving pictures of the season have been published."""

    confidence: Confidence = Confidence.OFFICIAL


@dataclass(frozen=True, slots=True)
class Released:
    """The season is out, or coming out."""

    state: ReleaseState
    first: date
    last: date | None
    next: date | None
    pattern: Pattern | None
    episode_order: int | None
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Never:
    """There will be no such season."""

    renewal: Renewal | None
    said: date | None
    confidence: Confidence


Sentence = Decision | Coming | Lapsed | NoTrailer | Released | Never


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """One to three sentences, each with its confidence."""

    sentences: tuple[Sentence, ...]

    @property
    def confidence(self) -> Confidence:
        """That of what the reader asks first: when it comes, else whether."""
        for sentence in self.sentences:
            if isinstance(sentence, Coming) and sentence.when is not When.NOTHING:
                return sentence.confidence
        return self.sentences[0].confidence


def short_answer(season: SeasonStanding, today: date) -> ShortAnswer:
    """Compute the short answer from a season's axes."""
    if season.state.has_begun:
        return ShortAnswer((_released(season, today),))
    if season.state is ReleaseState.NEVER:
        return ShortAnswer((_never(season),))
    sentences: list[Sentence] = [_decision(season), _coming(season)]
    lapsed = _lapsed(season)
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
        confidence=max(told, key=lambda one: one.rank, default=Confidence.SPECULATION),
        production_confidence=production.current.confidence if production.current else None,
    )


def _coming(season: SeasonStanding) -> Coming:
    release = season.axes.release
    current = release.current
    if season.state is ReleaseState.OVERDUE:
        last = release.entries[-1]
        return Coming(When.OVERDUE, last.value, last.confidence, official=False)
    if current is None or not current.value.is_known:
        return Coming(When.NOTHING, None, Confidence.OFFICIAL, official=True)
    official = current.confidence is Confidence.OFFICIAL
    if release.is_contested:
        return Coming(When.DISPUTED, None, current.confidence, official)
    if current.value.is_day:
        return Coming(When.DATED, current.value, current.confidence, official)
    kind = When.GUESS if current.confidence is Confidence.SPECULATION else When.WINDOW
    return Coming(kind, current.value, current.confidence, official)


def _lapsed(season: SeasonStanding) -> Lapsed | None:
    """Return the guess that ran out last, unless it is already the answer."""
    if season.state is ReleaseState.OVERDUE:
        return None
    dead = [window for window in season.windows if window.fate is WindowFate.EXPIRED]
    if not dead:
        return None
    newest = max(dead, key=lambda window: (_ended(window), window.entry.said))
    return Lapsed(newest.value, newest.entry.confidence)


def _ended(window: Window) -> date:
    return window.ended or date.min


def _released(season: SeasonStanding, today: date) -> Released:
    entry = season.axes.release.fulfilled
    assert entry is not None
    days = season.air_days
    upcoming = [day for day in days if day > today]
    return Released(
        state=season.state,
        first=days[0],
        last=days[-1] if len(days) > 1 else None,
        next=upcoming[0] if upcoming else None,
        pattern=season.axes.pattern.value,
        episode_order=season.axes.episode_order.value,
        confidence=entry.confidence,
    )


def _never(season: SeasonStanding) -> Never:
    renewal, production = season.axes.renewal.current, season.axes.production.current
    said = renewal or production
    return Never(
        renewal=renewal.value if renewal else None,
        said=said.said if said else None,
        confidence=said.confidence if said else Confidence.SPECULATION,
    )

"""What changed about a season, and when: one log, seen by the timeline, the feeds and the dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate
from seasontracker.models import CastClaim, Claim, Theory, Verdict, Video
from seasontracker.models.vocabulary import CastStatus, Confidence
from seasontracker.tracking.fold import ENDINGS, Step, StepKind
from seasontracker.tracking.said import first_day
from seasontracker.tracking.season import SeasonStanding
from seasontracker.tracking.theories import SETTLED

_INSIGNIFICANT = frozenset({StepKind.REPEATED, StepKind.OUTRANKED})


class Subject(Enum):
    """What a change is about."""

    RENEWAL = "renewal"
    PRODUCTION = "production"
    RELEASE = "release"
    EPISODE_ORDER = "episode_order"
    PATTERN = "pattern"
    CAST = "cast"
    THEORY = "theory"
    VIDEO = "video"
    NOTICE = "notice"
    REVISION = "revision"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed."""

    day: date
    """When it was said or happened."""
    added: date
    """When the site told it; the order of news."""
    subject: Subject
    key: str
    """Names the change within its season, the same for ever."""
    is_significant: bool
    confidence: Confidence | None = None
    """None for what the site itself says: its verdicts and revisions."""
    told_as: PartialDate | None = None
    """When it was said, where `added` was derived from that."""
    source_ids: tuple[str, ...] = ()
    step: Step[Any] | None = None
    claim: Claim | CastClaim | None = None
    name: str = ""
    """The theory's or video's id, or the text of a revision."""
    characters: tuple[str, ...] = ()
    """Ids of the characters whose parts changed so on one day, in billing order."""
    verdict: Verdict | None = None
    theory: Theory | None = None
    video: Video | None = None

    @property
    def order(self) -> tuple[date, date, str]:
        return (self.added, self.day, self.key)


def season_changes(season: SeasonStanding, clock: Clock) -> tuple[Change, ...]:
    """Return all that has changed about a season, newest news first."""
    found = [
        change
        for change in _all(season, clock)
        if clock.has_come(change.added) and clock.has_come(change.day)
    ]
    return tuple(sorted(found, key=lambda change: change.order, reverse=True))


def last_significant_change(changes: tuple[Change, ...]) -> date | None:
    """Return the day of the newest significant change: `dateModified`, `lastmod`, `updated`."""
    return max((change.added for change in changes if change.is_significant), default=None)


def _all(season: SeasonStanding, clock: Clock) -> Iterator[Change]:
    keys = _claim_keys(season.claims)
    for axis, state in season.axes:
        for step in state.steps:
            yield _of_step(step, Subject(axis), f"{keys[step.entry.position]}:{axis}")
    for position, claim in season.claims.items():
        if not claim.axes:
            yield Change(
                day=first_day(claim.date),
                added=claim.added or first_day(claim.date),
                subject=Subject.NOTICE,
                key=keys[position],
                is_significant=not claim.minor,
                confidence=claim.confidence,
                told_as=None if claim.added else claim.date,
                source_ids=claim.source,
                claim=claim,
            )
    yield from _cast_changes(season)
    for slug, standing in season.theories.items():
        for verdict in standing.verdicts:
            day = first_day(verdict.date)
            yield Change(
                day=day,
                added=day,
                subject=Subject.THEORY,
                key=f"theory:{slug}:{verdict.date}:{verdict.state}",
                is_significant=verdict is not standing.verdicts[0] or verdict.state in SETTLED,
                told_as=verdict.date,
                source_ids=verdict.source,
                name=slug,
                verdict=verdict,
                theory=standing.theory,
            )
    for video_id, video in season.videos.items():
        if video.season in (None, season.number):
            yield Change(
                day=video.published,
                added=video.published,
                subject=Subject.VIDEO,
                key=f"video:{video_id}",
                is_significant=True,
                confidence=video.confidence,
                source_ids=video.source,
                name=video_id,
                video=video,
            )
    for revision in season.season.revisions:
        yield Change(
            day=revision.date,
            added=revision.date,
            subject=Subject.REVISION,
            key=f"revision:{revision.date}",
            is_significant=True,
            name=revision.note,
        )


def _cast_changes(season: SeasonStanding) -> Iterator[Change]:
    """Yield one change for all the parts that went the same way on one day."""
    together: dict[tuple[date, str, StepKind], list[tuple[str, Step[CastStatus]]]] = {}
    for part in season.cast:
        for step in part.status.steps:
            key = (step.day, step.entry.value.value, step.kind)
            together.setdefault(key, []).append((part.character_id, step))
    for (day, status, kind), steps in together.items():
        step = steps[0][1]
        change = _of_step(step, Subject.CAST, f"cast:{day}:{status}:{kind.value}")
        # That nothing is known of a part, or that the dead stay away, is not news.
        is_news = step.entry.value is not CastStatus.UNKNOWN and (
            step.entry.confidence is not Confidence.SPECULATION
        )
        sources = dict.fromkeys(
            source_id for _, each in steps for source_id in each.entry.claim.source
        )
        yield replace(
            change,
            is_significant=change.is_significant and is_news,
            characters=tuple(character_id for character_id, _ in steps),
            source_ids=tuple(sources),
        )


def _of_step(step: Step[Any], subject: Subject, key: str) -> Change:
    claim = step.entry.claim
    ends = step.kind in ENDINGS
    if ends:
        key = f"{key}:{step.kind.value}"
    minor = isinstance(claim, Claim) and claim.minor
    return Change(
        day=step.day,
        added=step.day if ends else claim.added or step.day,
        subject=subject,
        key=key,
        is_significant=step.kind not in _INSIGNIFICANT and not minor,
        confidence=claim.confidence,
        told_as=None if ends or claim.added else claim.date,
        source_ids=claim.source,
        step=step,
        claim=claim,
    )


def _claim_keys(claims: Mapping[int, Claim]) -> dict[int, str]:
    """Return a lasting key for each claim by its position: its id, or its date and axes."""
    keys: dict[int, str] = {}
    seen: dict[str, int] = {}
    for position, claim in claims.items():
        key = claim.id or f"{claim.date}:{'+'.join(claim.axes) or 'notice'}"
        seen[key] = seen.get(key, 0) + 1
        keys[position] = key if seen[key] == 1 else f"{key}:{seen[key]}"
    return keys

"""What changed about a season, and when: one log, seen by the timeline, the feeds and the dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from seasontracker.clock import Clock
from seasontracker.models import Claim
from seasontracker.models.vocabulary import CastStatus, Confidence
from seasontracker.tracking.axis import ENDINGS, AxisState, Step, StepKind
from seasontracker.tracking.change import Change, Subject
from seasontracker.tracking.positions import HARMLESS
from seasontracker.tracking.said import first_day
from seasontracker.tracking.season import SeasonStanding
from seasontracker.tracking.theories import CLOSED

__all__ = ["Change", "Subject", "last_significant_change", "season_changes"]

_INSIGNIFICANT = frozenset({StepKind.REPEATED, StepKind.OUTRANKED})


def season_changes(season: SeasonStanding, clock: Clock) -> tuple[Change, ...]:
    """Return all that has changed about a season, newest news first."""
    found = [
        change
        for change in _all(season)
        if clock.has_come(change.added) and clock.has_come(change.day)
    ]
    # The sort keeps the order of the files, so that of one day's news the later is the newer.
    return tuple(sorted(found, key=lambda change: (change.added, change.day))[::-1])


def last_significant_change(changes: tuple[Change, ...]) -> date | None:
    """Return the day of the newest significant change: `dateModified`, `lastmod`, `updated`."""
    return max((change.added for change in changes if change.is_significant), default=None)


def _all(season: SeasonStanding) -> Iterator[Change]:
    yield from _log_changes(season)
    yield from _cast_changes(season)
    yield from _verdict_changes(season)
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
    keys = _Keys()
    for revision in season.season.revisions:
        yield Change(
            day=revision.date,
            added=revision.date,
            subject=Subject.REVISION,
            key=keys.unique(f"revision:{revision.date}"),
            is_significant=True,
            name=revision.note,
        )


def _log_changes(season: SeasonStanding) -> Iterator[Change]:
    """Yield what the claim log tells: ends, then what was said, then what came true."""
    claims = season.whole.claims
    keys = claim_keys(claims)
    found = [
        (_phase(step), step.entry.position, _of_step(step, Subject(axis), f"{key}:{axis}"))
        for (axis, state), (_, whole) in zip(season.axes, season.whole.axes, strict=True)
        for step in _steps(state, whole)
        for key in [keys[step.entry.position]]
    ]
    found += [
        (1, position, _of_notice(claim, keys[position]))
        for position, claim in claims.items()
        if not claim.axes
    ]
    told: set[int] = set()
    for phase, position, change in sorted(found, key=lambda one: one[:2]):
        # A headline speaks of all that its claim says, so it is news once.
        has_headline = phase == 1 and isinstance(change.claim, Claim) and change.claim.headline
        if has_headline and change.is_significant:
            yield replace(change, is_significant=position not in told)
            told.add(position)
        else:
            yield change


def _steps(state: AxisState[Any] | None, whole: AxisState[Any]) -> Iterator[Step[Any]]:
    """Yield the steps of an axis: in the open as if what gives something away were not there."""
    if state is not None:
        yield from state.steps
    if state is not whole:
        yield from (step for step in whole.steps if step.entry.claim.spoils not in HARMLESS)


def _phase(step: Step[Any]) -> int:
    if step.kind not in ENDINGS:
        return 1
    return 2 if step.kind is StepKind.FULFILLED or step.day == step.entry.said else 0


def _of_notice(claim: Claim, key: str) -> Change:
    day = first_day(claim.date)
    return Change(
        day=day,
        added=claim.added or day,
        subject=Subject.NOTICE,
        key=key,
        is_significant=not claim.minor,
        confidence=claim.confidence,
        told_as=None if claim.added else claim.date,
        source_ids=claim.source,
        claim=claim,
    )


def _of_step(step: Step[Any], subject: Subject, key: str) -> Change:
    claim = step.entry.claim
    ends = step.kind in ENDINGS
    minor = isinstance(claim, Claim) and claim.minor
    # The end of a claim is not told before the claim itself.
    added = max(step.day, claim.added or step.day) if ends else claim.added or step.day
    return Change(
        day=step.day,
        added=added,
        subject=subject,
        key=f"{key}:{step.kind.value}" if ends else key,
        is_significant=step.kind not in _INSIGNIFICANT and not minor,
        confidence=claim.confidence,
        told_as=None if ends or claim.added else claim.date,
        source_ids=claim.source,
        step=step,
        claim=claim,
    )


def _cast_changes(season: SeasonStanding) -> Iterator[Change]:
    """Yield one change for all the parts that went the same way, as surely, on one day."""
    together: dict[str, list[tuple[str, Change]]] = {}
    in_the_open = {part.character_id: part.status for part in season.cast}
    for part in season.whole.cast:
        keys = _Keys()
        for step in _steps(in_the_open.get(part.character_id), part.status):
            status, confidence = step.entry.value, step.entry.confidence
            change = _of_step(step, Subject.CAST, f"cast:{step.day}:{status}:{confidence}")
            key = change.key
            if change.added != step.day:
                key = f"{key}:{change.added}"
            if step.kind in _INSIGNIFICANT:
                key = f"{key}:{step.kind.value}"
            together.setdefault(keys.unique(key), []).append((part.character_id, change))
    for key, changes in together.items():
        sources = dict.fromkeys(one for _, change in changes for one in change.source_ids)
        first = changes[0][1]
        yield replace(
            first,
            key=key,
            is_significant=first.is_significant and _is_news(first),
            characters=tuple(character_id for character_id, _ in changes),
            source_ids=tuple(sources),
        )


def _is_news(change: Change) -> bool:
    """Return whether casting is news; that nothing is known, or that the dead stay away, is not."""
    assert change.step is not None
    is_known = change.step.entry.value is not CastStatus.UNKNOWN
    return is_known and change.confidence is not Confidence.SPECULATION


def _verdict_changes(season: SeasonStanding) -> Iterator[Change]:
    for slug, standing in season.theories.items():
        keys = _Keys()
        for index, verdict in enumerate(standing.verdicts):
            day = first_day(verdict.date)
            yield Change(
                day=day,
                added=day,
                subject=Subject.THEORY,
                key=keys.unique(f"theory:{slug}:{verdict.date}:{verdict.state}"),
                is_significant=index > 0 or verdict.state in CLOSED,
                told_as=verdict.date,
                source_ids=verdict.source,
                name=slug,
                verdict=verdict,
                theory=standing.theory,
            )


class _Keys:
    """Tells keys apart that would be the same, by their order."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def unique(self, key: str) -> str:
        count = self._seen[key] = self._seen.get(key, 0) + 1
        return key if count == 1 else f"{key}:{count}"


def claim_keys(claims: Mapping[int, Claim]) -> dict[int, str]:
    """Return a lasting key for each claim by its position: its id, or its date and axes."""
    keys = _Keys()
    return {
        position: keys.unique(claim.id or f"{claim.date}:{'+'.join(claim.axes) or 'notice'}")
        for position, claim in claims.items()
    }

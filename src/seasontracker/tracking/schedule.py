"""What a season's log promises for calendars: a day, windows, and how often that was revised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate
from seasontracker.models.vocabulary import Production
from seasontracker.tracking.axis import ENDINGS, Entry, StepKind
from seasontracker.tracking.events import SURE_OF_DAY
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.said import first_day
from seasontracker.tracking.season import SeasonStanding


class Promise(Struct, frozen=True):
    """A release day or window that stands, or the last one that did."""

    entry: Entry[PartialDate]
    stands: bool


class Schedule(Struct, frozen=True):
    """What calendars say of a season, and which revision of it this is."""

    day: Promise | None
    """The release, where somebody who may has named its day."""
    windows: tuple[Promise, ...]
    """Closed windows and days that are less than sure, the current one first."""
    revision: int
    """Grows with the log and with the clock, and whenever anything here changes."""
    revised: date | None
    """The day of the last revision; None where nothing was said."""


def season_schedule(season: SeasonStanding, clock: Clock) -> Schedule:
    """Return what a season's log promises on the clock's day."""
    return Schedule(
        day=_day(season),
        windows=_windows(season),
        # With what gives something away, so that no claim that turns out to do so lowers it.
        revision=len(list(_revisions(season.whole, clock))),
        revised=max(_revisions(season, clock), default=None),
    )


def _day(season: SeasonStanding) -> Promise | None:
    release = season.axes.release
    if release.fulfilled is not None:
        return Promise(release.fulfilled, stands=True)
    current = release.current
    if current and _is_sure(current) and not _has_ended(season) and not release.is_contested:
        return Promise(current, stands=True)
    for step in reversed(release.steps):
        was_named = step.kind not in ENDINGS and step.kind is not StepKind.OUTRANKED
        if step.kind is StepKind.FULFILLED or (was_named and _is_sure(step.entry)):
            return Promise(step.entry, stands=False)
    return None


def _windows(season: SeasonStanding) -> tuple[Promise, ...]:
    release = season.axes.release
    if release.fulfilled is None and release.current is not None and not _has_ended(season):
        alive = (release.current, *reversed(release.rivals))
        standing = tuple(
            Promise(entry, stands=True)
            for entry in alive
            if _is_span(entry) and (release.is_contested or not _is_sure(entry))
        )
        if standing:
            return standing
    for step in reversed(release.steps):
        was_named = step.kind not in ENDINGS and step.kind is not StepKind.OUTRANKED
        if was_named and _is_span(step.entry) and not _is_sure(step.entry):
            return (Promise(step.entry, stands=False),)
    return ()


def _has_ended(season: SeasonStanding) -> bool:
    return season.state is ReleaseState.NEVER


def _is_sure(entry: Entry[PartialDate]) -> bool:
    """Return whether a claim names a day, and its maker is one of those who would know."""
    return entry.value.is_day and not entry.value.uncertain and entry.confidence in SURE_OF_DAY


def _is_span(entry: Entry[PartialDate]) -> bool:
    return entry.value.earliest is not None and entry.value.latest is not None


def _revisions(season: SeasonStanding, clock: Clock) -> Iterator[date]:
    """Yield the day of everything that may have changed what calendars say.

    All that was said is counted, whatever it changed: so that what is added to a log never lowers
    the count, not even a stronger claim with an earlier date that makes later ones idle.
    """
    axes = season.axes
    for entry in axes.release.entries:
        yield from _of_entry(entry, clock)
        yield from _of_window(entry, clock, is_fulfilled=entry is axes.release.fulfilled)
    for axis in (axes.renewal, axes.episode_order, axes.pattern):
        for stated in axis.entries:
            yield from _of_entry(stated, clock)
    if any(entry.value is Production.ABANDONED for entry in axes.production.entries):
        for made in axes.production.entries:
            yield from _of_entry(made, clock)
    for episode in season.episodes:
        for move in episode.moved:
            yield first_day(move.date)
    for revision in season.season.revisions:
        if clock.has_come(revision.date):
            yield revision.date


def _of_window(entry: Entry[PartialDate], clock: Clock, *, is_fulfilled: bool) -> Iterator[date]:
    """Yield the day that was named, once it has come, and the first one after a window."""
    first, last = entry.value.earliest, entry.value.latest
    if first is not None and _is_sure(entry) and first > entry.said and clock.has_come(first):
        yield first
    if last is not None and not is_fulfilled and clock.has_passed(last):
        yield max(last + timedelta(days=1), entry.said)


def _of_entry(entry: Entry[Any], clock: Clock) -> Iterator[date]:
    yield max(entry.said, entry.claim.added or entry.said)
    if entry.retracted is not None and clock.has_come(entry.retracted):
        yield entry.retracted

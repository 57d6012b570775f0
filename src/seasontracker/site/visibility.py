"""What of the content is there for readers: the one rule that every output keeps.

A draft is never there; anything else is there from its `published` day up to, and without, the day
on which it `expires`, and not before its embargo ends. What is not there is taken out of a show
before anything is made from it, so that no page, feed, list or file can speak of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate, Precision
from seasontracker.models import CastClaim, CastEntry, Claim, Located, Season, Show, Theory
from seasontracker.site.load import LoadedSeason, LoadedShow

C = TypeVar("C", Claim, CastClaim)


class Absence(Enum):
    """Why something is not there."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    EMBARGOED = "embargoed"
    EXPIRED = "expired"


class Absent(Struct, frozen=True):
    """That something is not there for readers, and since or until when."""

    kind: Absence
    when: PartialDate | None = None
    """A day, or the instant at which an embargo ends; None for a draft."""


def absence(thing: Season | Theory | Show | Claim | CastClaim, clock: Clock) -> Absent | None:
    """Return why something is not there; None when it is."""
    if not isinstance(thing, Claim | CastClaim):
        if thing.draft:
            return Absent(Absence.DRAFT)
        if thing.expires is not None and clock.has_come(thing.expires):
            return Absent(Absence.EXPIRED, _day(thing.expires))
    embargo = thing.embargo_until
    if embargo is not None and not _is_over(embargo, clock):
        return Absent(Absence.EMBARGOED, embargo)
    if isinstance(thing, Claim | CastClaim):
        return None
    if thing.published is not None and not clock.has_come(thing.published):
        return Absent(Absence.SCHEDULED, _day(thing.published))
    return None


def visible_part(show: LoadedShow, clock: Clock) -> LoadedShow | None:
    """Return a show as readers may know it; None when nothing of it is there."""
    if absence(show.show.value, clock):
        return None
    seasons = [one for one in show.seasons if not absence(one.season.value, clock)]
    return replace(show, seasons=tuple(_visible_season(one, clock) for one in seasons))


def absences(
    show: LoadedShow, clock: Clock
) -> Iterator[tuple[Located[Any], tuple[str | int, ...], Absent]]:
    """Yield all that is not there: the file, where in it, and why."""
    if found := absence(show.show.value, clock):
        yield show.show, (), found
    for season in show.seasons:
        if found := absence(season.season.value, clock):
            yield season.season, (), found
        for index, claim in enumerate(season.claims.value if season.claims else ()):
            if season.claims and (found := absence(claim, clock)):
                yield season.claims, (index,), found
        for character_id, entry in season.cast.value.items() if season.cast else ():
            for index, cast_claim in enumerate(entry.claims):
                if season.cast and (found := absence(cast_claim, clock)):
                    yield season.cast, (character_id, "claims", index), found
        for one in season.theories:
            if found := absence(one.theory.value, clock):
                yield one.theory, (), found


def _visible_season(season: LoadedSeason, clock: Clock) -> LoadedSeason:
    claims, cast = season.claims, season.cast
    if claims is not None and any(claim.embargo_until for claim in claims.value):
        claims = replace(claims, value=_visible_claims(claims.value, clock))
    if cast is not None and any(_has_embargo(entry) for entry in cast.value.values()):
        entries = {key: _visible_entry(entry, clock) for key, entry in cast.value.items()}
        kept = {key: entry for key, entry in entries.items() if entry is not None}
        cast = replace(cast, value=kept)
    theories = [one for one in season.theories if not absence(one.theory.value, clock)]
    return replace(season, claims=claims, cast=cast, theories=tuple(theories))


def _visible_claims(claims: Iterable[C], clock: Clock) -> tuple[C, ...]:
    return tuple(_dated(claim, clock) for claim in claims if not absence(claim, clock))


def _visible_entry(entry: CastEntry, clock: Clock) -> CastEntry | None:
    """Return a part without what is under embargo; None when that is all that is known of it."""
    if not _has_embargo(entry):
        return entry
    claims = _visible_claims(entry.claims, clock)
    return entry.model_copy(update={"claims": claims}) if claims else None


def _dated(claim: C, clock: Clock) -> C:
    """Return a claim as published no earlier than its embargo ended, so that feeds show it new."""
    if claim.embargo_until is None:
        return claim
    ended = claim.embargo_until.in_zone(clock.zone).earliest
    said = claim.added or claim.date.earliest
    if ended is None or said is None or ended <= said:
        return claim
    return claim.model_copy(update={"added": ended})


def _has_embargo(entry: CastEntry) -> bool:
    return any(claim.embargo_until for claim in entry.claims)


def _day(day: date) -> PartialDate:
    return PartialDate(day.isoformat(), Precision.DAY, day, day)


def _is_over(embargo: PartialDate, clock: Clock) -> bool:
    if embargo.instant is not None:
        return clock.has_struck(embargo.instant)
    return embargo.earliest is None or clock.has_come(embargo.earliest)

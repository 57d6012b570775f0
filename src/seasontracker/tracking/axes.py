"""The axes of a season's log, folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import Any

from msgspec import Struct, field

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate
from seasontracker.models import CastClaim, Claim
from seasontracker.models.claim import AXES
from seasontracker.models.vocabulary import CastStatus, Pattern, Production, Renewal
from seasontracker.tracking.fold import AxisState, Entry, fold
from seasontracker.tracking.positions import HARMLESS

_COURSE = (
    Production.ANNOUNCED,
    Production.DEVELOPMENT,
    Production.WRITING,
    Production.PRE_PRODUCTION,
    Production.FILMING,
    Production.WRAPPED,
    Production.POST_PRODUCTION,
    Production.COMPLETED,
)
"""The stages that follow one another; being abandoned is none of them."""
_MAY_PAUSE = _COURSE[: _COURSE.index(Production.WRAPPED)]
_MAY_RESUME = _COURSE[_COURSE.index(Production.FILMING) :]


class SeasonAxes(Struct, frozen=True):
    """What is claimed about a season, axis by axis."""

    renewal: AxisState[Renewal] = field(default_factory=AxisState)
    production: AxisState[Production] = field(default_factory=AxisState)
    release: AxisState[PartialDate] = field(default_factory=AxisState)
    episode_order: AxisState[int] = field(default_factory=AxisState)
    pattern: AxisState[Pattern] = field(default_factory=AxisState)

    def __iter__(self) -> Iterator[tuple[str, AxisState[Any]]]:
        """Yield each axis' name and state."""
        for name in AXES:
            yield name, getattr(self, name)


def fold_axes(
    claims: Sequence[Claim], clock: Clock, zone: tzinfo, *, only_open: bool = False
) -> SeasonAxes:
    """Fold a season's log; instants are taken as days in the site's zone.

    With `only_open`, what gives something away has not been said.
    """

    def entries(axis: str) -> list[Entry[Any]]:
        found = []
        for position, claim in enumerate(claims):
            if only_open and claim.spoils not in HARMLESS:
                continue
            value = getattr(claim, axis)
            if isinstance(value, PartialDate):
                value = value.in_zone(zone)
            if value is not None:
                found.append(Entry(claim, value, position))
        return found

    return SeasonAxes(
        renewal=fold(entries("renewal"), clock),
        production=fold(entries("production"), clock, advances=is_further),
        release=fold(entries("release"), clock),
        episode_order=fold(entries("episode_order"), clock),
        pattern=fold(entries("pattern"), clock),
    )


def fold_cast_status(
    claims: Sequence[CastClaim], clock: Clock, *, only_open: bool = False
) -> AxisState[CastStatus]:
    """Fold what was said about one character's part in a season, as `fold_axes` does."""
    entries = [
        Entry(claim, claim.status, position)
        for position, claim in enumerate(claims)
        if not only_open or claim.spoils in HARMLESS
    ]
    return fold(entries, clock)


def is_further(new: Production, old: Production) -> bool:
    """Return whether one stage of production follows the other, interrupts or resumes it.

    A press report that filming has wrapped does not contradict the studio's word that it began.
    """
    if new is Production.PAUSED:
        return old in _MAY_PAUSE
    if old is Production.PAUSED:
        return new in _MAY_RESUME
    return new in _COURSE and old in _COURSE and _COURSE.index(new) > _COURSE.index(old)

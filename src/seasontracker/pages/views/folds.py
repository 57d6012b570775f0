"""What stands folded away on a page, and what readers who have told nothing find open.

How far somebody has watched is a number: that of the last season they know.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from seasontracker.models.vocabulary import SpoilerDefault

HARMLESS = ("none", "premise")
"""What may be read by somebody who has seen no episode."""
NOTHING: float = -1
"""How far somebody has watched who has seen no season; specials are season 0."""
EVERYTHING = math.inf


@dataclass(frozen=True, slots=True)
class Fold:
    """A place of its own for what gives something away."""

    position: str
    """How far one must have watched to read it without harm."""
    is_open: bool
    """Whether it stands open as long as the reader has not told how far they watched."""


@dataclass(slots=True)
class Folds:
    """How far a page takes its readers to have watched, and the positions it folds away."""

    known: float = NOTHING
    positions: set[str] = field(default_factory=set)
    _around: str = "none"
    """What the place gives away where the page is being built."""

    def fold(self, position: str, inside: str = "none") -> Fold | None:
        """Return the place for what gives a position away.

        None for what harms nobody, or gives away no more than what it stands inside of.
        """
        around = worst((self._around, inside))
        if position in HARMLESS or worst((around, position)) == around:
            return None
        self.positions.add(position)
        return Fold(position, is_known(position, self.known))

    @contextmanager
    def within(self, position: str) -> Iterator[None]:
        """Build what stands inside of a place that gives a position away."""
        before, self._around = self._around, worst((self._around, position))
        try:
            yield
        finally:
            self._around = before


def is_known(position: str, seen: float) -> bool:
    """Return whether a position gives nothing away to whoever has watched a season."""
    return position in HARMLESS or needed(position) <= seen


def needed(position: str) -> float:
    """Return the season that one must have watched; the source counts as more than all."""
    if position in HARMLESS:
        return NOTHING
    # A position that was computed may have more than two digits: some seasons are years.
    return EVERYTHING if position == "source" else int(position[1:].partition("E")[0])


def worst(positions: Iterable[str]) -> str:
    """Return the position that one must have watched to, to read all of something."""
    return max(positions, key=_order, default="none")


def least(positions: Iterable[str]) -> str:
    """Return the position after which some of several things may be read."""
    return min(positions, key=_order, default="none")


def _order(position: str) -> tuple[float, float]:
    if position in HARMLESS:
        return NOTHING, HARMLESS.index(position)
    # Who has watched a season has watched each of its episodes.
    episode = position.partition("E")[2]
    return needed(position), int(episode) if episode else EVERYTHING


def taken_as_known(default: SpoilerDefault, season_number: int | None = None) -> float:
    """Return how far readers of a page are taken to have watched.

    `season_number` is the season that the page is about, None where it is about several.
    """
    if default is SpoilerDefault.EVERYTHING:
        return EVERYTHING
    if default is SpoilerDefault.NOTHING or season_number is None:
        return NOTHING
    return season_number - 1


def as_attribute(seen: float) -> str:
    """Return how far somebody has watched, as pages and scripts write it."""
    return "all" if seen == EVERYTHING else f"{seen:.0f}"

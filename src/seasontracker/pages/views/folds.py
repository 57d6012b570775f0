"""What stands folded away on a page, and what readers who have told nothing find open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct, field

from seasontracker.models.vocabulary import SpoilerDefault
from seasontracker.tracking.positions import EVERYTHING, HARMLESS, NOTHING, is_known, worst


class Fold(Struct, frozen=True):
    """A place of its own for what gives something away."""

    position: str
    """How far one must have watched to read it without harm."""
    is_open: bool
    """Whether it stands open as long as the reader has not told how far they watched."""


class Folds(Struct):
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

    def hides(self, position: str) -> bool:
        """Return whether readers who have told nothing find closed what gives a position away."""
        return worst((self._around, position)) != self._around and not is_known(
            position, self.known
        )

    @contextmanager
    def within(self, position: str) -> Iterator[None]:
        """Build what stands inside of a place that gives a position away."""
        before, self._around = self._around, worst((self._around, position))
        try:
            yield
        finally:
            self._around = before


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

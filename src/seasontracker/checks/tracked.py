"""A show whose seasons have been tracked, for rules about what follows from its files."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from seasontracker.checks.passages import SeasonTexts
from seasontracker.clock import Clock
from seasontracker.site.load import LoadedSeason
from seasontracker.site.unit import ShowUnit
from seasontracker.tracking.season import SeasonStanding


class TrackedSeason(Struct, frozen=True):
    """A published season, how it stands, and what its texts show."""

    loaded: LoadedSeason
    texts: SeasonTexts
    standing: SeasonStanding
    widths: Mapping[str, int]
    """The width in pixels of each picture that has pixels, by its id."""
    placed: frozenset[str]
    """Ids and file names of the pictures that the texts place."""


class Unset(Struct, frozen=True):
    """Characters that the fonts of social cards do not have."""

    title: str = ""
    network: str = ""
    people: Mapping[str, str] = {}
    """By the ids of those who have a page for what they play in this show alone."""


class TrackedShow(Struct, frozen=True):
    """A show on the clock's day; a rule asks the clock, so that it is asked again in time."""

    unit: ShowUnit
    clock: Clock
    seasons: tuple[TrackedSeason, ...]
    is_english: bool
    """Whether there are lists of words for the site's language."""
    unset: Unset = Unset()

    def season(self, number: int) -> TrackedSeason | None:
        """Return a season by its number."""
        return next((one for one in self.seasons if one.loaded.number == number), None)

"""What is known of an invented show: the values that all three sites are written from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value]"
Keys: TypeAlias = "dict[str, Value]"
"""A mapping with the keys that an editor of seasontracker writes."""


class Fate(Enum):
    """How the release of a season is to stand on the day of the benchmark."""

    OUT = "out"
    DATED = "dated"
    WINDOW = "window"
    OVERDUE = "overdue"
    TBA = "tba"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Outline:
    """As much of a show as other shows need to link to it."""

    index: int
    slug: str
    title: str
    fates: tuple[Fate, ...]
    """One for each season."""

    @property
    def season_numbers(self) -> range:
        """The numbers of its seasons."""
        return range(1, len(self.fates) + 1)


@dataclass(frozen=True, slots=True)
class Theory:
    """A theory: its front matter, and a paragraph about it."""

    slug: str
    keys: Keys
    text: str


@dataclass(frozen=True, slots=True)
class Season:
    """A season: front matter, article and the files beside it."""

    number: int
    fate: Fate
    first_day: date
    """The first day of its release, or of the time when it is expected."""
    front_matter: Keys
    body: str
    claims: tuple[Keys, ...]
    cast: Keys
    episodes: tuple[Keys, ...]
    theories: tuple[Theory, ...]
    sources: tuple[str, ...]
    """Ids of what its article and its log rest on, oldest first."""


@dataclass(frozen=True, slots=True)
class Show:
    """A show with all that its folder holds."""

    outline: Outline
    keys: Keys
    """`show.yaml`."""
    people: Keys
    characters: Keys
    sources: Keys
    seasons: tuple[Season, ...]

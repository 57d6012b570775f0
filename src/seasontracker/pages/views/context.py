"""What building the views of one show's pages needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from seasontracker.clock import Clock
from seasontracker.models import (
    CastClaim,
    Character,
    Claim,
    Person,
    Season,
    Show,
    SiteSettings,
    Theory,
)
from seasontracker.pages.views.citations import SourceNumbers
from seasontracker.pages.views.folds import Fold, Folds
from seasontracker.site.permalinks import Permalinks
from seasontracker.site.unit import ShowUnit
from seasontracker.site.visibility import absence
from seasontracker.wording.absences import absent_label
from seasontracker.wording.catalogue import Words


@dataclass(frozen=True)
class PageContext:
    """A show, the site's words and clock, and what is numbered and folded on the page."""

    unit: ShowUnit
    words: Words
    clock: Clock
    links: Permalinks
    numbers: SourceNumbers
    folds: Folds = field(default_factory=Folds)
    people_with_pages: frozenset[str] = frozenset()
    """Ids of people who have a page for what they play in this show alone."""

    def fold(self, position: str, inside: str = "none") -> Fold | None:
        """Return the place of its own for what gives a position away, if it needs one."""
        return self.folds.fold(position, inside)

    @property
    def settings(self) -> SiteSettings:
        return self.unit.settings.value

    @cached_property
    def characters(self) -> Mapping[str, Character]:
        return self.unit.characters

    @cached_property
    def people(self) -> Mapping[str, Person]:
        return self.unit.people

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Every character's name by id, for titles of changes: the player's, with the part."""
        return {key: self.cast_name(key) for key in self.characters}

    def absent_label(self, thing: Season | Theory | Show | Claim | CastClaim) -> str:
        """Return why something is not there for readers, which only previews show."""
        return absent_label(self.words, absence(thing, self.clock))

    def cast_name(self, character_id: str) -> str:
        """Return a player with the part in brackets, as news of casting puts it."""
        character = self.characters[character_id]
        players = self._players(character)
        if not players:
            return character.name or character_id
        if not character.name:
            return players[-1]
        return self.words.gettext("%(actor)s (%(character)s)") % {
            "actor": players[-1],
            "character": character.name,
        }

    def _players(self, character: Character) -> list[str]:
        return [self.people[one].name for one in character.played_by if one in self.people]

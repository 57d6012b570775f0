"""A show as the unit of compilation: its own folder and what it shares with the site."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from seasontracker.models import Character, Located, Person, SiteSettings, Source
from seasontracker.models.vocabulary import SpoilerDefault
from seasontracker.site.load import LoadedSeason, LoadedShow
from seasontracker.site.shared_sources import SharedSources


class ShowUnit(Struct, frozen=True):
    """A loaded show with the settings and sources that it may use."""

    loaded: LoadedShow
    settings: Located[SiteSettings]
    shared_sources: SharedSources

    @property
    def slug(self) -> str:
        return self.loaded.slug

    @property
    def spoilers(self) -> SpoilerDefault:
        """What readers of the show are taken to have watched."""
        return self.loaded.show.value.spoilers or self.settings.value.spoilers

    @property
    def last_season(self) -> int:
        """The highest number of a season that the show has, drafts included."""
        return max((season.number for season in self.loaded.files.seasons), default=0)

    @property
    def sources(self) -> Mapping[str, Source]:
        """The show's sources and the site's."""
        own: Any = self.loaded.sources.value if self.loaded.sources else {}
        shared: Any = self.shared_sources
        return ChainMap(own, shared)

    @property
    def characters(self) -> Mapping[str, Character]:
        return self.loaded.cast.value.characters if self.loaded.cast else {}

    @property
    def people(self) -> Mapping[str, Person]:
        return self.loaded.cast.value.people if self.loaded.cast else {}

    def season(self, number: int) -> LoadedSeason | None:
        """Return a season by its number."""
        for season in self.loaded.seasons:
            if season.number == number:
                return season
        return None

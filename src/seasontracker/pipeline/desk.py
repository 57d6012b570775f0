"""A show on its way through the compiler, and each of its seasons with all that follows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.pages.listings import list_season
from seasontracker.pages.markdown import Prose
from seasontracker.pages.views.anchors import theory_anchor
from seasontracker.pages.views.article import PictureView
from seasontracker.pages.views.citations import SourceNumbers
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.folds import Folds, taken_as_known
from seasontracker.pages.views.head import AssetLink
from seasontracker.pipeline.texts import TextShelf
from seasontracker.pipeline.workshop import Workshop
from seasontracker.site.listing import ListedSeason
from seasontracker.site.load import LoadedSeason
from seasontracker.site.unit import ShowUnit
from seasontracker.tracking.changes import Change, last_significant_change, season_changes
from seasontracker.tracking.season import SeasonContent, SeasonStanding, track_season


class ShowDesk(Struct, frozen=True):
    """One show, the workshop, and the clock that the show's output will have asked."""

    workshop: Workshop
    unit: ShowUnit
    clock: Clock
    accent: AssetLink
    people_with_pages: frozenset[str] = frozenset()
    """Known once all seasons are laid out."""

    def context(self, season_number: int | None = None) -> PageContext:
        """Return what the views of one page need, with numbers for its own sources.

        `season_number` is the season that the page is about; the hub is about all.
        """
        return PageContext(
            unit=self.unit,
            words=self.workshop.words,
            clock=self.clock,
            links=self.workshop.links,
            numbers=SourceNumbers(self.unit.sources),
            folds=Folds(taken_as_known(self.unit.spoilers, season_number)),
            people_with_pages=self.people_with_pages,
        )


class SeasonDesk(Struct, frozen=True):
    """One season: what was read, what follows from it, and its prose and pictures."""

    loaded: LoadedSeason
    standing: SeasonStanding
    changes: tuple[Change, ...]
    modified: date | None
    """The last significant change, the article's first publication included."""
    prose: Mapping[str, Prose]
    """The article's under the empty name, each theory's under its slug."""
    pictures: Mapping[str, PictureView]
    listed: ListedSeason


def season_prose(season: LoadedSeason, language: str, shelf: TextShelf) -> dict[str, Prose]:
    """Render the article's prose under the empty name, and each theory's under its slug."""
    document = season.season.document
    prose = {
        "": shelf.render(
            document.body, path=document.path, first_line=document.body_line, language=language
        )
    }
    for one in season.theories:
        document = one.theory.document
        prose[one.slug] = shelf.render(
            document.body,
            path=document.path,
            first_line=document.body_line,
            language=language,
            id_prefix=f"{theory_anchor(one.slug, one.theory.value.spoils)}-",
        )
    return prose


def lay_out_season(
    desk: ShowDesk,
    season: LoadedSeason,
    prose: Mapping[str, Prose],
    pictures: Mapping[str, PictureView],
    before: SeasonStanding | None,
) -> SeasonDesk:
    """Work out all that follows from a season's files; `before` is the season before it."""
    standing = _track(desk, season, before)
    changes = season_changes(standing, desk.clock)
    modified = _modified(season, changes, desk.clock)
    listed = list_season(desk.context(season.number), standing, changes, pictures, modified)
    return SeasonDesk(season, standing, changes, modified, prose, pictures, listed)


def _track(desk: ShowDesk, season: LoadedSeason, before: SeasonStanding | None) -> SeasonStanding:
    return track_season(
        season_content(season), desk.clock, desk.unit.settings.value, previous=before
    )


def season_content(season: LoadedSeason) -> SeasonContent:
    """Return what tracking needs of a season."""
    return SeasonContent(
        number=season.number,
        season=season.season.value,
        claims=season.claims.value if season.claims else (),
        cast=season.cast.value if season.cast else {},
        episodes=season.episodes.value if season.episodes else (),
        videos=season.media.value.videos if season.media else {},
        theories=[(one.slug, one.theory.value) for one in season.theories],
    )


def _modified(season: LoadedSeason, changes: tuple[Change, ...], clock: Clock) -> date | None:
    days = [last_significant_change(changes)]
    published = season.season.value.published
    if clock.has_come(published):
        days.append(published)
    return max((day for day in days if day is not None), default=None)

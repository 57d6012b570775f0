"""A show from files given as text, and the views of its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

import pytest

from seasontracker.clock import Clock
from seasontracker.pages.environment import make_environment
from seasontracker.pages.inline import load_inline
from seasontracker.pages.listings import list_season, list_show
from seasontracker.pages.markdown import Prose, render_prose
from seasontracker.pages.views.article import ArticleView, Block, PictureView, build_article
from seasontracker.pages.views.body import BodyBuilder
from seasontracker.pages.views.citations import SourceNumbers
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.facts import key_facts
from seasontracker.pages.views.folds import Folds, taken_as_known
from seasontracker.pages.views.head import FollowLinks
from seasontracker.pages.views.timeline import update_log
from seasontracker.site.listing import ListedSeason, ShowListing
from seasontracker.site.load import LoadedSeason, load_settings, load_show
from seasontracker.site.permalinks import Permalinks
from seasontracker.site.shared_sources import SharedSources
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import discover_content
from seasontracker.tracking.changes import Change, season_changes
from seasontracker.tracking.season import SeasonContent, SeasonStanding, track_season
from seasontracker.wording.catalogue import Words, load_words

FOLLOW = FollowLinks("/feed.xml", "/feed.json")
CONTENT = PurePosixPath("content")
SHOW = "content/shows/severance/"
TEMPLATES = Path(__file__).parents[3] / "templates"
TODAY = "2026-11-22"
SOURCES = "a: {publisher: Aurora}\nb: {publisher: Borealis}\nc: {publisher: Corona}\n"


@dataclass
class Stage:
    """A loaded show on a day, and the views of it."""

    unit: ShowUnit
    clock: Clock
    words: Words

    @property
    def links(self) -> Permalinks:
        return Permalinks.of(self.unit.settings.value)

    def context(self, season_number: int | None = None) -> PageContext:
        """Return what the views of a season's page need, or of the hub's."""
        numbers = SourceNumbers(self.unit.sources)
        folds = Folds(taken_as_known(self.unit.spoilers, season_number))
        return PageContext(self.unit, self.words, self.clock, self.links, numbers, folds)

    def loaded(self, number: int = 1) -> LoadedSeason:
        season = self.unit.season(number)
        assert season is not None
        return season

    @cached_property
    def standings(self) -> dict[int, SeasonStanding]:
        return {season.number: self._track(season) for season in self.unit.loaded.seasons}

    def _track(self, season: LoadedSeason) -> SeasonStanding:
        before = self.unit.season(season.number - 1)
        previous = self._track(before) if before else None
        media = season.media.value if season.media else None
        content = SeasonContent(
            number=season.number,
            season=season.season.value,
            claims=season.claims.value if season.claims else (),
            cast=season.cast.value if season.cast else {},
            episodes=season.episodes.value if season.episodes else (),
            videos=media.videos if media else {},
            theories=[(one.slug, one.theory.value) for one in season.theories],
        )
        settings = self.unit.settings.value
        return track_season(content, self.clock, settings, previous=previous)

    def season(self, number: int = 1) -> SeasonStanding:
        return self.standings[number]

    def changes(self, number: int = 1) -> tuple[Change, ...]:
        return season_changes(self.season(number), self.clock)

    def pictures(self, number: int = 1) -> dict[str, PictureView]:
        media = self.loaded(number).media
        images = media.value.images if media else {}
        return {
            id_: PictureView(
                id_,
                f"/{id_}",
                160,
                90,
                one.alt,
                one.caption or "",
                one.credit,
                one.license,
                "",
                one.spoils,
            )
            for id_, one in images.items()
        }

    def prose(self, number: int = 1) -> dict[str, Prose]:
        loaded = self.loaded(number)
        documents = {"": loaded.season.document}
        documents |= {one.slug: one.theory.document for one in loaded.theories}
        return {
            slug: render_prose(
                document.body,
                path=document.path,
                first_line=document.body_line,
                id_prefix=f"theory-{slug}-" if slug else "",
            )
            for slug, document in documents.items()
        }

    def article(self, number: int = 1) -> tuple[ArticleView, BodyBuilder]:
        """Return an article, and the builder that knows what is wrong with it."""
        context, standing, prose = self.context(number), self.season(number), self.prose(number)
        facts = key_facts(context, standing)
        builder = BodyBuilder(
            context=context,
            inline=load_inline(make_environment(TEMPLATES, None, self.words)),
            season=standing,
            loaded=self.loaded(number),
            seasons=self.standings,
            changes=self.changes(number),
            pictures=self.pictures(number),
            theory_prose={slug: text for slug, text in prose.items() if slug},
            content=CONTENT,
            permalink=self.links.season(self.unit.slug, number),
        )
        blocks, toc, footnotes = builder.build(prose[""])
        article = build_article(
            context,
            standing,
            modified=None,
            facts=facts,
            quote=None,
            picture=self.pictures(number).get(standing.season.picture or ""),
            blocks=blocks,
            toc=toc,
            footnotes_html=footnotes,
            updates=update_log(context, standing, self.changes(number)),
            seasons=self.standings.values(),
            follow=FOLLOW,
        )
        return article, builder

    def block(self, kind: str, number: int = 1) -> Block:
        """Return the article's only block of a kind."""
        [block] = [one for one in self.article(number)[0].blocks if one.kind == kind]
        return block

    def listed(self, number: int = 1) -> ListedSeason:
        return list_season(
            self.context(), self.season(number), self.changes(number), self.pictures(number), None
        )

    def listing(self) -> ShowListing:
        listed = [self.listed(number) for number in self.standings]
        return list_show(self.context(), listed, list(self.standings.values()))


MakeStage = Callable[..., Stage]


@pytest.fixture
def stage(make_project: Callable[..., Path]) -> MakeStage:
    """Return the minimal show with some files of its folder, or of the project, replaced."""

    def make(files: Mapping[str, str | None] | None = None, *, today: str = TODAY) -> Stage:
        given = {"sources.yaml": SOURCES, **(files or {})}
        root = make_project(
            {
                path if path.startswith("content/") else f"{SHOW}{path}": text
                for path, text in given.items()
            }
        )
        listed, found = discover_content(root, CONTENT)
        assert found == []
        settings, found = load_settings(root, listed.site)
        assert settings is not None, found
        loaded, found = load_show(root, listed.shows[0])
        assert loaded is not None
        assert found == []
        unit = ShowUnit(loaded, settings, SharedSources({}))
        words = load_words(settings.value.language)
        return Stage(unit, Clock(date.fromisoformat(today)), words)

    return make

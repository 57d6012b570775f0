"""Fixtures for exports: a small site read, tracked and turned into views, without templates."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from seasontracker.clock import Clock
from seasontracker.exports.json_ld import season_graph, show_graph
from seasontracker.models import SiteSettings
from seasontracker.pages.inline import Inline
from seasontracker.pages.listings import list_season, list_show
from seasontracker.pages.markdown import render_prose
from seasontracker.pages.views.article import ArticleView, PictureView, build_article, quote_view
from seasontracker.pages.views.body import BodyBuilder
from seasontracker.pages.views.citations import SourceNumbers
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.facts import key_facts
from seasontracker.pages.views.head import Crumb, FollowLinks
from seasontracker.pages.views.hub import hub_view
from seasontracker.pages.views.timeline import update_log
from seasontracker.site.listing import ShowListing
from seasontracker.site.load import LoadedSeason, load_settings, load_show
from seasontracker.site.permalinks import Permalinks
from seasontracker.site.shared_sources import SharedSources
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import discover_content
from seasontracker.tracking.changes import season_changes
from seasontracker.tracking.season import SeasonContent, SeasonStanding, track_season
from seasontracker.wording.catalogue import load_words

FOLLOW = FollowLinks("/feed.xml", "/feed.json")
SHOW = "content/shows/harbor"
FULL_SITE: Mapping[str, str | None] = {
    "content/shows/severance/show.yaml": None,
    "content/shows/severance/season-1/index.md": None,
    "content/site.yaml": """\
title: Pencilled & Co
base_url: https://example.org/tracker/
description: Seasons, and how firm their dates are.
language: en-GB
timezone: Europe/London
publisher: {name: Example Press, url: "https://press.example/"}
authors: {kim: {name: Kim Doe, url: "https://example.org/kim"}, editors: {name: The editors}}
""",
    f"{SHOW}/show.yaml": """\
title: Harbour <Nine>
original_title: 하버 나인
also_known_as: [H9]
language: ko
country: [KR, GB]
network: Example TV
genres: [Drama, Mystery]
summary: A harbour & its people.
premiered: 2024-03-01
crew:
  - {name: Ana Voss, role: creator}
  - {name: Ana Voss, role: director, seasons: 1}
  - {name: Bo Lind, role: director, seasons: 2}
  - {name: Cy Marr, role: writer}
  - {name: Di Okoro, role: composer}
production_companies: Quay Pictures
source_material: {title: The Pier, kind: novel, author: Eve Hart}
ids: {tvmaze: "1", tmdb: "2", imdb: tt0000003, thetvdb: "4", trakt: harbour-nine, wikidata: Q5}
""",
    f"{SHOW}/sources.yaml": """\
press-2026:
  publisher: Example TV
  title: Season 2 announced
  url: https://example.tv/news?a=1&b=2
  published: 2026-01-05
month-only: {publisher: Weekly, published: 2026-02}
""",
    f"{SHOW}/cast.yaml": """\
people:
  mia: {name: Mia Stone, original_name: 미아, ids: {imdb: nm0000001}}
  leo: Leo Park
  zoe: Zoe Hale
  sam: Sam Reed
  ada: Ada Finch
characters:
  captain: {name: The Captain, played_by: mia}
  pilot: {name: The Pilot, played_by: leo}
  ghost: {name: The Ghost, played_by: zoe, spoils: S01E08}
  cook: {name: The Cook, played_by: sam}
  twin: {name: The Twin, played_by: mia}
  guest: {played_by: ada}
""",
    f"{SHOW}/season-1/index.md": """\
---
headline: Harbour Nine, season 1
published: 2026-01-01
authors: kim
---

What happened.
""",
    f"{SHOW}/season-1/status.yaml": """\
- {date: 2024-01-01, release: 2024-03-01, pattern: weekly, confidence: official}
- {date: 2024-01-02, episode_order: 2, confidence: official}
""",
    f"{SHOW}/season-1/cast.yaml": "captain: {}\npilot: {}\nghost: {}\n",
    f"{SHOW}/season-1/episodes.yaml": """\
- number: 1
  title: Ebb
  original_title: 썰물
  airdate: 2024-03-01
  runtime: 60
  summary: It begins.
  spoils: none
- {number: 2, title: Flood, airdate: 2024-03-08, summary: Harmless., spoils: premise}
""",
    f"{SHOW}/season-2/index.md": """\
---
headline: "Harbour Nine season 2: all that is known"
deck: A deck with "quotes" & <tags>.
published: 2026-01-06
authors: [kim, editors]
picture: lead
---

It was renewed [@press-2026; @month-only].

::: video teaser

::: image map

::: spoiler S01E08
::: image wreck
:::
""",
    f"{SHOW}/season-2/status.yaml": """\
- date: 2026-01-05
  renewal: renewed
  production: filming
  release: 2027-H1
  confidence: official
  source: press-2026
- {date: 2026-02, episode_order: 6, confidence: rumour}
""",
    f"{SHOW}/season-2/cast.yaml": """\
captain: {claims: [{date: 2026-01-05, status: returning, confidence: official}]}
twin: {claims: [{date: 2026-01-05, status: new, confidence: official}]}
pilot: {claims: [{date: 2026-01-05, status: not-returning, confidence: official}]}
ghost: {claims: [{date: 2026-01-05, status: returning, confidence: official}]}
cook: {claims: [{date: 2026-01-06, status: new, confidence: rumour}]}
guest: {claims: [{date: 2026-01-06, status: guest, confidence: reported, spoils: S02}]}
""",
    f"{SHOW}/season-2/media.yaml": """\
videos:
  teaser:
    title: A teaser
    video_id: abcdefghijk
    kind: teaser
    published: 2026-01-05
    channel: Example TV
  finale:
    title: The end
    video_id: bbbbbbbbbbb
    kind: clip
    published: 2026-01-05
    spoils: S01E08
images:
  lead:
    file: images/lead.png
    alt: A pier.
    caption: The pier.
    credit: Us
    license: CC-BY-4.0
    license_url: https://creativecommons.org/licenses/by/4.0/
  map: {file: images/map.svg, alt: A map., credit: Us, license: ours}
  wreck: {file: images/wreck.png, alt: A wreck., credit: Us, license: ours}
""",
    f"{SHOW}/season-2/theories/who.md": """\
---
question: Who sank the ship?
proposed: 2026-01-06
spoils: S01E08
---

The cook.

::: image wreck
""",
}
"""A show whose second season is coming: everything that a graph can speak of, and must not."""


class _PlainMacros:
    """Stands for the template that words small pieces of markup."""

    def __getattr__(self, _name: str) -> Callable[..., str]:
        return lambda *_: ""


@dataclass(frozen=True, slots=True)
class Views:
    """A show's pages as views, and its listing."""

    settings: SiteSettings
    links: Permalinks
    listing: ShowListing
    articles: Mapping[int, ArticleView]
    standings: Mapping[int, SeasonStanding]
    contexts: Mapping[int, PageContext]
    hub_context: PageContext
    hub_picture: PictureView | None

    def season_text(self, number: int) -> str:
        """Return a season's graph as it stands in the page."""
        crumbs = (
            Crumb("Home", self.links.home),
            Crumb(self.listing.title, self.links.show(self.listing.slug)),
            Crumb(f"Season {number}"),
        )
        return season_graph(
            self.articles[number], self.standings[number], self.contexts[number], crumbs
        )

    def season(self, number: int) -> dict[str, Any]:
        """Return a season's graph."""
        return parsed(self.season_text(number))

    def show(self) -> dict[str, Any]:
        """Return the show's graph."""
        standings = list(self.standings.values())
        hub = hub_view(self.hub_context, self.listing, standings, self.hub_picture, FOLLOW)
        crumbs = (Crumb("Home", self.links.home), Crumb(hub.title))
        return parsed(show_graph(hub, self.listing, standings, self.hub_context, crumbs))


def parsed(text: str) -> dict[str, Any]:
    """Return a graph as an HTML parser and a JSON parser read it."""
    found = json.loads(unescape(text))
    assert isinstance(found, dict)
    return found


MakeViews = Callable[..., Views]


@pytest.fixture
def views(make_project: Callable[..., Path]) -> MakeViews:
    """Return the views of the full site's show, with some of its files replaced."""

    def make(
        changes: Mapping[str, str | None] | None = None, *, today: str = "2026-11-22"
    ) -> Views:
        files = {**FULL_SITE, **(changes or {})}
        root = make_project(files)
        for path in (path for path, text in files.items() if text is None):
            (root / path).unlink(missing_ok=True)
        return _views(root, date.fromisoformat(today))

    return make


def _views(root: Path, today: date) -> Views:
    content = PurePosixPath("content")
    files, _ = discover_content(root, content)
    settings, _ = load_settings(root, files.site)
    assert settings is not None
    loaded, found = load_show(root, files.shows[0])
    assert loaded is not None
    assert found == []
    unit, clock = ShowUnit(loaded, settings, SharedSources({})), Clock(today)
    words, links = load_words(settings.value.language), Permalinks.of(settings.value)

    def context() -> PageContext:
        return PageContext(unit, words, clock, links, SourceNumbers(unit.sources))

    standings = {season.number: _tracked(season, unit, clock) for season in loaded.seasons}
    pictures = {season.number: _pictures(season, unit, links) for season in loaded.seasons}
    articles, contexts, listed = {}, {}, []
    for season in loaded.seasons:
        number, standing = season.number, standings[season.number]
        changes = season_changes(standing, clock)
        modified = max([change.added for change in changes], default=None)
        listed.append(list_season(context(), standing, changes, pictures[number], modified))
        own = contexts[number] = context()
        documents = {"": season.season.document} | {
            one.slug: one.theory.document for one in season.theories
        }
        prose = {
            name: render_prose(
                document.body, path=document.path, first_line=1, language="en", id_prefix=name
            )
            for name, document in documents.items()
        }
        builder = BodyBuilder(
            context=own,
            inline=Inline(_PlainMacros()),
            season=standing,
            loaded=season,
            seasons=standings,
            changes=changes,
            pictures=pictures[number],
            theory_prose=prose,
            content=content,
            permalink=links.season(unit.slug, number),
        )
        blocks, toc, footnotes = builder.build(prose[""])
        assert builder.found == []
        articles[number] = build_article(
            own,
            standing,
            modified=modified,
            facts=key_facts(own, standing),
            quote=quote_view(own, standing),
            picture=pictures[number].get(season.season.value.picture or ""),
            blocks=blocks,
            toc=toc,
            footnotes_html=footnotes,
            updates=update_log(own, standing, changes),
            follow=FOLLOW,
        )
    listing = list_show(context(), listed, list(standings.values()))
    hub_picture = next((one.picture for one in reversed(articles.values()) if one.picture), None)
    return Views(
        settings.value, links, listing, articles, standings, contexts, context(), hub_picture
    )


def _tracked(season: LoadedSeason, unit: ShowUnit, clock: Clock) -> SeasonStanding:
    content = SeasonContent(
        number=season.number,
        season=season.season.value,
        claims=season.claims.value if season.claims else (),
        cast=season.cast.value if season.cast else {},
        episodes=season.episodes.value if season.episodes else (),
        videos=season.media.value.videos if season.media else {},
        theories=[(one.slug, one.theory.value) for one in season.theories],
    )
    return track_season(content, clock, unit.settings.value, previous=None)


def _pictures(season: LoadedSeason, unit: ShowUnit, links: Permalinks) -> dict[str, PictureView]:
    images = season.media.value.images if season.media else {}
    return {
        image_id: PictureView(
            id=image_id,
            url=links.path(f"shows/{unit.slug}/season-{season.number}/{image.file}"),
            width=1600,
            height=900,
            alt=image.alt,
            caption=image.caption or "",
            credit=image.credit,
            license=image.license,
            license_url=image.license_url or "",
        )
        for image_id, image in images.items()
    }

"""Compiles a season's article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from seasontracker.diagnostics import Diagnostic
from seasontracker.exports.api.addresses import data_address
from seasontracker.exports.json_ld import season_graph
from seasontracker.exports.moments import midnight
from seasontracker.pages.links import OutgoingLink
from seasontracker.pages.views.article import (
    ArticleView,
    Block,
    PictureView,
    build_article,
    quote_view,
)
from seasontracker.pages.views.body import BodyBuilder
from seasontracker.pages.views.components import placed_components
from seasontracker.pages.views.facts import key_facts
from seasontracker.pages.views.head import Crumb, FollowLinks, Head, SharePicture
from seasontracker.pages.views.timeline import update_log
from seasontracker.pages.views.watched import WatchedView
from seasontracker.pipeline.desk import SeasonDesk, ShowDesk
from seasontracker.pipeline.pages import PageContent
from seasontracker.pipeline.workshop import Workshop
from seasontracker.site.permalinks import season_output
from seasontracker.tracking.season import SeasonStanding


class SeasonPage(Struct, frozen=True):
    """A season's article, and what must be checked about it."""

    page: PageContent
    found: tuple[Diagnostic, ...]
    links: tuple[OutgoingLink, ...]


def season_page(
    desk: ShowDesk,
    season: SeasonDesk,
    standings: Mapping[int, SeasonStanding],
    card: SharePicture | None,
    follow: FollowLinks,
) -> SeasonPage:
    """Compile a season's article; its parts are built in the order in which they stand."""
    context = desk.context(season.loaded.number)
    facts = key_facts(context, season.standing)
    # A quotation that the article places does not open it as well.
    is_placed = "quote" in placed_components(season.prose[""].segments)
    quote = None if is_placed else quote_view(context, season.standing)
    url = desk.workshop.links.season(desk.unit.slug, season.loaded.number)
    builder = BodyBuilder(
        context=context,
        inline=desk.workshop.inline,
        season=season.standing,
        loaded=season.loaded,
        seasons=standings,
        changes=season.changes,
        pictures=season.pictures,
        theory_prose={slug: text for slug, text in season.prose.items() if slug},
        content=desk.workshop.project.content,
        permalink=url,
    )
    blocks, toc, footnotes = builder.build(season.prose[""])
    picture = season.pictures.get(season.loaded.season.value.picture or "")
    article = build_article(
        context,
        season.standing,
        modified=season.modified,
        facts=facts,
        quote=quote,
        picture=picture,
        blocks=blocks,
        toc=toc,
        footnotes_html=footnotes,
        updates=update_log(context, season.standing, season.changes),
        seasons=standings.values(),
        follow=follow,
    )
    crumbs = (
        Crumb(desk.workshop.words.gettext("Home"), desk.workshop.links.home),
        Crumb(article.show.title, article.show.url),
        Crumb(article.season),
    )
    graph = season_graph(article, season.standing, context, crumbs)
    page = PageContent(
        "pages/season.html",
        season_output(desk.unit.slug, season.loaded.number),
        _head(desk, season, article, crumbs, graph, card),
        article,
        modified=season.modified,
        possible_anchors=builder.possible_anchors,
    )
    return SeasonPage(page, tuple(builder.found), tuple(builder.links))


def watched_scripts(watched: WatchedView) -> tuple[str, ...]:
    """Return the module that asks how far the reader has watched, where that is asked."""
    return ("watched.js",) if watched.answers else ()


def share_picture(workshop: Workshop, picture: PictureView | None) -> SharePicture | None:
    """Return the picture for link previews; services that show them read no SVG."""
    if picture is None or picture.url.endswith(".svg"):
        return None
    url = workshop.links.absolute(picture.url)
    return SharePicture(url, picture.width, picture.height, picture.alt)


def _head(
    desk: ShowDesk,
    season: SeasonDesk,
    article: ArticleView,
    crumbs: tuple[Crumb, ...],
    graph: str,
    card: SharePicture | None,
) -> Head:
    workshop = desk.workshop
    return Head(
        title=article.headline,
        share_title=article.headline,
        description=article.description,
        canonical=workshop.links.absolute(article.url),
        type="article",
        crumbs=crumbs,
        feeds=(*article.follow.announced, *workshop.frame.follow.announced[:2]),
        published=_midnight(article.published.iso if article.published else "", workshop),
        modified=_midnight(article.modified.iso if article.modified else "", workshop),
        section=article.show.title,
        tags=season.loaded.season.value.tags,
        picture=card or share_picture(workshop, article.picture),
        json_ld=graph,
        data=data_address(workshop.links, season_output(desk.unit.slug, season.loaded.number)),
        accent=desk.accent,
        indexable=workshop.settings.value.indexable,
        scripts=(
            *(("video.js",) if _has_video(article.blocks) else ()),
            *watched_scripts(article.watched),
        ),
    )


def _has_video(blocks: Sequence[Block]) -> bool:
    return any(block.kind in ("video", "videos") or _has_video(block.children) for block in blocks)


def _midnight(day: str, workshop: Workshop) -> str:
    """Return a day as its first instant in the site's zone (ISO 8601 with offset)."""
    if not day:
        return ""
    return midnight(date.fromisoformat(day), workshop.settings.value.zone)

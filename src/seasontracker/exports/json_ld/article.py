"""The graph of a season's page: the article, and the season that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from seasontracker.exports.json_ld.ids import (
    absolute,
    publisher_id,
    season_id,
    series_id,
    website_id,
)
from seasontracker.exports.json_ld.media import (
    article_pictures,
    article_videos,
    open_blocks,
    picture_node,
    video_node,
)
from seasontracker.exports.json_ld.nodes import Node, node, ref, refs, script_text
from seasontracker.exports.json_ld.people import cast_nodes
from seasontracker.exports.json_ld.same_as import show_addresses
from seasontracker.exports.json_ld.season import episode_nodes, season_node
from seasontracker.exports.json_ld.site import page_nodes, site_nodes
from seasontracker.exports.moments import midnight
from seasontracker.models.vocabulary import VideoKind
from seasontracker.pages.views.article import ArticleView
from seasontracker.pages.views.cast import CastGroup
from seasontracker.pages.views.citations import SourceLine
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.episodes import EpisodeList
from seasontracker.pages.views.head import Crumb
from seasontracker.pages.views.marks import Moment
from seasontracker.tracking.season import SeasonStanding

_DAY_LENGTH = len("2026-11-22")


def season_graph(
    article: ArticleView, season: SeasonStanding, context: PageContext, crumbs: Sequence[Crumb]
) -> str:
    """Return what a season's page shows and gives nothing away, as linked data."""
    links, settings = context.links, context.settings
    page = absolute(links, article.url)
    pictures = [
        # At the head of the article a picture stands without its caption.
        picture_node(links, page, picture, captioned=picture is not article.picture)
        for picture in article_pictures(context, article)
    ]
    shown = article_videos(article, season)
    videos = {video.id: video_node(context, page, season.number, video) for video in shown}
    groups: list[CastGroup] = []
    lists: list[EpisodeList] = []
    for block in open_blocks(article.blocks):
        if isinstance(block.body, EpisodeList):
            lists.append(block.body)
        elif isinstance(block.body, tuple):
            groups += [group for group in block.body if isinstance(group, CastGroup)]
    cards = [card for group in groups for card in group.people]
    roles, players = cast_nodes(context, season, cards)
    episodes = episode_nodes(context, season, lists)
    return script_text(
        [
            _article(article, context, page, pictures, list(videos.values())),
            season_node(
                context,
                season,
                article.season,
                actor=roles,
                episode=refs(episodes),
                trailer=refs(videos[video.id] for video in shown if _is_trailer(season, video.id)),
            ),
            _series(article, context),
            *episodes,
            *players,
            *pictures,
            *videos.values(),
            *page_nodes(
                settings,
                links,
                page,
                crumbs,
                name=article.headline,
                description=article.description,
            ),
            *site_nodes(settings, links),
        ]
    )


def _article(
    article: ArticleView,
    context: PageContext,
    page: str,
    pictures: Sequence[Node],
    videos: Sequence[Node],
) -> Node:
    links = context.links
    return node(
        "NewsArticle",
        f"{page}#article",
        url=page,
        headline=article.headline,
        description=article.description,
        inLanguage=context.settings.language,
        datePublished=_instant(context, article.published),
        dateModified=_instant(context, article.modified),
        author=_authors(article, context) or ref(publisher_id(links)),
        publisher=ref(publisher_id(links)),
        mainEntityOfPage=ref(page),
        isPartOf=ref(website_id(links)),
        about=ref(season_id(links, article.show.slug, article.number)),
        image=refs(pictures),
        video=refs(videos),
        citation=[_source(source) for source in article.sources if source.fold is None],
    )


def _authors(article: ArticleView, context: PageContext) -> list[Node]:
    # A byline says only a name, and a team that is called a person is no better than a person who
    # is called a team; schema.org's word for whoever signs as one is Organization.
    return [
        node("Organization", name=author.name, url=absolute(context.links, author.url))
        if author.url
        else node("Organization", name=author.name)
        for author in article.authors
    ]


def _source(source: SourceLine) -> Node:
    published = source.published.iso if source.published else ""
    return node(
        "CreativeWork",
        name=source.title,
        url=source.url,
        publisher=node("Organization", name=source.publisher),
        # schema.org's Date is a day; a year or a month would be read as its first.
        datePublished=published if len(published) == _DAY_LENGTH else "",
        inLanguage=source.language,
    )


def _series(article: ArticleView, context: PageContext) -> Node:
    links, show = context.links, article.show
    return node(
        "TVSeries",
        series_id(links, show.slug),
        name=show.title,
        alternateName=show.original_title,
        url=absolute(links, show.url),
        sameAs=show_addresses(context.unit.loaded.show.value.ids),
    )


def _is_trailer(season: SeasonStanding, video_id: str) -> bool:
    video = season.videos.get(video_id)
    return (
        video is not None
        and video.kind in (VideoKind.TRAILER, VideoKind.TEASER)
        and video.season in (None, season.number)
    )


def _instant(context: PageContext, moment: Moment | None) -> str:
    if moment is None:
        return ""
    return midnight(date.fromisoformat(moment.iso), context.settings.zone)

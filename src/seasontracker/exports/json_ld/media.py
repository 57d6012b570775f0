"""The pictures and videos of a page that give nothing away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seasontracker.exports.json_ld.ids import absolute
from seasontracker.exports.json_ld.nodes import Node, node
from seasontracker.exports.spoilers import is_harmless
from seasontracker.pages.views.article import ArticleView, Block, PictureView, VideoView
from seasontracker.pages.views.body import TheoryBody
from seasontracker.pages.views.context import PageContext
from seasontracker.site.permalinks import Permalinks
from seasontracker.tracking.season import SeasonStanding

_PLAYER = "https://www.youtube-nocookie.com/embed/{}"


def open_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield all blocks that stand open, those within others included."""
    for block in blocks:
        if block.fold is not None:
            continue
        yield block
        yield from open_blocks(block.children)
        for body in _bodies(block):
            if isinstance(body, TheoryBody) and is_harmless(body.card.spoils):
                yield from open_blocks(body.blocks)


def _bodies(block: Block) -> tuple[object, ...]:
    return block.body if isinstance(block.body, tuple) else (block.body,)


def article_pictures(context: PageContext, article: ArticleView) -> list[PictureView]:
    """Return an article's pictures, that at its head first."""
    shown = [block.body for block in open_blocks(article.blocks)]
    candidates = [article.picture, *shown]
    return [
        picture
        for picture in candidates
        if isinstance(picture, PictureView) and is_open(context, article.number, picture)
    ]


def article_videos(article: ArticleView, season: SeasonStanding) -> list[VideoView]:
    """Return an article's videos in the order of the page."""
    found: dict[str, VideoView] = {}
    for block in open_blocks(article.blocks):
        for body in _bodies(block):
            if isinstance(body, VideoView) and body.fold is None:
                video = season.videos.get(body.id)
                if video is not None and is_harmless(video.spoils):
                    found.setdefault(body.id, body)
    return list(found.values())


def is_open(context: PageContext, number: int, picture: PictureView) -> bool:
    """Return whether a picture of a season gives nothing away."""
    season = context.unit.season(number)
    images = season.media.value.images if season and season.media else {}
    image = images.get(picture.id)
    return image is None or is_harmless(image.spoils)


def picture_node(
    links: Permalinks, page: str, picture: PictureView, *, captioned: bool = False
) -> Node:
    """Return a picture; its licence only as an address, since schema.org knows no names of them."""
    return node(
        "ImageObject",
        f"{page}#image-{picture.id}",
        contentUrl=absolute(links, picture.url),
        # A Distance, which is what schema.org has for them: a number and its unit.
        width=f"{picture.width} px",
        height=f"{picture.height} px",
        caption=(picture.caption if captioned else "") or picture.alt,
        creditText=picture.credit,
        license=picture.license_url,
        acquireLicensePage=picture.acquire_url,
    )


def video_node(context: PageContext, page: str, number: int, video: VideoView) -> Node:
    """Return a video; its day stays a day, for nobody knows the hour."""
    poster = video.poster
    is_shown = poster is not None and is_open(context, number, poster)
    return node(
        "VideoObject",
        f"{page}#video-{video.id}",
        name=video.title,
        description=video.description or video.title,
        uploadDate=video.published.iso,
        thumbnailUrl=absolute(context.links, poster.url) if poster and is_shown else "",
        embedUrl=_PLAYER.format(video.video_id),
        url=video.url,
        inLanguage=video.language,
        publisher=node("Organization", name=video.channel) if video.channel else None,
    )

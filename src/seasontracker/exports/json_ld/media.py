"""The pictures and videos that a page shows without being asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seasontracker.exports.json_ld.ids import absolute
from seasontracker.exports.json_ld.nodes import Node, node
from seasontracker.pages.views.article import Block, PictureView, VideoView
from seasontracker.pages.views.body import TheoryBody
from seasontracker.site.permalinks import Permalinks

_PLAYER = "https://www.youtube-nocookie.com/embed/{}"


def open_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield all blocks that stand open, those within others included."""
    for block in blocks:
        if block.kind == "spoiler":
            continue
        yield block
        yield from open_blocks(block.children)
        bodies = block.body if isinstance(block.body, tuple) else (block.body,)
        for body in bodies:
            if isinstance(body, TheoryBody) and not body.card.folded:
                yield from open_blocks(body.blocks)


def shown_pictures(blocks: Sequence[Block]) -> list[PictureView]:
    """Return the pictures that stand open in an article's body."""
    return [
        block.body
        for block in open_blocks(blocks)
        if isinstance(block.body, PictureView) and not block.body.folded
    ]


def shown_videos(blocks: Sequence[Block]) -> list[VideoView]:
    """Return the videos that stand open in an article's body."""
    found: dict[str, VideoView] = {}
    for block in open_blocks(blocks):
        bodies = block.body if isinstance(block.body, tuple) else (block.body,)
        for body in bodies:
            if isinstance(body, VideoView) and not body.folded:
                found.setdefault(body.id, body)
    return list(found.values())


def picture_node(links: Permalinks, page: str, picture: PictureView) -> Node:
    """Return a picture; its licence only as an address, since schema.org knows no names of them."""
    return node(
        "ImageObject",
        f"{page}#image-{picture.id}",
        contentUrl=absolute(links, picture.url),
        width=picture.width,
        height=picture.height,
        caption=picture.caption or picture.alt,
        creditText=picture.credit,
        license=picture.license_url,
    )


def video_node(links: Permalinks, page: str, video: VideoView) -> Node:
    """Return a video; its day stays a day, for nobody knows the hour."""
    poster = video.poster
    return node(
        "VideoObject",
        f"{page}#video-{video.id}",
        name=video.title,
        description=video.description or video.title,
        uploadDate=video.published.iso,
        thumbnailUrl=absolute(links, poster.url) if poster and not poster.folded else "",
        embedUrl=_PLAYER.format(video.video_id),
        url=video.url,
        inLanguage=video.language,
        publisher=node("Organization", name=video.channel) if video.channel else None,
    )

"""Videos that play on a click."""

from __future__ import annotations

from collections.abc import Mapping

from seasontracker.pages.views.article import PictureView, VideoView
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.marks import day_moment
from seasontracker.tracking.positions import worst
from seasontracker.tracking.season import SeasonStanding
from seasontracker.wording.labels import label


def video_view(
    context: PageContext,
    season: SeasonStanding,
    pictures: Mapping[str, PictureView],
    video_id: str,
) -> VideoView:
    """Return a video that has been published."""
    video = season.videos[video_id]
    poster = pictures.get(video.poster or season.season.picture or "")
    # It may give away no more than the video that it stands for.
    if poster is not None and worst((video.spoils, poster.spoils)) != video.spoils:
        poster = None
    return VideoView(
        id=video_id,
        title=video.title,
        url=f"https://www.youtube.com/watch?v={video.video_id}",
        video_id=video.video_id,
        kind=label(context.words, video.kind),
        channel=video.channel or "",
        published=day_moment(context.words, video.published),
        language=video.language,
        description=video.description or "",
        cites=context.numbers.cite(video.source),
        poster=poster,
        fold=context.fold(video.spoils),
    )

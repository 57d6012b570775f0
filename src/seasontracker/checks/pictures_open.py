"""No picture that gives something away stands where it cannot be folded."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.site.unit import ShowUnit
from seasontracker.tracking.positions import HARMLESS, worst


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    for season in unit.loaded.seasons:
        media = season.media
        if media is None:
            continue
        head = media.value.images.get(season.season.value.picture or "")
        if head is not None and head.spoils not in HARMLESS:
            yield season.season.diagnostic(
                Code.SPOILING_PICTURE,
                ("picture",),
                f"a picture that gives away `{head.spoils}` is not shown at the head of an article",
                "choose one that gives nothing away, and place this one by `::: image`",
            )
        for video_id, video in media.value.videos.items():
            poster = media.value.images.get(video.poster or "")
            if poster is not None and worst((video.spoils, poster.spoils)) != video.spoils:
                yield media.diagnostic(
                    Code.SPOILING_PICTURE,
                    ("videos", video_id, "poster"),
                    f"a picture that gives away `{poster.spoils}` does not stand for a video that "
                    f"gives away `{video.spoils}`",
                    "choose one that gives away no more than the video",
                )

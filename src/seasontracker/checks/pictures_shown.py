"""A picture is wide enough to be shown, and something shows it."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.tracked import TrackedSeason, TrackedShow
from seasontracker.diagnostics import Code, Diagnostic


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    least = show.unit.settings.value.limits.picture_width
    for season in show.seasons:
        media = season.loaded.media
        if media is None or not media.value.images:
            continue
        shown = _shown(season)
        for image_id, image in media.value.images.items():
            width = season.widths.get(image_id)
            if width is not None and width < least:
                yield media.diagnostic(
                    Code.SMALL_PICTURE,
                    ("images", image_id, "file"),
                    f"`{image.file}` is {width} pixels wide, less than {least}",
                    "put a larger picture there",
                )
            if not shown & {image_id, image.file, image.file.removeprefix("images/")}:
                yield media.document.diagnostic(
                    Code.UNUSED_PICTURE,
                    media.document.locate_key("images", image_id),
                    f"nothing shows `{image_id}`",
                    f"place it by `::: image {image_id}`, or remove it",
                )


def _shown(season: TrackedSeason) -> frozenset[str]:
    """Return what the season shows, by id or by file."""
    picture = season.loaded.season.value.picture
    videos = season.loaded.media.value.videos.values() if season.loaded.media else ()
    posters = {video.poster for video in videos if video.poster}
    return season.placed | posters | ({picture} if picture else set())

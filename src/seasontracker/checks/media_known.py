"""Every picture that a season declares exists, and whatever is shown at its head is declared."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.models import Located, Media
from seasontracker.site.load import LoadedSeason
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    for season in unit.loaded.seasons:
        if season.media is not None:
            yield from _files(season, season.media)
            yield from _posters(season.media)
        elif season.files.media is not None:
            # `media.yaml` itself has errors; each reference to it would be reported as well.
            continue
        images = season.media.value.images if season.media else {}
        picture = season.season.value.picture
        if picture is not None and picture not in images:
            yield season.season.diagnostic(
                Code.UNKNOWN_MEDIA,
                ("picture",),
                f"`{picture}` is not an image of `media.yaml`",
                suggestion(picture, images, otherwise="add the image, or correct the id"),
            )


def _files(season: LoadedSeason, media: Located[Media]) -> Iterator[Diagnostic]:
    names = {f"images/{path.name}" for path in season.files.images}
    for image_id, image in media.value.images.items():
        if image.file not in names:
            yield media.diagnostic(
                Code.MISSING_PICTURE,
                ("images", image_id, "file"),
                f"`{image.file}` does not exist",
                suggestion(image.file, names, otherwise="add the picture to `images/`"),
            )


def _posters(media: Located[Media]) -> Iterator[Diagnostic]:
    images = media.value.images
    for video_id, video in media.value.videos.items():
        if video.poster is not None and video.poster not in images:
            yield media.diagnostic(
                Code.UNKNOWN_MEDIA,
                ("videos", video_id, "poster"),
                f"`{video.poster}` is not an image of `media.yaml`",
                suggestion(video.poster, images, otherwise="add the image, or correct the id"),
            )

"""Every picture that a season declares exists, and its head picture is declared."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    for season in unit.loaded.seasons:
        images = season.media.value.images if season.media else {}
        picture = season.season.value.picture
        if picture is not None and picture not in images:
            yield season.season.diagnostic(
                Code.UNKNOWN_MEDIA,
                ("picture",),
                f"`{picture}` is not an image of `media.yaml`",
                suggestion(picture, images, otherwise="add the image, or correct the id"),
            )
        if season.media is None:
            continue
        names = {f"images/{path.name}" for path in season.files.images}
        for image_id, image in images.items():
            if image.file not in names:
                yield season.media.diagnostic(
                    Code.MISSING_PICTURE,
                    ("images", image_id, "file"),
                    f"`{image.file}` does not exist",
                    suggestion(image.file, names, otherwise="add the picture to `images/`"),
                )

"""Each picture has a text of its own in place of it, and that is not the name of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.site.unit import ShowUnit

_FILE_NAME = re.compile(
    r"(?:[\w-]+\.(?:jpe?g|png|gif|webp|avif|svg)|(?:IMG|DSC|DSCN|image|screenshot)[-_ ]?\d+\w*)",
    re.IGNORECASE,
)


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    for season in unit.loaded.seasons:
        media = season.media
        seen: dict[str, str] = {}
        for image_id, image in media.value.images.items() if media else ():
            assert media is not None
            steps = ("images", image_id, "alt")
            alt = " ".join(image.alt.split())
            stem = image.file.removeprefix("images/").rpartition(".")[0]
            if _FILE_NAME.fullmatch(alt) or (alt == stem and not alt.isalpha()):
                yield media.diagnostic(
                    Code.FILE_NAME_ALT,
                    steps,
                    f"`{alt}` is the name of a file",
                    "say what there is to see",
                )
            elif (first := seen.setdefault(alt.casefold(), image_id)) != image_id:
                yield media.diagnostic(
                    Code.REPEATED_ALT,
                    steps,
                    f"`{image_id}` and `{first}` have the same `alt`",
                    "say what is to be seen in this one only",
                )

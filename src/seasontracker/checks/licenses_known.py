"""The licence of a picture can be read: its identifier is known, or an address is given."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic, quoted
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.models.licenses import KNOWN
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    for season in unit.loaded.seasons:
        media = season.media
        for image_id, image in media.value.images.items() if media else ():
            assert media is not None
            if image.license_address is None:
                yield media.diagnostic(
                    Code.UNKNOWN_LICENSE,
                    ("images", image_id, "license"),
                    f"nobody can look up the licence {quoted(image.license)}",
                    suggestion(
                        image.license,
                        KNOWN,
                        otherwise="say in `license_url` where it can be read, or write an SPDX "
                        "identifier such as `CC-BY-4.0`",
                    ),
                )

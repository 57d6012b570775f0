"""The credit of a picture names somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic, quoted
from seasontracker.site.unit import ShowUnit

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_NOBODY = frozenset(
    re.findall(
        r"\w+",
        """
        a all anybody artist author bing by copyright courtesy creator credit credits domain
        facebook found from google image images in instagram internet media n na nobody none
        of on online owner photo photographer picture pinterest public reddit reserved
        rights search social somebody someone source tba tbd the tiktok twitter unknown
        various via web
        """,
    )
)
"""Words for where something was found or for not knowing more, and what stands beside a name."""
_WORDS = re.compile(r"[^\W\d_]+")


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    for season in unit.loaded.seasons:
        media = season.media
        for image_id, image in media.value.images.items() if media else ():
            assert media is not None
            if _names_nobody(image.credit):
                yield media.diagnostic(
                    Code.NAMELESS_CREDIT,
                    ("images", image_id, "credit"),
                    f"{quoted(image.credit)} names nobody",
                    "write who made the picture, or take one of which that is known",
                )


def _names_nobody(credit: str) -> bool:
    if _ADDRESS.fullmatch(credit.strip()):
        return True
    return _NOBODY.issuperset(_WORDS.findall(credit.casefold()))

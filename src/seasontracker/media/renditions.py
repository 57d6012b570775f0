"""One picture in the sizes and formats that readers' browsers choose from."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from seasontracker.codec import pack
from seasontracker.media.credits import Credit, xmp_packet
from seasontracker.media.pixels import dominant_colour, has_few_colours, plain_pixels

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTHS = (360, 720, 1080, 1600)
"""A tile; a column, or a tile on a sharp screen; a telephone's width; a column on a sharp screen.

`templates/assets/css/05-layout.css` sets what they must suit.
"""
FALLBACK_WIDTHS = (720, 1600)
"""For browsers that know no newer format, and programs that read `og:image` or JSON-LD."""
_RECIPE = 1
"""Counts up when anything below makes other files from the same picture."""
_AVIF, _WEBP, _JPEG, _PNG = "image/avif", "image/webp", "image/jpeg", "image/png"
SUFFIXES = {_AVIF: ".avif", _WEBP: ".webp", _JPEG: ".jpg", _PNG: ".png"}
# One thread, since how many there are could show in the file.
_PHOTOGRAPH: dict[str, dict[str, Any]] = {
    _AVIF: {"quality": 58, "speed": 7, "max_threads": 1},
    _WEBP: {"quality": 74, "method": 4},
    _JPEG: {"quality": 80, "progressive": True, "optimize": True},
    _PNG: {"optimize": True},
}
_DIAGRAM: dict[str, dict[str, Any]] = {
    _WEBP: {"lossless": True, "quality": 60, "method": 4},
    _PNG: {"optimize": True},
}
"""Sharp edges and flat colours stay what they are, and are smaller so."""


class Rendition(Struct, frozen=True):
    """A picture in one size and format, without metadata but its credit and licence."""

    media_type: str
    width: int
    height: int
    data: bytes


class Renditions(Struct, frozen=True):
    """All forms of one picture."""

    tone: str
    """The colour that stands in until it is there, `#rrggbb`; empty if one can see through it."""
    forms: tuple[Rendition, ...]
    """By format, the one to be preferred first and the fallback last; narrow ones first."""


def rendition_name(data: bytes, credit: Credit) -> str:
    """Return the digest that names what is made of a picture, whatever library makes it."""
    recipe = (_RECIPE, WIDTHS, FALLBACK_WIDTHS, _PHOTOGRAPH, _DIAGRAM, credit)
    return hashlib.sha256(pack(recipe) + hashlib.sha256(data).digest()).hexdigest()


def make_renditions(image: Image, credit: Credit) -> Renditions:
    """Return the forms of a picture that is upright; one is never made larger than it is."""
    pixels = plain_pixels(image)
    settings = _DIAGRAM if has_few_colours(pixels) else _PHOTOGRAPH
    fallback = _PNG if settings is _DIAGRAM or pixels.mode == "RGBA" else _JPEG
    packet = xmp_packet(credit)
    forms: list[Rendition] = []
    lightest = 0
    for media_type in (fallback, _WEBP, _AVIF):
        if media_type not in settings or not _can_save(media_type):
            continue
        rungs = FALLBACK_WIDTHS if media_type == fallback else WIDTHS
        made = [
            _save(_scaled(pixels, width), media_type, settings[media_type], packet)
            for width in _widths(pixels.width, rungs)
        ]
        # A newer format that is heavier than what it replaces serves nobody.
        weight = len(made[-1].data)
        if not lightest or weight < lightest:
            lightest = weight
            forms = made + forms
    return Renditions(dominant_colour(pixels), tuple(forms))


def _can_save(media_type: str) -> bool:
    """Return whether this Pillow was built with a format; those from PyPI are with all of them."""
    from PIL import features  # noqa: PLC0415 - see `open_raster`

    kind = media_type.removeprefix("image/")
    return kind not in ("avif", "webp") or bool(features.check(kind))


def _widths(width: int, rungs: tuple[int, ...]) -> list[int]:
    """Return the rungs below a picture's own width, and its own or the highest rung."""
    lower = [rung for rung in rungs[:-1] if rung * 1.1 < width]
    return [*lower, min(width, rungs[-1])]


def _scaled(image: Image, width: int) -> Image:
    from PIL import Image as PillowImage  # noqa: PLC0415 - see `open_raster`

    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), PillowImage.Resampling.LANCZOS, reducing_gap=3)


def _save(image: Image, media_type: str, settings: dict[str, Any], packet: bytes) -> Rendition:
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - see `open_raster`

    # Whatever came with the original stays with it.
    image.info = {}
    extra: dict[str, Any] = {"xmp": packet}
    if media_type == _PNG:
        told = PngInfo()
        told.add_itxt("XML:com.adobe.xmp", packet.decode())
        extra = {"pnginfo": told}
    with BytesIO() as file:
        image.save(file, media_type.removeprefix("image/").upper(), **settings, **extra)
        return Rendition(media_type, *image.size, file.getvalue())

"""Brings the pixels of any picture into the one form that is scaled and saved: sRGB, eight bits."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_SIXTEEN_BITS = ("I", "F")
_FEW = 64
"""A photograph in grey has more; it can have no more than 256."""
_SAMPLE = (64, 64)
_TONES = 6


def plain_pixels(image: Image) -> Image:
    """Return a picture as RGB, or as RGBA if anything can be seen through it."""
    if image.mode.startswith(_SIXTEEN_BITS):
        image = _eight_bits(image)
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        opaque = clear.getchannel("A").getextrema() == (255, 255)
        return clear.convert("RGB") if opaque else clear
    return _in_srgb(image).convert("RGB")


def has_few_colours(image: Image) -> bool:
    """Return whether it is a diagram or a screen rather than a photograph."""
    return image.getcolors(_FEW) is not None


def dominant_colour(image: Image) -> str:
    """Return the colour that most of a picture has, as `#rrggbb`; empty if one sees through it."""
    from PIL import Image as PillowImage  # noqa: PLC0415 - see `open_raster`

    if image.mode == "RGBA":
        return ""
    sample = image.resize(_SAMPLE, PillowImage.Resampling.BOX)
    few = sample.quantize(_TONES, PillowImage.Quantize.MEDIANCUT)
    counted: list[tuple[int, int]] = few.getcolors()  # type: ignore[assignment]
    index = max(counted)[1]
    red, green, blue = (few.getpalette() or [])[3 * index : 3 * index + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"


def _eight_bits(image: Image) -> Image:
    """Return a grey picture of sixteen bits with its upper eight."""
    # Pillow itself would cut off what is brighter than 255.
    return image.convert("I").point(lambda value: value / 256).convert("L")


def _in_srgb(image: Image) -> Image:
    """Return a picture whose colours need no profile any more."""
    from PIL import ImageCms  # noqa: PLC0415 - see `open_raster`

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK", "L"):
        return image
    try:
        converted = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a profile that cannot be read says nothing
    return converted or image

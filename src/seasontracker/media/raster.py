"""Pictures made of pixels: whether one is whole and what its name says, and how it is shown."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from seasontracker.diagnostics import Code, Diagnostic, Location

if TYPE_CHECKING:
    from PIL.Image import Image

MEDIA_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
MOST_PIXELS = 40_000_000
"""More than any page shows; a file of a few kilobytes can claim to hold billions."""

_OPENED = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
# A telephone's JPEG with a second picture inside, such as a depth map, becomes an MPO when Pillow
# opens it; browsers show the first picture and know nothing of the second.
_SUFFIXES = {
    "AVIF": ".avif",
    "GIF": ".gif",
    "JPEG": ".jpg",
    "MPO": ".jpg",
    "PNG": ".png",
    "WEBP": ".webp",
}


def open_raster(path: PurePosixPath, data: bytes) -> tuple[Image | None, list[Diagnostic]]:
    """Decode a picture, and return it upright, as a browser shows it."""
    # Here, since most shows that are compiled again have drawings only.
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _open(path, data)
    except UnidentifiedImageError:
        message = f"`{path.name}` does not hold a picture"
        return _refuse(path, message, f"save it as {_word(path.suffix)}")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return _too_many_pixels(path)
    # A damaged file makes Pillow's many decoders raise whatever they stumble over.
    except Exception:
        message = f"`{path.name}` is damaged or cut short"
        return _refuse(path, message, "open the original, and save the picture again")


def _open(path: PurePosixPath, data: bytes) -> tuple[Image | None, list[Diagnostic]]:
    from PIL import Image, ImageOps  # noqa: PLC0415 - see above

    with Image.open(BytesIO(data), formats=_OPENED) as image:
        kind = _SUFFIXES[image.format or ""]
        if MEDIA_TYPES[kind] != MEDIA_TYPES[path.suffix.lower()]:
            message = f"`{path.name}` holds {_word(kind)}, not {_word(path.suffix)}"
            return _refuse(path, message, f"call it `{path.with_suffix(kind).name}`")
        width, height = image.size
        if width * height > MOST_PIXELS:
            return _too_many_pixels(path)
        # Readers cannot stop a moving picture, and some must not see one (WCAG 2.2.2).
        if image.format != "MPO" and getattr(image, "is_animated", False):
            return _refuse(path, f"`{path.name}` moves", "save one frame of it, or link a video")
        image.load()
        return ImageOps.exif_transpose(image), []


def _word(suffix: str) -> str:
    return MEDIA_TYPES[suffix.lower()].removeprefix("image/").upper()


def _too_many_pixels(path: PurePosixPath) -> tuple[None, list[Diagnostic]]:
    message = f"`{path.name}` has more than {MOST_PIXELS // 1_000_000} million pixels"
    return _refuse(path, message, "save it smaller; 1600 pixels across are enough")


def _refuse(path: PurePosixPath, message: str, hint: str) -> tuple[None, list[Diagnostic]]:
    return None, [Diagnostic(Code.BAD_PICTURE, Location(path), message, hint)]

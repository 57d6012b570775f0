"""From a drawing to a small PNG, by resvg, which shapes text and draws no pixel otherwise twice."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image


class DrawingError(Exception):
    """A drawing cannot be drawn."""


def draw_png(svg: str, fonts: tuple[Path, ...] = (), *, width: int, colours: int = 64) -> bytes:
    """Return a drawing as a PNG of a width; only the given fonts are known to it.

    Raises `DrawingError`.
    """
    from PIL import Image  # noqa: PLC0415 - see below

    flat = draw_pixels(svg, fonts, width=width).convert("RGB")
    few = flat.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    with BytesIO() as file:
        few.save(file, "PNG", optimize=False, compress_level=6)
        return file.getvalue()


def draw_pixels(svg: str, fonts: tuple[Path, ...] = (), *, width: int) -> Image.Image:
    """Return a drawing in all its colours, and transparent where nothing is.

    Raises `DrawingError`.
    """
    # Here, since a build that draws nothing needs neither.
    import resvg_py  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=[str(font) for font in fonts],
            width=width,
        )
    except BaseException as error:
        # A panic of the library is no `Exception`, and its class cannot be imported.
        if isinstance(error, ValueError) or type(error).__name__ == "PanicException":
            raise DrawingError(str(error)) from error
        raise
    with Image.open(BytesIO(drawn)) as image:
        return image.convert("RGBA")

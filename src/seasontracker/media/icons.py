"""The site's icon: which drawing can be one, and the pictures that are drawn from it."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.parsers import expat

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.media.drawing import draw_pixels
from seasontracker.media.svg import measure_svg
from seasontracker.site.icons import FAVICON, LARGE, MASKABLE, MASKABLE_SIZE, TOUCH
from seasontracker.site.palette import PAPER
from seasontracker.sources.text import SourceText, decode

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 64 * 1024
"""Every reader gets the drawing."""
RECIPE = 1
"""Counts up when other pictures are made from the same drawing."""
_FAVICON_SIZES = (16, 32, 48)
_TOUCH_SIZE, _TOUCH_DRAWN = 180, 144
# Whatever mask is laid on it, a circle of four fifths of its width is to be seen (W3C Web
# Application Manifest, section 2.4, "maskable"), and this is the square in that circle.
_MASKABLE_DRAWN = 288
# Published drawings may have them, since a browser that takes too long is closed. A build that
# draws them is not, and of fonts it has none that the drawing may mean.
_REFUSED = frozenset({"text", "tspan", "textPath", "pattern", "marker", "filter"})


def check_icon(path: PurePosixPath, data: bytes) -> list[Diagnostic]:
    """Return what keeps a drawing from being the site's icon."""
    if len(data) > MOST_BYTES:
        message = f"`{path.name}` is larger than {MOST_BYTES // 1024} KiB"
        return [_bad(Location(path), message, "simplify its paths; SVGO does")]
    size, found = measure_svg(path, data)
    if size is None:
        return found
    source, _ = decode(path, data)
    assert source is not None
    if size[0] != size[1]:
        message = f"an icon is square, and this drawing is {size[0]} by {size[1]}"
        return [_bad(Location(path), message, 'give it a `viewBox` such as `"0 0 32 32"`')]
    return _refused_parts(source)


def draw_icons(svg: str) -> dict[str, bytes]:
    """Return the pictures that browsers and home screens want, by name; raises `DrawingError`."""
    small = [_on_square(svg, size) for size in _FAVICON_SIZES]
    with BytesIO() as file:
        sizes = [image.size for image in small]
        small[-1].save(file, "ICO", sizes=sizes, append_images=small[:-1])
        made = {FAVICON: file.getvalue()}
    made |= {name: _png(_on_square(svg, size)) for size, name in LARGE.items()}
    # iOS and masks lay black under what can be seen through.
    made[TOUCH] = _png(_on_square(svg, _TOUCH_SIZE, _TOUCH_DRAWN, PAPER))
    made[MASKABLE] = _png(_on_square(svg, MASKABLE_SIZE, _MASKABLE_DRAWN, PAPER))
    return made


def _refused_parts(source: SourceText) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(expanded_name: str, _attributes: dict[str, str]) -> None:
        name = expanded_name.rpartition(" ")[2]
        if name in _REFUSED:
            place = Location(
                source.path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, len(name) + 1
            )
            hint = "turn text into paths, and draw the rest with shapes and gradients"
            message = f"an icon may not have `<{name}>`"
            found.append(source.diagnostic(Code.BAD_PICTURE, place, message, hint))

    parser.StartElementHandler = start
    parser.Parse(source.text, True)
    return found


def _on_square(
    svg: str, size: int, drawn: int | None = None, paper: str = "#00000000"
) -> Image.Image:
    """Return the drawing in the middle of a square, as wide as that unless `drawn` says else."""
    from PIL import Image  # noqa: PLC0415 - a build that draws nothing does not need it

    square = Image.new("RGBA", (size, size), paper)
    pixels = draw_pixels(svg, width=drawn or size)
    # Of a drawing that is a fraction of a pixel too high, that much is cut off.
    fitting = pixels.crop((0, 0, pixels.width, min(pixels.height, size)))
    square.alpha_composite(fitting, ((size - fitting.width) // 2, (size - fitting.height) // 2))
    return square


def _png(image: Image.Image) -> bytes:
    with BytesIO() as file:
        image.save(file, "PNG", compress_level=6)
        return file.getvalue()


def _bad(place: Location, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Code.BAD_PICTURE, place, message, hint)

"""Which drawing can be the site's icon, and what is drawn from it."""

from __future__ import annotations

from io import BytesIO
from math import hypot
from pathlib import PurePosixPath

import pytest
from PIL import Image

from seasontracker.media.icons import MOST_BYTES, check_icon, draw_icons
from seasontracker.site.icons import FAVICON, LARGE, MASKABLE, TOUCH
from seasontracker.site.palette import PAPER

PATH = PurePosixPath("content/icon.svg")
RED, CLEAR = (255, 0, 0, 255), (0, 0, 0, 0)


def drawing(inner: str, box: str = "0 0 32 32") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inner}</svg>'


SQUARE = drawing('<rect width="32" height="32" fill="red"/>')


@pytest.fixture(scope="module")
def drawn() -> dict[str, bytes]:
    """Return what is drawn from a red square that fills its drawing."""
    return draw_icons(SQUARE)


def pixels(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGBA")


def test_favicon_has_three_sizes_each_drawn(drawn: dict[str, bytes]) -> None:
    """A browser finds a picture of 16, 32 and 48 pixels in `favicon.ico`."""
    with Image.open(BytesIO(drawn[FAVICON])) as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
        for size in icon.info["sizes"]:
            icon.size = size
            frame = icon.copy().convert("RGBA")
            assert (frame.size, frame.getpixel((0, 0))) == (size, RED)


def test_large_icons_fill_their_square_and_may_be_seen_through(drawn: dict[str, bytes]) -> None:
    """What a drawing leaves free stays free."""
    half = draw_icons(drawing('<rect width="16" height="32" fill="red"/>'))
    for size, name in LARGE.items():
        assert pixels(drawn[name]).size == (size, size)
        assert pixels(drawn[name]).getpixel((size - 1, size - 1)) == RED
        assert pixels(half[name]).getpixel((0, 0)) == RED
        assert pixels(half[name]).getpixel((size - 1, 0)) == CLEAR


def test_maskable_icon_lies_in_the_safe_zone_on_paper(drawn: dict[str, bytes]) -> None:
    """No part of the drawing is farther from the middle than two fifths of the width."""
    image = pixels(drawn[MASKABLE])
    red = [(x, y) for x in range(512) for y in range(512) if image.getpixel((x, y)) == RED]

    assert image.size == (512, 512)
    assert len(red) > 512 * 512 / 4
    assert max(hypot(x - 255.5, y - 255.5) for x, y in red) <= 512 * 2 / 5
    assert "#{:02x}{:02x}{:02x}".format(*image.getpixel((0, 0))[:3]) == PAPER


def test_touch_icon_has_nothing_to_see_through(drawn: dict[str, bytes]) -> None:
    """IOS would show black there."""
    image = pixels(drawn[TOUCH])

    assert image.size == (180, 180)
    assert image.getchannel("A").getextrema() == (255, 255)
    assert image.getpixel((90, 90)) == RED


def test_drawing_of_a_broken_number_is_as_large_as_it_must_be() -> None:
    """A drawing that is square but for a fraction makes pictures that are square."""
    made = draw_icons(drawing('<rect width="32" height="33" fill="red"/>', "0 0 32 32.3"))
    assert {pixels(made[name]).size for name in LARGE.values()} == {(192, 192), (512, 512)}


def test_same_drawing_makes_the_same_bytes(drawn: dict[str, bytes]) -> None:
    assert draw_icons(SQUARE) == drawn


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (drawing("", "0 0 64 32"), (1, 1), "an icon is square, and this drawing is 64 by 32"),
        (drawing("<text>a</text>"), (1, 61), "an icon may not have `<text>`"),
        (
            drawing('\n<defs><filter id="a"><feTurbulence numOctaves="1000000"/></filter></defs>'),
            (2, 7),
            "an icon may not have `<filter>`",
        ),
        (
            drawing('<pattern id="a" width="1000000" height="1000000"/>'),
            (1, 61),
            "an icon may not have `<pattern>`",
        ),
        (drawing("<script/>"), (1, 61), "a drawing may not have `<script>`"),
        (
            drawing(f"<desc>{'a' * MOST_BYTES}</desc>"),
            (1, 1),
            "`icon.svg` is larger than 64 KiB",
        ),
        ("<svg", (1, 1), "the file ends inside a tag"),
    ],
    ids=["oblong", "text", "filter", "pattern", "script", "large", "cut"],
)
def test_what_cannot_be_an_icon(text: str, place: tuple[int, int], message: str) -> None:
    """It is refused at its place, and not drawn."""
    [found] = check_icon(PATH, text.encode())
    assert (found.location.line, found.location.column) == place
    assert found.message == message


def test_good_icon_has_no_findings() -> None:
    assert check_icon(PATH, SQUARE.encode()) == []

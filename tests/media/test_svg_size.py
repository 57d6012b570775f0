"""A drawing is as large as its lengths say, else as its view box."""

import pytest

from seasontracker.media.svg_size import drawing_size


@pytest.mark.parametrize(
    ("width", "height", "view_box", "size"),
    [
        ("1200", "675", "0 0 1200 675", (1200, 675)),
        ("1200px", "675.4", "", (1200, 675)),
        ("", "", "0 0 12 8", (12, 8)),
        ("", "", " -1.5,-2 , 12,8 ", (12, 8)),
        ("", "", "0 0 1e3 .5e3", (1000, 500)),
        ("600", "", "0 0 1200 675", (600, 338)),
        ("", "675", "0 0 1200 675", (1200, 675)),
        ("100%", "100%", "0 0 12 8", (12, 8)),
        ("10em", "5em", "0 0 12 8", (12, 8)),
        ("1in", "72pt", "", (96, 96)),
        ("25.4mm", "2.54cm", "", (96, 96)),
        ("6pc", "101.6Q", "", (96, 96)),
        ("0.1", "0.1", "", (1, 1)),
        ("", "", "", None),
        ("100%", "100%", "", None),
        ("0", "675", "", None),
        ("-5", "675", "", None),
        ("nan", "inf", "", None),
        ("1e999", "1", "", None),
        ("200000", "1", "", None),
        ("1200", "675", "0 0 0 0", None),
        ("", "", "0 0 12", None),
        ("", "", "0 0 12 8 9", None),
        ("", "", "0 0 1e999 8", None),
        ("\u0661\u0662", "\u0661", "", None),
        ("100000", "", "0 0 1 100000", None),
    ],
)
def test_drawing_size(width, height, view_box, size):
    """Only lengths that depend on nothing around the drawing count."""
    assert drawing_size({"width": width, "height": height, "viewBox": view_box}) == size

"""Colours become lightness, chroma and hue, and come back."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.pages.oklch import Oklch, contrast, to_hex, to_oklch

# As the CSS Color 4 specification gives them, the hue in degrees.
KNOWN = [
    ("#ff0000", 0.62796, 0.25768, 29.234),
    ("#00ff00", 0.86644, 0.29483, 142.495),
    ("#0000ff", 0.45201, 0.31321, 264.052),
    ("#663399", 0.44027, 0.16030, 303.373),
]


@pytest.mark.parametrize(("colour", "lightness", "chroma", "hue"), KNOWN)
def test_to_oklch_agrees_with_css(colour, lightness, chroma, hue):
    """A colour has the coordinates that a browser gives it."""
    found = to_oklch(colour)

    assert (found.lightness, found.chroma) == pytest.approx((lightness, chroma), abs=2e-4)
    assert math.degrees(found.hue) % 360 == pytest.approx(hue, abs=0.02)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.478), ("#1f5f57", "#1f5f57", 1.0)],
)
def test_contrast_agrees_with_wcag(one, other, ratio):
    """Contrast is that of WCAG 2, whichever of the two is the paper."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=1e-3)


@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
def test_to_hex_undoes_to_oklch(colour):
    """A colour comes back as it was."""
    assert to_hex(to_oklch(colour)) == colour


def test_to_hex_lessens_the_chroma_that_no_screen_has():
    """A colour out of reach keeps its lightness and hue."""
    found = to_oklch(to_hex(Oklch(0.5, 0.4, 2.4)))

    assert found.lightness == pytest.approx(0.5, abs=0.01)
    assert found.hue == pytest.approx(2.4, abs=0.03)
    assert found.chroma < 0.2

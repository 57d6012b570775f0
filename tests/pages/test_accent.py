"""A show's colour is readable on both papers and keeps its hue."""

import math
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seasontracker.pages.accent import (
    DARK_PAPERS,
    LEAST_CONTRAST,
    LIGHT_PAPERS,
    Accent,
    accent_stylesheet,
    adjust_accent,
)
from seasontracker.pages.oklch import contrast, to_oklch

TOKENS = Path(__file__).parents[2] / "templates/assets/css/02-tokens.css"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
EIGHT_BITS = 0.01
"""How far a rounding to eight bits can move a colour in OKLab, near black."""


@pytest.mark.parametrize("token", ["paper", "sheet"])
def test_papers_are_those_of_the_stylesheet(token):
    """What the contrast is measured against is what the stylesheet paints."""
    text = TOKENS.read_text(encoding="utf-8")
    found = re.search(rf"--{token}:light-dark\((#\w{{6}}),(#\w{{6}})\)", text)

    assert found is not None
    index = ["paper", "sheet"].index(token)
    assert found.groups() == (LIGHT_PAPERS[index], DARK_PAPERS[index])


def test_stylesheet_sets_the_properties_that_the_tokens_use():
    """The show's stylesheet sets the two properties of the tokens, and no other."""
    text = accent_stylesheet(Accent(light="#102030", dark="#a0b0c0"))

    assert text == ":root{--accent-light:#102030;--accent-dark:#a0b0c0}"
    tokens = TOKENS.read_text(encoding="utf-8")
    assert "--accent:light-dark(var(--accent-light),var(--accent-dark))" in tokens


@pytest.mark.parametrize(
    ("colour", "light", "dark"),
    [
        ("#1F5F57", "#1f5f57", "#559389"),
        ("#a06a12", "#976100", "#b47d2d"),
        ("#ffff00", "#707000", "#ffff00"),
        ("#000000", "#000000", "#888888"),
        ("#ffffff", "#6c6c6c", "#ffffff"),
    ],
)
def test_adjust_accent_moves_only_what_cannot_be_read(colour, light, dark):
    """A colour that can be read stays as it is; the same colour always becomes the same two."""
    assert adjust_accent(colour) == Accent(light, dark)


@given(COLOURS)
@example("#0000ff")
@example("#00ffff")
@example("#777777")
def test_adjust_accent_is_readable_and_keeps_the_hue(colour):
    """On either paper every colour has the contrast, its own hue, and no more chroma."""
    accent = adjust_accent(colour)
    given_colour = to_oklch(colour)

    for adjusted, papers in ((accent.light, LIGHT_PAPERS), (accent.dark, DARK_PAPERS)):
        assert all(contrast(adjusted, paper) >= LEAST_CONTRAST for paper in papers)
        found = to_oklch(adjusted)
        assert found.chroma <= given_colour.chroma + EIGHT_BITS
        assert abs(found.chroma * math.sin(found.hue - given_colour.hue)) <= EIGHT_BITS
        assert found.chroma * math.cos(found.hue - given_colour.hue) >= -EIGHT_BITS


@given(COLOURS)
def test_adjust_accent_moves_the_lightness_the_right_way(colour):
    """On light paper a colour only darkens, on dark paper it only lightens, and just enough."""
    accent = adjust_accent(colour)
    lightness = to_oklch(colour).lightness

    assert to_oklch(accent.light).lightness <= lightness + EIGHT_BITS
    assert to_oklch(accent.dark).lightness >= lightness - EIGHT_BITS
    for adjusted, papers in ((accent.light, LIGHT_PAPERS), (accent.dark, DARK_PAPERS)):
        if adjusted != colour:
            assert min(contrast(adjusted, paper) for paper in papers) < LEAST_CONTRAST + 0.2


@pytest.mark.parametrize("text", ["red", "#fff", "#gggggg", "1f5f57#", "#1f5f5", ""])
def test_adjust_accent_refuses_what_is_no_colour(text):
    """The model lets only `#rrggbb` through, so anything else is our bug."""
    with pytest.raises(ValueError, match=r"colour|hexadecimal"):
        adjust_accent(text)

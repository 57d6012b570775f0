"""A show's colour, made safe for text on the light and on the dark paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.pages.oklch import contrast, to_hex, to_oklch

# `--paper` and `--sheet` of templates/assets/css/02-tokens.css: accented text stands on both.
LIGHT_PAPERS = ("#fbfbf9", "#f1f1ed")
DARK_PAPERS = ("#15171a", "#1d2024")
LEAST_CONTRAST = 4.6
"""WCAG 2 asks 4.5 of text; the rest is for screens and roundings that differ."""
_STEPS = 12
"""Halvings of the lightness, down to less than a step of eight bits."""


class Accent(Struct, frozen=True):
    """A show's colour as `#rrggbb`, for text on either paper."""

    light: str
    """On the light paper."""
    dark: str
    """On the dark paper."""


@lru_cache(maxsize=1024)
def adjust_accent(colour: str) -> Accent:
    """Return a colour (`#rrggbb`) as near as it can be read; its hue stays what it is."""
    return Accent(
        light=_readable(colour.lower(), LIGHT_PAPERS, limit=0.0),
        dark=_readable(colour.lower(), DARK_PAPERS, limit=1.0),
    )


def accent_stylesheet(accent: Accent, tones: Iterable[str] = ()) -> str:
    """Return a show's own stylesheet, which goes after the site's.

    `tones` are colours that stand in for pictures until they are there.
    """
    rules = "".join(f".{tone_class(tone)}{{background:{tone}}}" for tone in sorted({*tones}))
    return f":root{{--accent-light:{accent.light};--accent-dark:{accent.dark}}}{rules}"


def tone_class(tone: str) -> str:
    """Return the class of elements that have a colour (`#rrggbb`) in a show's stylesheet."""
    return f"tone-{tone.removeprefix('#')}" if tone else ""


def _readable(colour: str, papers: Sequence[str], *, limit: float) -> str:
    """Move the lightness towards a limit, black or white, just far enough to be read."""
    if _is_readable(colour, papers):
        return colour
    given = to_oklch(colour)
    faint, readable = given.lightness, limit
    best = to_hex(replace(given, lightness=limit))
    for _ in range(_STEPS):
        lightness = (faint + readable) / 2
        candidate = to_hex(replace(given, lightness=lightness))
        if _is_readable(candidate, papers):
            readable, best = lightness, candidate
        else:
            faint = lightness
    return best


def _is_readable(colour: str, papers: Sequence[str]) -> bool:
    return all(contrast(colour, paper) >= LEAST_CONTRAST for paper in papers)

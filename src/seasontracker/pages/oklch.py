"""Colours as the screen has them, and as the eye sees them: lightness, chroma and hue (OKLCH)."""

from __future__ import annotations

import math

from msgspec import Struct

_STEPS = 24
"""Halvings of an interval of length 1, down to far less than a step of eight bits."""


class Oklch(Struct, frozen=True):
    """A colour of Björn Ottosson's OKLab, in polar form."""

    lightness: float
    """From 0, black, to 1, white."""
    chroma: float
    hue: float
    """In radians."""


def parse_hex(colour: str) -> tuple[float, float, float]:
    """Return the linear red, green and blue of `#rrggbb`."""
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"not a colour: {colour!r}")
    red, green, blue = (_to_linear(byte / 255) for byte in bytes.fromhex(colour[1:]))
    return red, green, blue


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb` as WCAG 2 defines it."""
    red, green, blue = parse_hex(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def to_oklch(colour: str) -> Oklch:
    red, green, blue = parse_hex(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def to_hex(colour: Oklch) -> str:
    """Return the nearest `#rrggbb` of the same lightness and hue, with less chroma if need be."""
    linear = _linear(colour, colour.chroma)
    if not _is_shown(linear):
        inside, outside = 0.0, colour.chroma
        for _ in range(_STEPS):
            chroma = (inside + outside) / 2
            if _is_shown(_linear(colour, chroma)):
                inside = chroma
            else:
                outside = chroma
        linear = _linear(colour, inside)
    return "#" + "".join(f"{round(255 * _from_linear(part)):02x}" for part in linear)


def _linear(colour: Oklch, chroma: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(colour.hue), chroma * math.sin(colour.hue)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _is_shown(linear: tuple[float, float, float]) -> bool:
    return all(-1e-4 <= part <= 1 + 1e-4 for part in linear)


def _to_linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _from_linear(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055

"""How large a browser shows a drawing that nothing else tells how large to be."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Possessive, since a megabyte of digits must not be read a megabyte times.
_NUMBER = r"\+?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?"
_LENGTH = re.compile(rf"\s*+({_NUMBER})(px|in|cm|mm|Q|pt|pc)?\s*+", re.ASCII)
_SEPARATOR = r"(?:\s*+,\s*+|\s++)"
_VIEW_BOX = re.compile(
    rf"\s*+-?{_NUMBER}{_SEPARATOR}-?{_NUMBER}{_SEPARATOR}({_NUMBER}){_SEPARATOR}({_NUMBER})\s*+",
    re.ASCII,
)
_PIXELS = {
    "px": 1,
    "in": 96,
    "cm": 96 / 2.54,
    "mm": 9.6 / 2.54,
    "Q": 2.4 / 2.54,
    "pt": 4 / 3,
    "pc": 16,
}
_MOST = 100_000


def drawing_size(root: Mapping[str, str]) -> tuple[int, int] | None:
    """Return width and height in CSS pixels from the attributes of `<svg>`, if they tell."""
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    box = _VIEW_BOX.fullmatch(root.get("viewBox", ""))
    if box is not None:
        box_width, box_height = float(box[1]), float(box[2])
        if not (0 < box_width <= _MOST and 0 < box_height <= _MOST):
            return None
        if width is None and height is None:
            width, height = box_width, box_height
        elif width is None and height is not None:
            width = height * box_width / box_height
        elif height is None and width is not None:
            height = width * box_height / box_width
    if width is None or height is None or max(width, height) > _MOST:
        return None
    return max(1, round(width)), max(1, round(height))


def _length(written: str) -> float | None:
    """Return a length that does not depend on the page around it."""
    match = _LENGTH.fullmatch(written)
    if match is None:
        return None
    pixels = float(match[1]) * _PIXELS[match[2] or "px"]
    return pixels if pixels > 0 else None

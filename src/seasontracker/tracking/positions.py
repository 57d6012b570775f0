"""How far one must have watched to read something without harm, as `spoils` says it.

How far somebody has watched is a number: that of the last season they know.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

HARMLESS = ("none", "premise")
"""What may be read by somebody who has seen no episode."""
NOTHING: float = -1
"""How far somebody has watched who has seen no season; specials are season 0."""
EVERYTHING = math.inf

_POSITION = re.compile(r"none|premise|source|S\d{2}(?:E\d{2})?")


def is_position(text: str) -> bool:
    """Return whether a text says how far one must have watched, as `spoils` does."""
    return _POSITION.fullmatch(text) is not None


def is_known(position: str, seen: float) -> bool:
    """Return whether a position gives nothing away to whoever has watched a season."""
    return position in HARMLESS or needed(position) <= seen


def needed(position: str) -> float:
    """Return the season that one must have watched; the source counts as more than all."""
    if position in HARMLESS:
        return NOTHING
    # A position that was computed may have more than two digits: some seasons are years.
    return EVERYTHING if position == "source" else int(position[1:].partition("E")[0])


def worst(positions: Iterable[str]) -> str:
    """Return the position that one must have watched to, to read all of something."""
    return max(positions, key=_order, default="none")


def least(positions: Iterable[str]) -> str:
    """Return the position after which some of several things may be read."""
    return min(positions, key=_order, default="none")


def _order(position: str) -> tuple[float, float]:
    if position in HARMLESS:
        return NOTHING, HARMLESS.index(position)
    # Who has watched a season has watched each of its episodes.
    episode = position.partition("E")[2]
    return needed(position), int(episode) if episode else EVERYTHING

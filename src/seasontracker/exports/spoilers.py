"""What may leave the page that it was written for: there, nothing can be folded away."""

from __future__ import annotations

from seasontracker.tracking.positions import HARMLESS


def is_harmless(spoils: str) -> bool:
    """Return whether reading something harms nobody who has seen no episode."""
    return spoils in HARMLESS

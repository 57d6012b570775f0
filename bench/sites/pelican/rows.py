"""The two filters that Pelican's templates need to read lists and days out of metadata."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date


def rows(value: str | Sequence[str]) -> list[list[str]]:
    """Split each line of a list at its bars; a list of one comes as text, none as nothing."""
    lines = [value] if isinstance(value, str) else value
    return [[cell.strip() for cell in line.split("|")] for line in lines or ()]


def day(value: str) -> str:
    """Return an ISO day as it is read."""
    parsed = date.fromisoformat(value)
    return f"{parsed.day} {parsed:%B %Y}"

"""The site's lists: what each unit puts into them, and how pages read them.

A list, such as that of all theories, has rows of many units. A page about several shows reads the
stretches it needs; which ones it read is how we know when it must be made again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class DamageError(ValueError):
    """What an earlier build kept is not what it was; it can be thrown away."""


@dataclass(frozen=True, slots=True, order=True)
class ListRow:
    """What a unit puts into a list."""

    list: str
    sort: str
    """Its place in the list, compared by code points."""
    data: bytes
    """Packed by `codec.pack`."""


class RowSource(Protocol):
    """Where pages read lists."""

    def list_rows(
        self,
        name: str,
        *,
        start: int = 0,
        most: int = -1,
        newest_first: bool = False,
        beside: str = "",
    ) -> list[bytes]:
        """Return a stretch of a list in order, or from its end; -1 means all.

        With `beside`, which is where a row of the list stands, those that follow it, the first
        again after the last, and never that row.
        """

    def count_rows(self, name: str) -> int:
        """Return how many rows a list has."""


class PlanRows(RowSource, Protocol):
    """Where the plan of all pages reads lists, which is made anew in every build."""

    def repeated_keys(self, name: str) -> list[str]:
        """Return the sorts that several rows of a list have, in order."""

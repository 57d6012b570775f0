"""Remembers which stretches of the site's lists a page read, to tell when they have changed."""

from __future__ import annotations

import hashlib

from msgspec import Struct, field

from seasontracker.rows import PlanRows, RowSource


class Read(Struct, frozen=True):
    """A stretch of a list, or with `counts` only how long the list is."""

    list: str
    start: int = 0
    most: int = -1
    newest_first: bool = False
    counts: bool = False
    beside: str = ""


class Reads(Struct, frozen=True):
    """All that one page read, in order, and the digest of what it got."""

    asked: tuple[Read, ...]
    digest: str

    @property
    def lists(self) -> frozenset[str]:
        """The lists that it read."""
        return frozenset(one.list for one in self.asked)


class RecordingRows(Struct):
    """Rows that note what is asked of them."""

    rows: RowSource
    _asked: list[Read] = field(default_factory=list)
    _whole: hashlib._Hash = field(default_factory=hashlib.sha256)

    def list_rows(
        self,
        name: str,
        *,
        start: int = 0,
        most: int = -1,
        newest_first: bool = False,
        beside: str = "",
    ) -> list[bytes]:
        """Return a stretch of a list."""
        found = self.rows.list_rows(
            name, start=start, most=most, newest_first=newest_first, beside=beside
        )
        self._note(Read(name, start, most, newest_first, beside=beside), found)
        return found

    def count_rows(self, name: str) -> int:
        """Return how many rows a list has."""
        found = self.rows.count_rows(name)
        self._note(Read(name, counts=True), [b"%d" % found])
        return found

    @property
    def reads(self) -> Reads:
        """What was read up to now."""
        return Reads(tuple(self._asked), self._whole.hexdigest())

    def _note(self, read: Read, found: list[bytes]) -> None:
        self._asked.append(read)
        self._whole.update(b"%d\n" % len(found))
        for data in found:
            self._whole.update(b"%d\n" % len(data) + data)


class PlanReads(Struct):
    """Rows that note of which lists a plan was made."""

    rows: PlanRows
    lists: set[str] = field(default_factory=set)

    def list_rows(
        self,
        name: str,
        *,
        start: int = 0,
        most: int = -1,
        newest_first: bool = False,
        beside: str = "",
    ) -> list[bytes]:
        """Return a stretch of a list."""
        self.lists.add(name)
        return self.rows.list_rows(
            name, start=start, most=most, newest_first=newest_first, beside=beside
        )

    def count_rows(self, name: str) -> int:
        """Return how many rows a list has."""
        self.lists.add(name)
        return self.rows.count_rows(name)

    def repeated_keys(self, name: str) -> list[str]:
        """Return the sorts that several rows of a list have, in order."""
        self.lists.add(name)
        return self.rows.repeated_keys(name)


def reads_the_same(reads: Reads, rows: RowSource) -> bool:
    """Return whether a page would read the same again."""
    again = RecordingRows(rows)
    for one in reads.asked:
        if one.counts:
            again.count_rows(one.list)
        else:
            again.list_rows(
                one.list,
                start=one.start,
                most=one.most,
                newest_first=one.newest_first,
                beside=one.beside,
            )
    return again.reads.digest == reads.digest

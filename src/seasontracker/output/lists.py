"""The site's lists, its pages' anchors and the links between shows, in tables of the records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from seasontracker.rows import DamageError, ListRow

LIST_SCHEMA = """
CREATE TABLE rows (
    list TEXT NOT NULL, sort TEXT NOT NULL, unit TEXT NOT NULL, position INTEGER NOT NULL,
    data INTEGER NOT NULL, PRIMARY KEY (list, sort, unit, position)
) WITHOUT ROWID;
CREATE INDEX rows_of_unit ON rows (unit);
CREATE TABLE row_data (id INTEGER PRIMARY KEY, unit TEXT NOT NULL, data BLOB NOT NULL);
CREATE INDEX row_data_of_unit ON row_data (unit);
CREATE TABLE reads (
    unit TEXT NOT NULL, list TEXT NOT NULL, PRIMARY KEY (unit, list)
) WITHOUT ROWID;
CREATE INDEX reads_of_list ON reads (list);
CREATE TABLE anchors (permalink TEXT PRIMARY KEY, unit TEXT NOT NULL, ids BLOB NOT NULL);
CREATE INDEX anchors_of_unit ON anchors (unit);
CREATE TABLE links (unit TEXT NOT NULL, target TEXT NOT NULL, data BLOB NOT NULL);
CREATE INDEX links_of_unit ON links (unit);
CREATE INDEX links_to_unit ON links (target)
"""

# A unit puts the same into several lists, and the tree of their places stays small without it.
# As an expression it is looked up for those rows only that a query returns.
_DATA = "(SELECT data FROM row_data WHERE id = rows.data)"


class ListTables:
    """Tables that are changed in a transaction, which `commit` ends."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._is_changing = False
        self._last_data: int | None = None

    def begin(self) -> None:
        """Start to change the records; nobody else can until the end."""
        if not self._is_changing:
            self._connection.execute("BEGIN IMMEDIATE")
            self._is_changing = True

    def commit(self) -> None:
        if self._is_changing:
            self._connection.execute("COMMIT")
            self._is_changing = False

    def roll_back(self) -> None:
        if self._is_changing:
            self._connection.execute("ROLLBACK")
            self._is_changing = False

    def set_rows(self, unit: str, rows: Iterable[ListRow]) -> frozenset[str]:
        """Replace what a unit puts into lists; return the names of the lists that changed."""
        ids: dict[bytes, int] = {
            data: number
            for number, data in self._connection.execute(
                "SELECT id, data FROM row_data WHERE unit = ?", (unit,)
            )
        }
        old = {
            (position, ListRow(*rest))
            for position, *rest in self._connection.execute(
                f"SELECT position, list, sort, {_DATA} FROM rows WHERE unit = ?", (unit,)
            )
        }
        new = set(_placed(rows))
        if old == new:
            return frozenset()
        wanted = {one.data for _, one in new}
        added = self._number(sorted(wanted - ids.keys()))
        dropped = [number for data, number in ids.items() if data not in wanted]
        ids |= added
        self._many(
            "DELETE FROM rows WHERE list = ? AND sort = ? AND unit = ? AND position = ?",
            ((one.list, one.sort, unit, position) for position, one in old - new),
        )
        self._many("DELETE FROM row_data WHERE id = ?", ((number,) for number in dropped))
        self._many(
            "INSERT INTO row_data VALUES (?, ?, ?)",
            ((number, unit, data) for data, number in added.items()),
        )
        self._many(
            "INSERT INTO rows VALUES (?, ?, ?, ?, ?)",
            ((one.list, one.sort, unit, position, ids[one.data]) for position, one in new - old),
        )
        return frozenset(one.list for _, one in old ^ new)

    def set_anchors(self, unit: str, pages: Iterable[tuple[str, Iterable[str]]]) -> bool:
        """Replace the addresses of a unit's pages and the ids on each; return if they changed."""
        new = {permalink: pack_names(sorted(ids)) for permalink, ids in pages}
        found = self._connection.execute(
            "SELECT permalink, ids FROM anchors WHERE unit = ?", (unit,)
        )
        if dict(found) == new:
            return False
        self._many("DELETE FROM anchors WHERE unit = ?", [(unit,)])
        self._many(
            "INSERT OR REPLACE INTO anchors VALUES (?, ?, ?)",
            ((permalink, unit, ids) for permalink, ids in new.items()),
        )
        return True

    def set_links(self, unit: str, links: Iterable[tuple[str, bytes]]) -> None:
        """Replace the links that a unit makes to pages of others, each with whose page it is."""
        self._many("DELETE FROM links WHERE unit = ?", [(unit,)])
        self._many(
            "INSERT INTO links VALUES (?, ?, ?)", ((unit, target, data) for target, data in links)
        )

    def set_reads(self, unit: str, lists: Iterable[str]) -> None:
        """Replace the names of the lists from which a unit is made."""
        self._many("DELETE FROM reads WHERE unit = ?", [(unit,)])
        self._many("INSERT INTO reads VALUES (?, ?)", ((unit, one) for one in sorted(lists)))

    def readers(self, lists: Iterable[str]) -> set[str]:
        """Return the units that are made from any of some lists."""
        found: set[str] = set()
        for one in lists:
            found.update(self._column("SELECT unit FROM reads WHERE list = ?", one))
        return found

    def reads_of(self, unit: str) -> set[str]:
        """Return the names of the lists from which a unit is made."""
        return set(self._column("SELECT list FROM reads WHERE unit = ?", unit))

    def links_of(self, unit: str) -> list[bytes]:
        """Return the links that a unit makes to pages of others."""
        return self._column("SELECT data FROM links WHERE unit = ?", unit)

    def links_to(self, unit: str) -> list[bytes]:
        """Return the links that others make to a unit's pages."""
        return self._column("SELECT data FROM links WHERE target = ?", unit)

    def anchors(self, permalink: str) -> frozenset[str] | None:
        """Return the ids on a page; None when there is no such page."""
        found = self._connection.execute(
            "SELECT ids FROM anchors WHERE permalink = ?", (permalink,)
        ).fetchone()
        return frozenset(unpack_names(found[0])) if found else None

    def permalinks(self, units: str) -> list[str]:
        """Return the addresses of all pages of those units whose name begins with a prefix."""
        found = self._connection.execute(
            "SELECT permalink FROM anchors WHERE substr(unit, 1, ?) = ? ORDER BY permalink",
            (len(units), units),
        )
        return [permalink for (permalink,) in found]

    def list_rows(
        self,
        name: str,
        *,
        start: int = 0,
        most: int = -1,
        newest_first: bool = False,
        beside: str = "",
    ) -> list[bytes]:
        """Return a stretch of a list, from its end if the newest come first.

        With `beside` it is what follows that place, and goes on at the beginning.
        """
        if beside:
            return self._rows_beside(name, beside, most)
        order = "DESC" if newest_first else "ASC"
        found = self._connection.execute(
            f"SELECT {_DATA} FROM rows WHERE list = ?"
            f" ORDER BY sort {order}, unit {order}, position {order} LIMIT ? OFFSET ?",
            (name, most, start),
        )
        return _there(found)

    def _rows_beside(self, name: str, beside: str, most: int) -> list[bytes]:
        rows: list[bytes] = []
        for where in (">", "<"):
            found = self._connection.execute(
                f"SELECT {_DATA} FROM rows WHERE list = ? AND sort {where} ?"
                " ORDER BY sort, unit, position LIMIT ?",
                (name, beside, most if most < 0 else most - len(rows)),
            )
            rows += _there(found)
        return rows

    def count_rows(self, name: str) -> int:
        """Return how many rows a list has."""
        found = self._connection.execute("SELECT COUNT(*) FROM rows WHERE list = ?", (name,))
        return int(found.fetchone()[0])

    def repeated_keys(self, name: str) -> list[str]:
        """Return the sorts that several rows of a list have, in order."""
        return [
            sort
            for (sort,) in self._connection.execute(
                "SELECT sort FROM rows WHERE list = ? GROUP BY sort HAVING COUNT(*) > 1"
                " ORDER BY sort",
                (name,),
            )
        ]

    def _number(self, values: Iterable[bytes]) -> dict[bytes, int]:
        """Give a number to each, which nothing has or had in this transaction."""
        if self._last_data is None:
            [[last]] = self._connection.execute("SELECT MAX(id) FROM row_data")
            self._last_data = last or 0
        numbered = {data: number for number, data in enumerate(values, self._last_data + 1)}
        self._last_data += len(numbered)
        return numbered

    def _many(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        self.begin()
        self._connection.executemany(statement, rows)

    def _column(self, statement: str, value: str) -> list[Any]:
        return [data for (data,) in self._connection.execute(statement, (value,))]


def _placed(rows: Iterable[ListRow]) -> Iterator[tuple[int, ListRow]]:
    """Yield rows with their position among those of one place, so that one more moves no others."""
    before: dict[tuple[str, str], int] = {}
    for row in rows:
        place = (row.list, row.sort)
        yield before.setdefault(place, 0), row
        before[place] += 1


def _there(found: Iterable[tuple[bytes | None]]) -> list[bytes]:
    """Return what rows hold; raises `DamageError` where it is missing."""
    rows = []
    for (data,) in found:
        if data is None:
            raise DamageError("what a row holds is missing")
        rows.append(data)
    return rows


def pack_names(names: Iterable[str]) -> bytes:
    """Return names as bytes; those of files need not be UTF-8."""
    return "\0".join(names).encode("utf-8", "surrogateescape")


def unpack_names(packed: bytes) -> tuple[str, ...]:
    """Return names from bytes."""
    return tuple(packed.decode("utf-8", "surrogateescape").split("\0")) if packed else ()

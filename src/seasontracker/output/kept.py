"""Keeps what is dear to make, so that it is made again only when what it is made from changed.

That is rendered prose, and compiled pages.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from seasontracker.output.database import forget_database, open_database, told_apart

VERSION = 3
_SCHEMA = """
CREATE TABLE kept (
    unit TEXT NOT NULL, digest TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (unit, digest)
) WITHOUT ROWID
"""


class KeptStore:
    """What was made, by unit and by the digest of all that it was made from."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of_unit(self, unit: str) -> dict[str, bytes]:
        """Return what is kept of a unit, by digest."""
        found = self._connection.execute("SELECT digest, data FROM kept WHERE unit = ?", (unit,))
        return {digest: data for digest, data in found if type(data) is bytes}

    def keep(self, unit: str, used: Iterable[str], made: Mapping[str, bytes]) -> None:
        """Add to what is kept of a unit, and forget what it no longer uses."""
        wanted = {*used, *made}
        held = {
            digest
            for (digest,) in self._connection.execute(
                "SELECT digest FROM kept WHERE unit = ?", (unit,)
            )
        }
        self._connection.executemany(
            "DELETE FROM kept WHERE unit = ? AND digest = ?",
            [(unit, digest) for digest in held - wanted],
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)",
            [(unit, digest, data) for digest, data in made.items()],
        )

    def clear(self) -> None:
        """Forget everything."""
        self._connection.execute("DELETE FROM kept")

    def forget(self, units: Iterable[str]) -> None:
        self._connection.executemany("DELETE FROM kept WHERE unit = ?", [(unit,) for unit in units])


@contextmanager
def open_kept(state: Path | None, name: str) -> Iterator[KeptStore]:
    """Open a store, an empty one without a folder to find it in.

    What was kept stays even if the build then fails.
    """
    file = state and state / f"{name}.sqlite3"
    connection = open_database(file, _SCHEMA, VERSION)
    try:
        with told_apart(file):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield KeptStore(connection)
            finally:
                connection.execute("COMMIT")
    finally:
        connection.close()


def forget_kept(state: Path, name: str) -> None:
    """Remove a store."""
    forget_database(state / f"{name}.sqlite3")

"""Keeps what is dear to make from a text, so that only a changed text is worked on again."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from seasontracker.output.database import forget_database, open_database, told_apart

VERSION = 2
_NAME = "texts.sqlite3"
_SCHEMA = """
CREATE TABLE texts (
    unit TEXT NOT NULL, digest TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (unit, digest)
) WITHOUT ROWID
"""


class TextStore:
    """Rendered texts by unit and by the digest of all that they were made from."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of_unit(self, unit: str) -> dict[str, bytes]:
        """Return the texts of a unit by digest."""
        found = self._connection.execute("SELECT digest, data FROM texts WHERE unit = ?", (unit,))
        return {digest: _opened(data) for digest, data in found}

    def keep(self, unit: str, used: Iterable[str], made: Mapping[str, bytes]) -> None:
        """Add texts to a unit, and forget those that it no longer uses."""
        wanted = {*used, *made}
        held = {
            digest
            for (digest,) in self._connection.execute(
                "SELECT digest FROM texts WHERE unit = ?", (unit,)
            )
        }
        self._connection.executemany(
            "DELETE FROM texts WHERE unit = ? AND digest = ?",
            [(unit, digest) for digest in held - wanted],
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)",
            [(unit, digest, zlib.compress(data, 1)) for digest, data in made.items()],
        )

    def clear(self) -> None:
        """Forget everything."""
        self._connection.execute("DELETE FROM texts")

    def forget(self, units: Iterable[str]) -> None:
        self._connection.executemany(
            "DELETE FROM texts WHERE unit = ?", [(unit,) for unit in units]
        )


def _opened(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except (zlib.error, TypeError):
        return b""  # damaged: nobody takes that for a text


@contextmanager
def open_texts(state: Path | None) -> Iterator[TextStore]:
    """Open the store, an empty one without a folder.

    What was kept stays even if the build then fails.
    """
    file = state and state / _NAME
    connection = open_database(file, _SCHEMA, VERSION)
    try:
        with told_apart(file):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield TextStore(connection)
            finally:
                connection.execute("COMMIT")
    finally:
        connection.close()


def forget_texts(state: Path) -> None:
    """Remove the store."""
    forget_database(state / _NAME)

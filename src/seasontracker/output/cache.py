"""What earlier builds wrote, in a SQLite file that may be deleted at any time."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

SCHEMA = 1
"""A cache of another schema is thrown away; nothing is migrated."""

_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This folder holds what seasontracker remembers between builds; it may be deleted.\n"
)


class BuildCache:
    """The build's memory, keyed by output folder."""

    def __init__(self, connection: sqlite3.Connection, output: Path) -> None:
        self._connection = connection
        self._output = str(output)

    def outputs(self) -> dict[str, str]:
        """Return the digests of the files that earlier builds wrote, by output path."""
        rows = self._connection.execute(
            "SELECT path, digest FROM outputs WHERE folder = ? ORDER BY path", (self._output,)
        )
        return dict(rows.fetchall())

    def record(self, outputs: Mapping[str, str]) -> None:
        """Remember what the output now holds."""
        with self._connection:
            self._connection.execute("DELETE FROM outputs WHERE folder = ?", (self._output,))
            self._connection.executemany(
                "INSERT INTO outputs (folder, path, digest) VALUES (?, ?, ?)",
                [(self._output, path, value) for path, value in sorted(outputs.items())],
            )


def digest(data: bytes) -> str:
    """Return the digest by which outputs are compared."""
    return hashlib.sha256(data).hexdigest()


@contextmanager
def open_cache(state: Path, output: Path) -> Iterator[BuildCache]:
    """Open the cache in the state folder; a damaged or foreign one is replaced by an empty one."""
    state.mkdir(parents=True, exist_ok=True)
    tag = state / "CACHEDIR.TAG"
    if not tag.exists():
        tag.write_text(_TAG, "utf-8")
    file = state / "build.sqlite3"
    try:
        connection = _connect(file)
    except sqlite3.DatabaseError:
        with contextlib.suppress(FileNotFoundError):
            file.unlink()
        connection = _connect(file)
    try:
        yield BuildCache(connection, output)
    finally:
        connection.close()


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=30)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, SCHEMA):
            raise sqlite3.DatabaseError("another schema")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS outputs ("
            "folder TEXT NOT NULL, path TEXT NOT NULL, digest TEXT NOT NULL,"
            " PRIMARY KEY (folder, path)) WITHOUT ROWID"
        )
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.commit()
        connection.execute("SELECT COUNT(*) FROM outputs").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection

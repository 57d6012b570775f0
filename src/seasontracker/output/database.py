"""Opens the SQLite files in which builds remember; each may be deleted at any time."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seasontracker.rows import DamageError

_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This folder holds what seasontracker remembers between builds; it may be deleted.\n"
)
_NOT_DAMAGED = frozenset(
    ("SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY")
)


def tag_state(state: Path) -> None:
    """Make the state folder, and mark it as one that backups may leave out (bford.info/cachedir).

    Raises `OSError`.
    """
    state.mkdir(parents=True, exist_ok=True)
    _refuse_links(state)
    for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
        if not (state / name).exists():
            (state / name).write_text(text, "utf-8")


def _refuse_links(state: Path) -> None:
    """Raise `OSError` for links, which may come with a stranger's change and lead anywhere."""
    with os.scandir(state) as entries:
        links = [entry.path for entry in entries if entry.is_symlink()]
    if state.is_symlink():
        links.append(str(state))
    if links:
        raise OSError(errno.ELOOP, "it is a link; remove it", links[0])


def open_database(file: Path | None, schema: str, version: int) -> sqlite3.Connection:
    """Open a database; one that is damaged or of another version is replaced by an empty one.

    Without a file it is in memory.
    """
    if file is None:
        return _connect(":memory:", schema, version)
    try:
        with told_apart(file):
            return _connect(file, schema, version)
    except DamageError:
        forget_database(file)
    with told_apart(file):
        return _connect(file, schema, version)


@contextmanager
def told_apart(file: Path | None) -> Iterator[None]:
    """Raise `DamageError` for what is wrong with a database, and `OSError` for a full disk."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") in _NOT_DAMAGED:
            raise OSError(errno.EIO, str(error), str(file)) from error
        raise DamageError(str(error)) from error


def forget_database(file: Path) -> None:
    """Remove a database and what belongs to it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        Path(f"{file}{suffix}").unlink(missing_ok=True)


def _connect(file: Path | str, schema: str, version: int) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=30, isolation_level=None)
    try:
        # The file may come from anywhere: nothing in it is run.
        connection.execute("PRAGMA trusted_schema = OFF")
        # What is lost with the power is made again.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -8000")
        [[found]] = connection.execute("PRAGMA user_version")
        if found != version:
            if found != 0:
                raise sqlite3.DatabaseError("another version")
            connection.execute("BEGIN IMMEDIATE")
            for statement in schema.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("COMMIT")
        _expect(connection, schema)
    except BaseException:
        connection.close()
        raise
    return connection


def _expect(connection: sqlite3.Connection, schema: str) -> None:
    """Raise `DatabaseError` unless the tables are those that we would have made."""
    wanted = {" ".join(statement.split()) for statement in schema.split(";") if statement.strip()}
    found = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
    if {" ".join(sql.split()) for (sql,) in found} != wanted:
        raise sqlite3.DatabaseError("other tables")

"""The files in which builds remember are disposable."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from seasontracker.output.database import (
    forget_database,
    open_database,
    tag_state,
    told_apart,
)
from seasontracker.rows import DamageError

SCHEMA = """
CREATE TABLE things (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE INDEX things_by_value ON things (value)
"""


def fill(file: Path | None, schema: str = SCHEMA, version: int = 3) -> None:
    """Open a database and put a thing into it."""
    connection = open_database(file, schema, version)
    connection.execute("INSERT INTO things (name, value) VALUES ('one', '1')")
    connection.close()


def things(file: Path, version: int = 3) -> list[tuple[str, ...]]:
    connection = open_database(file, SCHEMA, version)
    try:
        return connection.execute("SELECT * FROM things").fetchall()
    finally:
        connection.close()


def test_database_keeps_what_was_put_in(tmp_path: Path) -> None:
    """What one build kept, the next one finds."""
    fill(tmp_path / "db")

    assert things(tmp_path / "db") == [("one", "1")]


def test_database_without_a_file_is_empty_every_time(tmp_path: Path) -> None:
    """A build that is to leave no trace remembers nothing."""
    fill(None)
    connection = open_database(None, SCHEMA, 3)

    assert connection.execute("SELECT * FROM things").fetchall() == []
    connection.close()


@pytest.mark.parametrize("version", [1, 2, 4, 1000])
def test_database_of_another_version_is_replaced(tmp_path: Path, version: int) -> None:
    """An older one, and one from the future, are thrown away."""
    fill(tmp_path / "db", version=version)

    assert things(tmp_path / "db") == []
    fill(tmp_path / "db")
    assert things(tmp_path / "db") == [("one", "1")]


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE TABLE things (name TEXT, value TEXT)",
        SCHEMA + ";CREATE TABLE others (name TEXT)",
        SCHEMA + ";CREATE TRIGGER evil AFTER INSERT ON things BEGIN SELECT 1/0",
        SCHEMA + ";CREATE VIEW seen AS SELECT * FROM things",
    ],
    ids=["other-columns", "another-table", "a-trigger", "a-view"],
)
def test_database_with_other_tables_is_replaced(tmp_path: Path, schema: str) -> None:
    """What is in the file and not from us is never used nor run."""
    connection = sqlite3.connect(tmp_path / "db")
    connection.executescript(schema + (";END" if "TRIGGER" in schema else ""))
    connection.execute("PRAGMA user_version = 3")
    connection.commit()
    connection.close()

    assert things(tmp_path / "db") == []


@pytest.mark.parametrize(
    "damage",
    [b"not a database, but long enough to be read" * 30, b"x", b"SQLite format 3\0" + b"\xff" * 90],
)
def test_database_that_is_damaged_is_replaced(tmp_path: Path, damage: bytes) -> None:
    """A damaged file is an empty one, and leaves nothing beside it."""
    (tmp_path / "db").write_bytes(damage)
    (tmp_path / "db-journal").write_bytes(damage)

    assert things(tmp_path / "db") == []
    fill(tmp_path / "db")
    assert things(tmp_path / "db") == [("one", "1")]


@pytest.mark.parametrize("cut", [0, 1, 50, 99, 100, 1024, 4095, 4096, 4097, 8191])
def test_database_that_is_cut_off_is_replaced_or_damaged(tmp_path: Path, cut: int) -> None:
    """Whatever is left of a file, it is either not used or told to be damaged."""
    fill(tmp_path / "db")
    whole = (tmp_path / "db").read_bytes()
    assert len(whole) > cut
    (tmp_path / "db").write_bytes(whole[:cut])

    try:
        with told_apart(tmp_path / "db"):
            assert things(tmp_path / "db") in ([], [("one", "1")])
    except DamageError:
        forget_database(tmp_path / "db")
    fill(tmp_path / "other")
    assert things(tmp_path / "other") == [("one", "1")]


@pytest.mark.parametrize(
    ("statement", "kind"),
    [("INSERT INTO things VALUES ('one', '2')", DamageError), ("SELECT * FROM no", DamageError)],
)
def test_wrong_content_is_damage(tmp_path: Path, statement: str, kind: type[Exception]) -> None:
    """What only a damaged file can bring about is told so."""
    fill(tmp_path / "db")
    connection = open_database(tmp_path / "db", SCHEMA, 3)
    with pytest.raises(kind), told_apart(tmp_path / "db"):
        connection.execute(statement)
    connection.close()


def test_a_full_disk_is_no_damage(tmp_path: Path) -> None:
    """A database that cannot grow is no reason to throw it away."""
    fill(tmp_path / "db")
    connection = open_database(tmp_path / "db", SCHEMA, 3)
    [[pages]] = connection.execute("PRAGMA page_count")
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(OSError, match="full") as raised, told_apart(tmp_path / "db"):
        connection.execute("INSERT INTO things VALUES ('two', ?)", ("x" * 100_000,))
    connection.close()

    assert raised.value.errno == errno.EIO
    assert raised.value.filename == str(tmp_path / "db")
    assert things(tmp_path / "db") == [("one", "1")]


def test_a_busy_database_is_not_thrown_away(tmp_path: Path) -> None:
    """One that somebody else is changing right now is whole."""
    fill(tmp_path / "db")
    other = sqlite3.connect(tmp_path / "db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    connection = sqlite3.connect(tmp_path / "db", timeout=0)
    with pytest.raises(OSError, match="locked"), told_apart(tmp_path / "db"):
        connection.execute("SELECT * FROM things")
    connection.close()
    other.execute("ROLLBACK")
    other.close()

    assert things(tmp_path / "db") == [("one", "1")]


def test_state_is_tagged_for_backups_and_git(tmp_path: Path) -> None:
    """The folder carries a CACHEDIR.TAG (bford.info/cachedir), and Git leaves it out."""
    tag_state(tmp_path / "a/state")
    tag_state(tmp_path / "a/state")

    tag = (tmp_path / "a/state/CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (tmp_path / "a/state/.gitignore").read_text() == "*\n"

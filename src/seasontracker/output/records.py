"""What the last build of an output folder saw and made."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seasontracker.output.database import forget_database, open_database, told_apart
from seasontracker.output.lists import LIST_SCHEMA, ListTables, pack_names, unpack_names
from seasontracker.output.snapshot import DIGEST_SIZE, Snapshot
from seasontracker.output.stamps import STAMP, digest
from seasontracker.rows import DamageError

VERSION = 5
"""Records of another version are thrown away; nothing is migrated."""

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE snapshots (
    name TEXT PRIMARY KEY, paths BLOB NOT NULL, stats BLOB NOT NULL, digests BLOB NOT NULL
);
CREATE TABLE units (
    name TEXT PRIMARY KEY, unit_key TEXT NOT NULL, holds_from INTEGER, holds_until INTEGER,
    paths BLOB NOT NULL, stats BLOB NOT NULL, digests BLOB NOT NULL,
    seasons INTEGER NOT NULL, pages INTEGER NOT NULL, warnings INTEGER NOT NULL,
    notes BLOB NOT NULL
)
"""


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """What was made from one unit: its key, how long it holds, and its files."""

    name: str
    key: str
    """The digest of everything that it was made from."""
    holds_from: int | None
    """The first time at which the same would be made, in Unix seconds; None for ever."""
    holds_until: int | None
    """The first time at which something else would be made; None for never."""
    paths: tuple[str, ...]
    """Its files below the output folder."""
    stats: array[int]
    """The stamp of each."""
    digests: bytes
    seasons: int = 0
    pages: int = 0
    warnings: int = 0
    notes: bytes = b""
    """What the unit has to say of itself when it is not made again."""

    def outputs(self) -> dict[str, bytes]:
        """Return the digest of each file."""
        digests = self.digests
        return {
            path: digests[index * DIGEST_SIZE : (index + 1) * DIGEST_SIZE]
            for index, path in enumerate(self.paths)
        }


@dataclass(frozen=True, slots=True)
class UnitHead:
    """What tells whether a unit must be looked at; the rest of its record takes longer to read."""

    name: str
    holds_from: int | None
    holds_until: int | None
    paths: tuple[str, ...]
    stats: array[int]


class Records(ListTables):
    """The rows of one database, changed in a transaction that `commit` ends."""

    def meta(self) -> dict[str, str]:
        found = dict(self._connection.execute("SELECT name, value FROM meta").fetchall())
        if not all(isinstance(value, str) for value in found.values()):
            raise DamageError("a note is no text")
        return found

    def set_meta(self, values: Mapping[str, str]) -> None:
        """Replace all of it; what is left out is forgotten."""
        self._many("DELETE FROM meta", [()])
        self._many("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def snapshots(self) -> Iterator[tuple[str, Snapshot]]:
        """Yield all snapshots by name."""
        found = self._connection.execute("SELECT name, paths, stats, digests FROM snapshots")
        for name, paths, stats, digests in found:
            yield name, _snapshot(paths, stats, digests)

    def set_snapshots(self, snapshots: Mapping[str, Snapshot]) -> None:
        self._many(
            "INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?)",
            (
                (name, pack_names(one.paths), one.sure_stats.tobytes(), one.digests)
                for name, one in snapshots.items()
            ),
        )

    def forget_snapshots(self, names: Iterable[str]) -> None:
        self._many("DELETE FROM snapshots WHERE name = ?", ((name,) for name in names))

    def units(self) -> Iterator[UnitRecord]:
        """Yield all units."""
        for row in self._connection.execute("SELECT * FROM units"):
            yield _unit(row)

    def heads(self, *, beside: str = "") -> Iterator[UnitHead]:
        """Yield the beginnings of all units, or of those whose name has not a prefix."""
        found = self._connection.execute(
            "SELECT name, holds_from, holds_until, paths, stats FROM units"
            " WHERE ?1 = '' OR substr(name, 1, length(?1)) <> ?1",
            (beside,),
        )
        for row in found:
            yield _head(row)

    def keys(self, *, beside: str) -> dict[str, str]:
        """Return the key of each unit whose name has not a prefix."""
        return dict(
            self._connection.execute(
                "SELECT name, unit_key FROM units WHERE substr(name, 1, length(?1)) <> ?1",
                (beside,),
            )
        )

    def totals(self) -> tuple[int, int, int]:
        """Return how many seasons, pages and warnings all units have."""
        found = self._connection.execute(
            "SELECT TOTAL(seasons), TOTAL(pages), TOTAL(warnings) FROM units"
        ).fetchone()
        return int(found[0]), int(found[1]), int(found[2])

    def count_files(self) -> int:
        """Return how many files all units have."""
        found = self._connection.execute("SELECT TOTAL(length(digests)) FROM units").fetchone()
        return int(found[0]) // DIGEST_SIZE

    def notes_with_warnings(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and notes of each unit that has warnings."""
        yield from self._connection.execute("SELECT name, notes FROM units WHERE warnings > 0")

    def unit(self, name: str) -> UnitRecord | None:
        found = self._connection.execute("SELECT * FROM units WHERE name = ?", (name,)).fetchone()
        return _unit(found) if found else None

    def set_unit(self, unit: UnitRecord) -> None:
        self._many(
            "INSERT OR REPLACE INTO units VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    unit.name,
                    unit.key,
                    unit.holds_from,
                    unit.holds_until,
                    pack_names(unit.paths),
                    unit.stats.tobytes(),
                    unit.digests,
                    unit.seasons,
                    unit.pages,
                    unit.warnings,
                    unit.notes,
                )
            ],
        )

    def has_unit(self, name: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM units WHERE name = ?", (name,))
        return found.fetchone() is not None

    def forget_unit(self, name: str) -> None:
        """Remove a unit and all that it put into lists."""
        self.set_rows(name, ())
        for table in ("units", "reads", "anchors", "links"):
            column = "name" if table == "units" else "unit"
            self._many(f"DELETE FROM {table} WHERE {column} = ?", [(name,)])

    def clear(self) -> None:
        """Forget everything."""
        self.begin()
        for table in (
            "meta",
            "snapshots",
            "units",
            "rows",
            "row_data",
            "reads",
            "anchors",
            "links",
        ):
            self._connection.execute(f"DELETE FROM {table}")


@contextmanager
def open_records(state: Path | None, name: str) -> Iterator[Records]:
    """Open the records of one output folder, empty ones without a folder to find them in.

    What was not committed is rolled back at the end.
    """
    file = state and state / f"{name}.sqlite3"
    connection = open_database(file, f"{_SCHEMA};{LIST_SCHEMA}", VERSION)
    records = Records(connection)
    try:
        with told_apart(file):
            yield records
            records.roll_back()
    finally:
        connection.close()


def forget_records(state: Path, name: str) -> None:
    """Remove the records of one output folder."""
    forget_database(state / f"{name}.sqlite3")


def records_name(root: Path, output: Path) -> str:
    """Return the name of an output folder's records, the same on every machine."""
    inside = output.relative_to(root).as_posix() if output.is_relative_to(root) else str(output)
    # A name of files is bytes, and may be no UTF-8.
    name = inside.encode(errors="surrogateescape")
    return "build" if inside == "build" else f"build-{digest(name).hex()[:12]}"


def _snapshot(paths: Any, stats: Any, digests: Any) -> Snapshot:
    try:
        snapshot = Snapshot(unpack_names(paths), array("Q", stats), digests)
        _expect(len(snapshot.paths), snapshot.stats, digests)
    except (AttributeError, TypeError, ValueError) as error:
        raise DamageError(str(error)) from error
    return snapshot


_NUMBERS = frozenset((int, type(None)))


def _unit(row: tuple[Any, ...]) -> UnitRecord:
    name, key, holds_from, holds_until, paths, stats, digests, *rest = row
    head = _head((name, holds_from, holds_until, paths, stats))
    unit = UnitRecord(name, key, holds_from, holds_until, head.paths, head.stats, digests, *rest)
    try:
        _expect(len(unit.paths), unit.stats, digests)
        if not _NUMBERS.issuperset(map(type, (unit.seasons, unit.pages, unit.warnings))):
            raise DamageError("a count is not a number")
    except (AttributeError, TypeError, ValueError) as error:
        raise DamageError(str(error)) from error
    return unit


def _head(row: tuple[Any, ...]) -> UnitHead:
    name, holds_from, holds_until, paths, stats = row
    try:
        if paths.startswith(b"/") or b"\0/" in paths or b"../" in paths:
            raise DamageError("a path leads outside")
        head = UnitHead(name, holds_from, holds_until, unpack_names(paths), array("Q", stats))
        if len(head.stats) != STAMP * len(head.paths):
            raise DamageError("a row is cut short")
        if type(holds_from) not in _NUMBERS or type(holds_until) not in _NUMBERS:
            raise DamageError("a day is not a number")
    except (AttributeError, TypeError, ValueError) as error:
        raise DamageError(str(error)) from error
    return head


def _expect(paths: int, stats: array[int], digests: bytes) -> None:
    """Raise `DamageError` unless there are as many numbers and digests as paths."""
    if len(stats) != STAMP * paths or len(digests) != DIGEST_SIZE * paths:
        raise DamageError("a row is cut short")

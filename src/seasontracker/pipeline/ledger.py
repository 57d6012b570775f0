"""What a build puts on record: units that were made again, and what became of their files."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import replace

from msgspec import Struct, field

from seasontracker.output.records import Records, UnitRecord
from seasontracker.pipeline.notes import UnitNotes, keep_notes
from seasontracker.pipeline.staleness import Staleness


class Ledger(Struct):
    """The records of earlier builds, and what this one has made so far."""

    records: Records
    stale: Staleness
    made: dict[str, UnitRecord] = field(default_factory=dict)
    """Units that were made again, with their files' digests and without their times."""
    replaced: dict[str, UnitRecord] = field(default_factory=dict)
    """The same units as they were before, and those that are gone."""
    staged: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    """The lists of which a row has changed."""

    def intact(self, name: str) -> dict[str, bytes]:
        """Return the digests of those files of a unit that the output has as we left them."""
        unit = self.records.unit(name)
        if unit is None:
            return {}
        self.replaced[name] = unit
        broken = self.stale.broken.get(name, set())
        return {path: value for path, value in unit.outputs().items() if path not in broken}

    def keep(
        self,
        name: str,
        key: str,
        holds: tuple[int | None, int | None],
        outputs: Mapping[str, tuple[bytes, bool]],
        notes: UnitNotes,
        *,
        seasons: int = 0,
        pages: int = 0,
    ) -> None:
        """Note a unit that was made, how long it holds, and its files."""
        start, end = holds
        unit = UnitRecord(
            name=name,
            key=key,
            holds_from=start,
            holds_until=end,
            paths=(),
            stats=array("Q"),
            digests=b"",
            seasons=seasons,
            pages=pages,
            warnings=len(notes.warnings),
            notes=keep_notes(notes),
        )
        self.put(unit, outputs)

    def put(self, unit: UnitRecord, outputs: Mapping[str, tuple[bytes, bool]]) -> None:
        """Note a unit with its files: the digest of each, and whether it waits on the stage."""
        digests = b"".join(value for value, _ in outputs.values())
        self.made[unit.name] = replace(
            unit, paths=tuple(outputs), stats=array("Q"), digests=digests
        )
        self.staged |= {path for path, (_, is_staged) in outputs.items() if is_staged}

    def forget(self, name: str) -> None:
        """Take a unit off the record."""
        unit = self.records.unit(name)
        if unit is not None:
            self.replaced[name] = unit
        self.touched |= self.records.set_rows(name, ())
        self.records.forget_unit(name)

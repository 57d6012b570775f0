"""Decides what must be made again, and says why.

Nothing here imports a library that a build without changes does not need.
"""

from __future__ import annotations

import hashlib
import os
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from seasontracker.output.records import UnitHead, UnitRecord
from seasontracker.output.shared_work import find_failing
from seasontracker.output.stamps import STAMP, are_unmoved, digest_of, stamps_of
from seasontracker.pipeline.inputs import SHOW, Inputs


@dataclass(slots=True)
class Staleness:
    """Which units must be made again, as far as that can be told without the libraries."""

    reasons: dict[str, str] = field(default_factory=dict)
    """Why each stale unit is."""
    gone: list[str] = field(default_factory=list)
    """Shows whose folder is no longer there."""
    broken: dict[str, set[str]] = field(default_factory=dict)
    """Of each unit, those of its files that are missing or altered."""
    moved: list[UnitRecord] = field(default_factory=list)
    """Units whose files are right and have other times or inodes than on record."""


class UnitRecords(Protocol):
    """What builds put on record of units."""

    def heads(self) -> Iterator[UnitHead]:
        """Yield the beginning of each record."""

    def unit(self, name: str) -> UnitRecord | None:
        """Return a whole record."""


def find_stale(
    records: UnitRecords,
    inputs: Inputs,
    output: Path | None,
    now: int,
    processes: int | None = None,
) -> Staleness:
    """Compare what is on record with the inputs, the time (Unix seconds) and the output.

    Without `output` it is not looked at.
    """
    found = Staleness()
    shows = {f"{SHOW}{slug}" for slug in inputs.shows}
    known = list(records.heads())
    here = [unit for unit in known if unit.name in shows or not unit.name.startswith(SHOW)]
    found.gone += sorted({unit.name for unit in known} - {unit.name for unit in here})
    touched: list[int] = []
    folder = f"{output}{os.sep}"
    if output is not None:
        touched = find_failing(here, lambda unit: is_intact(folder, unit), processes)
    moved = set(touched)
    for index, unit in enumerate(here):
        broken: set[str] = set()
        if index in moved and (whole := records.unit(unit.name)) is not None:
            stats, broken = _look_closer(folder, whole)
            if broken:
                found.broken[unit.name] = broken
            else:
                found.moved.append(replace(whole, stats=stats))
        if reason := _reason(unit, inputs, broken, now):
            found.reasons[unit.name] = reason
    for name in sorted(shows - {unit.name for unit in here}):
        found.reasons[name] = "new"
    return found


def unit_key(frame: str, own: str) -> str:
    """Return the digest of everything a unit is made from."""
    return hashlib.sha256(f"{frame}\n{own}".encode()).hexdigest()


def is_intact(folder: str, unit: UnitHead) -> bool:
    """Return whether a unit's files are there as they were left; `folder` ends with a slash."""
    return are_unmoved(folder, unit.paths, unit.stats, os.lstat)


def is_due(unit: UnitHead, now: int) -> bool:
    """Return whether the unit would be made differently at this time."""
    return (unit.holds_from is not None and now < unit.holds_from) or (
        unit.holds_until is not None and now >= unit.holds_until
    )


def _reason(unit: UnitHead, inputs: Inputs, broken: set[str], now: int) -> str:
    if moved := inputs.moved.get(unit.name):
        return some(moved)
    if is_due(unit, now):
        return "due by its dates"
    if broken:
        return some(tuple(f"{path} missing or altered" for path in sorted(broken)))
    return ""


def some(things: tuple[str, ...]) -> str:
    """Name the first things, and count the others."""
    shown = ", ".join(things[:3])
    return shown if len(things) <= 3 else f"{shown} and {len(things) - 3} more"


def _look_closer(folder: str, unit: UnitRecord) -> tuple[array[int], set[str]]:
    """Read the files of a unit; return how they look now, and which are missing or altered."""
    broken: set[str] = set()
    stats: array[int] = array("Q")
    for index, (path, digest) in enumerate(unit.outputs().items()):
        on_record = unit.stats[STAMP * index : STAMP * (index + 1)]
        try:
            seen = stamps_of(folder, (path,))
            if seen != on_record and not _holds(folder + path, seen[0] == on_record[0], digest):
                broken.add(path)
        except OSError:
            seen = array("Q", (0,) * STAMP)
            broken.add(path)
        stats.extend(seen)
    return stats, broken


def _holds(path: str, is_of_size: bool, digest: bytes) -> bool:
    """Return whether a file has a digest; a link has none of its own."""
    return is_of_size and not os.path.islink(path) and digest_of(path) == digest  # noqa: PTH114

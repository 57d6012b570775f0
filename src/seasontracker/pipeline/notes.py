"""What a unit has to say of itself when it is not made again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from seasontracker.codec import pack, unpack
from seasontracker.diagnostics import Diagnostic
from seasontracker.output.records import Records
from seasontracker.pipeline.reads import Reads


@dataclass(frozen=True, slots=True)
class UnitNotes:
    """Warnings about its content, and what it read of the site's lists."""

    warnings: tuple[Diagnostic, ...] = ()
    reads: Reads | None = None


def keep_notes(notes: UnitNotes) -> bytes:
    """Return notes as bytes."""
    return pack(notes)


def kept_notes(data: bytes) -> UnitNotes:
    """Return notes from bytes; raises `DamageError`."""
    return unpack(data, UnitNotes)


def read_warnings(records: Records, beside: Collection[str]) -> Iterator[Diagnostic]:
    """Yield the warnings of all units on record but those named."""
    for name, data in records.notes_with_warnings():
        if name not in beside:
            yield from kept_notes(data).warnings

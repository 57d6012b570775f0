"""What a unit has to say of itself when it is not made again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from msgspec import Struct, structs

from seasontracker.codec import pack, unpack
from seasontracker.diagnostics import Diagnostic, Severity
from seasontracker.output.records import Records
from seasontracker.pipeline.reads import Reads
from seasontracker.site.sources_asked import SourcesAsked


class UnitNotes(Struct, frozen=True):
    """Its warnings, what it read of the site's lists and sources, and its pictures' keys."""

    warnings: tuple[Diagnostic, ...] = ()
    reads: Reads | None = None
    pictures: tuple[str, ...] = ()
    sources: SourcesAsked = SourcesAsked()


def warnings_of(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return those findings that a unit may be published with, and that are told again."""
    return tuple(one for one in found if one.severity is Severity.WARNING)


def keep_notes(notes: UnitNotes) -> bytes:
    """Return notes as bytes; what is not Unicode in the name of a file is replaced."""
    return pack(structs.replace(notes, warnings=tuple(map(_writable, notes.warnings))))


def _writable(found: Diagnostic) -> Diagnostic:
    place = replace(found.location, path=PurePosixPath(_replaced(str(found.location.path))))
    return replace(found, location=place, message=_replaced(found.message))


def _replaced(text: str) -> str:
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def kept_notes(data: bytes) -> UnitNotes:
    """Return notes from bytes; raises `DamageError`."""
    return unpack(data, UnitNotes)


def read_warnings(records: Records, beside: Collection[str]) -> Iterator[Diagnostic]:
    """Yield the warnings of all units on record but those named."""
    for name, data in records.notes_with_warnings():
        if name not in beside:
            yield from kept_notes(data).warnings

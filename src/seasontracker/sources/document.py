"""A file that was read: plain values that know where in the file they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.sources.text import SourceText

Plain: TypeAlias = Mapping[str, "Plain"] | Sequence["Plain"] | str | None
"""What YAML becomes: mappings, lists and text; an empty value is None."""
Step: TypeAlias = str | int


class Place(NamedTuple):
    """Where a value stands in its file, and where what it holds stands."""

    line: int
    column: int
    length: int = 1
    keys: Mapping[str, Place] = {}
    """Of a mapping: where each key stands."""
    inner: Mapping[str, Place] | Sequence[Place] = ()
    """Of a mapping or a list: the place of each value."""


class Document(Struct, frozen=True):
    """The values of one YAML file, or the front matter and body of one Markdown file."""

    source: SourceText
    value: Plain
    root: Place | None = None
    """None when there is no value."""
    first_line: int = 1
    """The line of the file that the YAML starts on."""
    body: str = ""
    body_line: int = 1
    """The line of the file that the body starts on."""

    @property
    def path(self) -> PurePosixPath:
        return self.source.path

    def locate(self, *steps: Step) -> Location:
        """Return the place of a value, or of the nearest thing around it that exists."""
        value, _ = self._find(steps)
        return self._location(value)

    def locate_key(self, *steps: Step) -> Location:
        """Return the place of the key itself, for findings about keys."""
        value, key = self._find(steps)
        return self._location(key or value)

    def diagnostic(
        self, code: Code, location: Location, message: str, hint: str = ""
    ) -> Diagnostic:
        """Return a finding about this document, with the line it is about."""
        return self.source.diagnostic(code, location, message, hint)

    def _find(self, steps: Sequence[Step]) -> tuple[Place | None, Place | None]:
        place, key = self.root, None
        for step in steps:
            if place is None:
                break
            if isinstance(place.inner, Mapping):
                if not isinstance(step, str) or step not in place.inner:
                    return place, None
                place, key = place.inner[step], place.keys[step]
            elif isinstance(step, int) and place.inner:
                if not 0 <= step < len(place.inner):
                    return place, None
                place, key = place.inner[step], None
            else:
                # One thing that stands for a list of one, or a name for a mapping.
                break
        return place, key

    def _location(self, place: Place | None) -> Location:
        if place is None:
            return Location(self.path, self.first_line)
        return Location(self.path, place.line, place.column, place.length)

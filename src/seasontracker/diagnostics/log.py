"""The list of findings that a run collects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from seasontracker.diagnostics.diagnostic import Diagnostic, Severity


@dataclass(slots=True)
class DiagnosticLog:
    """All findings of one run; the same finding is kept once."""

    _found: dict[Diagnostic, None] = field(default_factory=dict)

    def add(self, diagnostic: Diagnostic) -> None:
        self._found[diagnostic] = None

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(self._found, key=lambda found: found.sort_key))

    def __len__(self) -> int:
        return len(self._found)

    def count(self, severity: Severity) -> int:
        return sum(found.severity is severity for found in self._found)

    @property
    def has_errors(self) -> bool:
        return self.count(Severity.ERROR) > 0

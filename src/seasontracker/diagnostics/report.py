"""What a run found, as something that other programs are told about."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from seasontracker.diagnostics.diagnostic import Diagnostic, Severity


class Report(Struct, frozen=True):
    """The findings of a run, in order, and what is needed to tell them to a program."""

    findings: tuple[Diagnostic, ...]
    version: str
    """Of seasontracker."""
    root: PurePosixPath
    """Where the project stands in its repository; findings name paths within the project."""
    strict: bool = False
    """Whether warnings count as errors."""
    statistics: Mapping[str, Any] | None = None
    """What was counted besides, if that was asked."""

    def path(self, finding: Diagnostic) -> PurePosixPath:
        """Return the path of a finding's file within the repository."""
        return self.root / finding.location.path

    def fails(self, finding: Diagnostic) -> bool:
        """Return whether the run fails for this finding."""
        return self.strict or finding.severity is Severity.ERROR

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)

    def fingerprinted(self) -> Iterator[tuple[Diagnostic, str]]:
        """Yield each finding with an id that stays the same when lines above it come and go."""
        seen: Counter[tuple[str, ...]] = Counter()
        for finding in self.findings:
            what = (
                str(self.path(finding)),
                finding.code.value,
                finding.message,
                finding.excerpt.strip(),
            )
            seen[what] += 1
            whole = "\0".join((*what, str(seen[what])))
            yield finding, hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def told(finding: Diagnostic) -> str:
    """Return what was found and what to do about it, on a line each."""
    return f"{finding.message}\nhint: {finding.hint}" if finding.hint else finding.message

"""What a build knows before it begins to work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from seasontracker.output.manifest import Manifest
from seasontracker.output.records import Records, UnitRecord
from seasontracker.output.snapshot import Snapshot
from seasontracker.pipeline.inputs import Inputs
from seasontracker.pipeline.options import BuildOptions
from seasontracker.pipeline.staleness import Staleness, find_stale
from seasontracker.project import Project

if TYPE_CHECKING:
    from seasontracker.checks.statistics import ClaimCounts

TEXTS = "texts"
"""The store of rendered prose, which is the same for any output folder."""


def pages_name(records: str) -> str:
    """Return the name of the store of compiled pages that belongs to some records."""
    return f"{records}-pages"


@dataclass(frozen=True, slots=True)
class Work:
    """What a build found before it began to work."""

    project: Project
    options: BuildOptions
    records: Records
    name: str
    """Of the records."""
    state: Path | None
    """Where they are; None when this build is to leave no trace."""
    known: Mapping[str, Snapshot]
    """The snapshots on record."""
    inputs: Inputs
    writes: bool
    only: Collection[str] | None = None
    """The shows that were looked at, where somebody watches all others and the output."""
    _stale: dict[int, Staleness] = field(default_factory=dict)

    def find_stale(self, now: int) -> Staleness:
        """Compare the records with the inputs, the time and, if it will be written, the output.

        For one time that is done once.
        """
        if now not in self._stale:
            output = self.project.output if self.writes and self.only is None else None
            jobs = self.options.jobs
            found = find_stale(self.records, self.inputs, output, now, jobs)
            self._stale[now] = found
        return self._stale[now]

    def due(self, made: Iterable[UnitRecord] = (), gone: Collection[str] = ()) -> dict[str, int]:
        """Return when each unit changes by itself, if that was asked."""
        if not self.options.asks_due:
            return {}
        units = {unit.name: unit for unit in (*self.records.units(), *made)}
        return {
            name: unit.holds_until
            for name, unit in units.items()
            if unit.holds_until is not None and name not in gone
        }

    def claims(self) -> ClaimCounts | None:
        """Count the claims of all shows on record, if that was asked."""
        if not self.options.asks_claims:
            return None
        from seasontracker.checks.statistics import all_claims  # noqa: PLC0415 - rarely needed

        return all_claims(self.records)

    @property
    def stage(self) -> Path:
        """Where new files wait until all of them are there."""
        return self.project.state / "stage"

    @property
    def changed_urls(self) -> Path:
        """The list of pages that the last build changed."""
        return self.project.state / f"{self.name}-changed-urls.txt"

    @property
    def manifest(self) -> Manifest:
        """The list of our files in the output folder."""
        return Manifest(self.project.state / f"{self.name}-files.txt")

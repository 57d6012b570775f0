"""What a benchmark has measured, and its file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """One measured build."""

    seasons: int
    repetition: int
    scenario: str
    generator: str
    wall: float
    cpu: float
    memory: int
    memory_is_pss: bool
    samples: int
    written: int
    """Files of the output that are new, or were written again."""
    removed: int
    load: float
    """The load average of the last minute, before it started."""


@dataclass(frozen=True, slots=True)
class Floor:
    """One run of a floor."""

    seasons: int
    repetition: int
    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Tree:
    """How much a generator reads and writes for a site of this size."""

    seasons: int
    generator: str
    sources: int
    source_bytes: int
    files: int
    bytes: int


@dataclass(slots=True)
class Results:
    """All that was measured so far; grows run by run."""

    machine: dict[str, str | int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    floors: list[Floor] = field(default_factory=list)
    trees: list[Tree] = field(default_factory=list)

    def save(self, path: Path) -> None:
        """Write everything; a benchmark that is interrupted keeps what it had."""
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(path.name + ".part")
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        temporary.write_text(text + "\n", "utf-8")
        temporary.replace(path)

    def of(self, seasons: int, scenario: str, generator: str) -> list[Run]:
        """Return the runs of one cell of the table, by repetition."""
        found = [
            run
            for run in self.runs
            if (run.seasons, run.scenario, run.generator) == (seasons, scenario, generator)
        ]
        return sorted(found, key=lambda run: run.repetition)

    def sizes(self) -> list[int]:
        """Return the numbers of seasons that were measured."""
        return sorted({run.seasons for run in self.runs})


def load_results(paths: Sequence[Path]) -> Results:
    """Read results; those of several files, from benchmarks of different sizes, are joined."""
    joined = Results()
    for path in paths:
        read = json.loads(path.read_text("utf-8"))
        joined.machine, joined.versions = read["machine"], read["versions"]
        joined.runs += [Run(**run) for run in read["runs"]]
        joined.floors += [Floor(**floor) for floor in read["floors"]]
        joined.trees += [Tree(**tree) for tree in read["trees"]]
    return joined


def ratio(ours: Sequence[Run], theirs: Sequence[Run]) -> float | None:
    """Return the median of how many times longer we took than a peer did in the same repetition."""
    peers = {run.repetition: run.wall for run in theirs}
    ratios = [run.wall / peers[run.repetition] for run in ours if run.repetition in peers]
    return median(ratios) if ratios else None

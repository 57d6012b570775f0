"""Build the same invented seasons with seasontracker, Hugo and Pelican, and measure each build.

    .venv/bin/python bench/run.py --sizes 100 1000 --repetitions 3

Every repetition starts from fresh copies of the corpus and takes the scenarios in order; within a
scenario each generator has its turn, so that a noisy minute hits all of them.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import generate
from facts import Fate
from generators import (
    BENCH,
    PEERS,
    REPOSITORY,
    TITLES,
    Generator,
    environment,
    find_generators,
    make_environment,
)
from machine import describe_machine, describe_versions
from measure import measure
from names import outline_shows
from results import Floor, Results, Run, Tree
from scenarios import SCENARIOS, Scenario, Site, Target, copy_corpus

SEED = 1
_TRACKER = "seasontracker"
PROGRAM = (REPOSITORY / "src", REPOSITORY / "templates")
"""What must stay as it is during a repetition: with another program every cache is void."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be measured."""

    sizes: list[int]
    repetitions: int
    scenarios: list[Scenario]
    generators: list[Generator]
    floors: bool
    output: Path


def main() -> int:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    names = [scenario.name for scenario in SCENARIOS]
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000], metavar="SEASONS")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--scenarios", nargs="+", choices=names, default=names)
    known = list(TITLES)
    parser.add_argument("--generators", nargs="+", choices=known, default=known)
    parser.add_argument("--no-floors", action="store_true")
    parser.add_argument("--output", type=Path, default=BENCH / "results.json")
    options = parser.parse_args()
    make_environment()
    generators = find_generators()
    plan = Plan(
        sizes=sorted(options.sizes),
        repetitions=options.repetitions,
        scenarios=[scenario for scenario in SCENARIOS if scenario.name in options.scenarios],
        generators=[generators[name] for name in options.generators],
        floors=not options.no_floors,
        output=options.output,
    )
    run_plan(plan)
    return 0


def run_plan(plan: Plan) -> Results:
    """Measure everything, and save after every repetition.

    What is no longer needed is deleted at the very end: for minutes after many files were deleted,
    ext4 looks for each new file's number among theirs, and making a file takes ten times as long.
    """
    work = BENCH / "work"
    if work.exists():
        work.rename(BENCH / f"left-over-{time.time_ns()}")
    results = Results(describe_machine(), describe_versions(plan.generators))
    for seasons in plan.sizes:
        corpus = prepare_corpus(seasons)
        for repetition in range(plan.repetitions):
            program = _digest(PROGRAM)
            _repeat(plan, results, corpus, seasons, repetition)
            if _digest(PROGRAM) != program:
                raise SystemExit(
                    "src/ or templates/ changed meanwhile; this repetition is not kept"
                )
            results.save(plan.output)
    for folder in (work, *BENCH.glob("left-over-*")):
        shutil.rmtree(folder, ignore_errors=True)
    return results


def prepare_corpus(seasons: int) -> Path:
    """Return the folder of a corpus; it is generated again when its generator has changed."""
    folder = BENCH / "corpus" / str(seasons)
    digest = _digest([REPOSITORY / "bench"])
    stamp = folder / "generated-by"
    if not stamp.is_file() or stamp.read_text() != digest:
        print(f"generating {seasons} seasons", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        generate(folder, seasons, SEED)
        stamp.write_text(digest)
    return folder


def _digest(folders: Sequence[Path]) -> str:
    """Return a digest of all files below some folders, but what Python compiles beside them."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _repeat(plan: Plan, results: Results, corpus: Path, seasons: int, repetition: int) -> None:
    work = BENCH / "work" / f"{seasons}-{repetition}"
    sites = [Site(generator, work / generator.name / "site") for generator in plan.generators]
    for site in sites:
        copy_corpus(corpus, site)
    target = _choose(seasons, repetition)
    # Whoever goes first in one repetition goes last in the next.
    turn = repetition % len(sites)
    sites = sites[turn:] + sites[:turn]
    if plan.scenarios[0].needs_build:
        for site in sites:
            measure(site.generator.command, site.folder, environment(work))
    for scenario in plan.scenarios:
        for site in sites:
            ready = scenario.prepare(site, target)
            run = _run(ready, scenario, seasons, repetition)
            results.runs.append(run)
            _say(run)
    if repetition == 0:
        results.trees += [_tree(site, corpus, seasons) for site in sites]
    if plan.floors and any(site.generator.name == _TRACKER for site in sites):
        tracker = next(site for site in sites if site.generator.name == _TRACKER)
        results.floors += _floors(corpus, tracker, seasons, repetition)


def _choose(seasons: int, repetition: int) -> Target:
    """Return the season that is edited, another in each repetition: one that is waited for."""
    outlines = outline_shows(SEED, seasons)
    awaited = [outline for outline in outlines if outline.fates[-1] is Fate.WINDOW] or outlines
    outline = awaited[(len(awaited) // 2 + repetition) % len(awaited)]
    return Target(outline.slug, outline.season_numbers[-1])


def _run(site: Site, scenario: Scenario, seasons: int, repetition: int) -> Run:
    output = site.folder / site.generator.output
    before = _snapshot(output)
    load = os.getloadavg()[0]
    used = measure(site.generator.command, site.folder, environment(site.folder.parent))
    after = _snapshot(output)
    return Run(
        seasons=seasons,
        repetition=repetition,
        scenario=scenario.name,
        generator=site.generator.name,
        wall=used.wall,
        cpu=used.cpu,
        memory=used.memory,
        memory_is_pss=used.memory_is_pss,
        samples=used.samples,
        written=sum(before.get(path) != state for path, state in after.items()),
        removed=len(before.keys() - after.keys()),
        load=load,
    )


def _snapshot(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return time, inode and size of every file below a folder."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)  # noqa: PTH118 - half a million of them
            status = os.lstat(path)
            found[path] = (status.st_mtime_ns, status.st_ino, status.st_size)
    return found


def _tree(site: Site, corpus: Path, seasons: int) -> Tree:
    content = _snapshot(corpus / site.generator.name / "content")
    output = _snapshot(site.folder / site.generator.output)
    return Tree(
        seasons=seasons,
        generator=site.generator.name,
        sources=len(content),
        source_bytes=sum(size for _, _, size in content.values()),
        files=len(output),
        bytes=sum(size for _, _, size in output.values()),
    )


def _floors(corpus: Path, tracker: Site, seasons: int, repetition: int) -> list[Floor]:
    """Measure the floors, each in a process of its own."""
    output, afresh = tracker.folder / "build", tracker.folder.with_name("afresh")
    calls = {
        "markdown": ("markdown", corpus / "hugo"),
        "write": ("write", output, afresh),
        "scan": ("scan", tracker.folder / "content", output),
    }
    floors = []
    for name, call in calls.items():
        os.sync()
        command = [str(PEERS / "bin" / "python"), str(REPOSITORY / "bench" / "floors.py")]
        command += [str(part) for part in call]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        floors.append(Floor(seasons, repetition, name, float(said)))
        print(f"{seasons:>6} #{repetition + 1} {name:9} floor {float(said):25.3f} s", flush=True)
    return floors


def _say(run: Run) -> None:
    print(
        f"{run.seasons:>6} #{run.repetition + 1} {run.scenario:9} {run.generator:14}"
        f"{run.wall:9.3f} s wall {run.cpu:9.3f} s CPU {run.memory / 1e6:7.0f} MB"
        f"{run.written:7} written {run.removed:5} removed",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())

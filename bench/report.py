"""Write what a benchmark has measured into docs/performance.md, as tables and a plot.

    .bench/venv/bin/python bench/report.py [RESULTS.json ...]

Only what stands between the two marks is replaced; the text around them is written by hand.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from generators import REPOSITORY, TITLES
from plot import draw
from results import Results, Run, Tree, load_results, ratio
from scenarios import SCENARIOS, Scenario

DOCUMENT = REPOSITORY / "docs" / "performance.md"
PICTURE = REPOSITORY / "docs" / "images" / "performance.svg"
BEGIN, END = "<!-- figures: written by bench/report.py -->", "<!-- end of figures -->"

FLOORS = {
    "markdown": "Python-Markdown alone on the same prose",
    "write": "Writing the same bytes into new files",
    "scan": "Looking at every file of content and output",
}


def main() -> int:
    """Replace the figures and the picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = REPOSITORY / ".bench" / "results.json"
    parser.add_argument("results", type=Path, nargs="*", default=[default])
    parser.add_argument("--document", type=Path, default=DOCUMENT)
    parser.add_argument("--picture", type=Path, default=PICTURE)
    options = parser.parse_args()
    results = load_results(options.results)
    text = options.document.read_text("utf-8")
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        parser.error(f"{options.document} lacks the two marks")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    figures = "\n".join(_figures(results))
    options.document.write_text(f"{before}{BEGIN}\n{figures}\n{END}{after}", "utf-8")
    options.picture.parent.mkdir(parents=True, exist_ok=True)
    draw(results, TITLES, SCENARIOS, options.picture)
    return 0


def _figures(results: Results) -> Iterator[str]:
    yield from _conditions(results)
    yield ""
    yield "![Seconds by number of seasons, one panel a scenario](images/performance.svg)"
    for seasons in results.sizes():
        yield ""
        yield f"### {seasons:,} seasons"
        yield ""
        yield from _wall(results, seasons)
        yield ""
        yield from _use(results, seasons)
        yield ""
        yield from _trees(results, seasons)
        if any(floor.seasons == seasons for floor in results.floors):
            yield ""
            yield from _floors(results, seasons)


def _conditions(results: Results) -> Iterator[str]:
    machine, versions = results.machine, results.versions
    named = [f"{TITLES[name]} {versions[name]}" for name in TITLES if name in versions]
    named += [f"Python {versions['python']}", f"Python-Markdown {versions['markdown']}"]
    yield (
        f"{machine['processor']}, {machine['cores']} cores, "
        f"{int(machine['memory']) / 2**30:.0f} GiB, {machine['system']}; {', '.join(named)}."
    )
    counts = []
    for size in results.sizes():
        repetitions = {run.repetition for run in results.runs if run.seasons == size}
        counts.append(f"{len(repetitions)} for {size:,} seasons")
    loads = [run.load for run in results.runs]
    yield (
        f"Repetitions: {', '.join(counts)}. Load average before a run: "
        f"median {median(loads):.1f}, at most {max(loads):.1f}."
    )
    if not all(run.memory_is_pss for run in results.runs):
        yield "Memory is a sum of RSS here: pages that processes share count several times."


def _present(results: Results, seasons: int) -> tuple[list[Scenario], list[str]]:
    """Return the scenarios and the generators that were measured at a size, in our order."""
    runs = [run for run in results.runs if run.seasons == seasons]
    scenarios, generators = {run.scenario for run in runs}, {run.generator for run in runs}
    return (
        [scenario for scenario in SCENARIOS if scenario.name in scenarios],
        [name for name in TITLES if name in generators],
    )


def _wall(results: Results, seasons: int) -> Iterator[str]:
    scenarios, generators = _present(results, seasons)
    peers = [name for name in generators if name != "seasontracker"]
    if "seasontracker" not in generators:
        peers = []
    head = [f"{TITLES[name]}" for name in generators] + [f"to {TITLES[name]}" for name in peers]
    yield from _head("Wall seconds", head)
    for scenario in scenarios:
        cells = []
        for name in generators:
            cells.append(_spread(results.of(seasons, scenario.name, name)))
        ours = results.of(seasons, scenario.name, "seasontracker")
        for name in peers:
            value = ratio(ours, results.of(seasons, scenario.name, name))
            cells.append("" if value is None else _number(value))
        yield _row(scenario.title, cells)


def _use(results: Results, seasons: int) -> Iterator[str]:
    scenarios, generators = _present(results, seasons)
    measures: tuple[tuple[str, Callable[[Run], float], Callable[[float], str]], ...] = (
        ("CPU s", lambda run: run.cpu, _number),
        ("MB", lambda run: run.memory / 1e6, lambda value: f"{value:,.0f}"),
        ("files", lambda run: run.written, lambda value: f"{value:,.0f}"),
    )
    head = [f"{TITLES[name]}, {measure[0]}" for name in generators for measure in measures]
    yield from _head("CPU, memory, files written", head)
    for scenario in scenarios:
        cells = []
        for name in generators:
            runs = results.of(seasons, scenario.name, name)
            for _, take, show in measures:
                cells.append(show(median(map(take, runs))) if runs else "")
        yield _row(scenario.title, cells)


def _trees(results: Results, seasons: int) -> Iterator[str]:
    yield from _head("Site", ["files read", "MB", "files made", "MB"])
    for name, title in TITLES.items():
        for tree in _of_size(results.trees, seasons, name):
            cells = [f"{tree.sources:,}", f"{tree.source_bytes / 1e6:.1f}"]
            yield _row(title, [*cells, f"{tree.files:,}", f"{tree.bytes / 1e6:.1f}"])


def _of_size(trees: Sequence[Tree], seasons: int, generator: str) -> list[Tree]:
    return [tree for tree in trees if (tree.seasons, tree.generator) == (seasons, generator)][:1]


def _floors(results: Results, seasons: int) -> Iterator[str]:
    cold = [run.wall for run in results.of(seasons, "cold", "seasontracker")]
    yield from _head("Floor", ["seconds", "our cold build is so many times that"])
    for name, title in FLOORS.items():
        found = [
            floor.seconds
            for floor in results.floors
            if (floor.seasons, floor.name) == (seasons, name)
        ]
        if found:
            times = _number(median(cold) / median(found)) if cold else ""
            yield _row(title, [_number(median(found)), times])


def _head(first: str, others: Sequence[str]) -> Iterator[str]:
    yield _row(first, others)
    yield "|---" + "|--:" * len(others) + "|"


def _row(first: str, cells: Sequence[str]) -> str:
    return f"| {first} | {' | '.join(cells)} |"


def _spread(runs: Sequence[Run]) -> str:
    """Return the median, and the shortest and longest where there were several."""
    if not runs:
        return ""
    walls = sorted(run.wall for run in runs)
    middle = f"**{_number(median(walls))}**"
    if len(walls) == 1:
        return middle
    return f"{middle} ({_number(walls[0])} to {_number(walls[-1])})"


def _number(value: float) -> str:
    """Return a number with as many digits as mean something."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())

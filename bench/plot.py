"""Draws the seconds of each generator by the number of seasons, a panel for every scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from results import Results
from scenarios import Scenario

# Middle tones, which are told from white and from black alike; the marks differ as well.
_LOOKS = {"seasontracker": ("#d9622b", "o"), "hugo": ("#3f8fd2", "s"), "pelican": ("#4d9a5a", "^")}
_INK = "#7d7d7d"
_COLUMNS = 4


def draw(
    results: Results, titles: Mapping[str, str], scenarios: Sequence[Scenario], path: Path
) -> None:
    """Write the picture; with the same results its bytes are the same."""
    # Matplotlib is in the benchmark's own environment only, where mypy does not look.
    matplotlib: Any = import_module("matplotlib")
    matplotlib.use("svg")
    matplotlib.rcParams.update(
        {
            "svg.hashsalt": "seasontracker",
            "svg.fonttype": "none",
            "font.family": "sans-serif",
            "font.size": 9,
            "text.color": _INK,
            "axes.labelcolor": _INK,
            "axes.edgecolor": _INK,
            "xtick.color": _INK,
            "ytick.color": _INK,
        }
    )
    pyplot: Any = import_module("matplotlib.pyplot")
    measured = {run.scenario for run in results.runs}
    shown = [scenario for scenario in scenarios if scenario.name in measured]
    rows = -(-len(shown) // _COLUMNS)
    size = (2.6 * _COLUMNS, 2.2 * rows + 0.6)
    figure, axes = pyplot.subplots(
        rows, _COLUMNS, figsize=size, sharex=True, sharey=True, squeeze=False, layout="constrained"
    )
    for place, panel in enumerate(axes.flat):
        if place >= len(shown):
            panel.set_visible(False)
        else:
            _panel(panel, results, titles, shown[place])
    handles, labels = axes.flat[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper center", ncols=len(labels), frameon=False)
    figure.supxlabel("seasons", fontsize=9)
    figure.supylabel("seconds", fontsize=9)
    figure.savefig(path, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    pyplot.close(figure)


def _panel(panel: Any, results: Results, titles: Mapping[str, str], scenario: Scenario) -> None:
    sizes = results.sizes()
    for name, (colour, mark) in _LOOKS.items():
        points = [(size, results.of(size, scenario.name, name)) for size in sizes]
        points = [(size, runs) for size, runs in points if runs]
        if not points:
            continue
        walls = [[run.wall for run in runs] for _, runs in points]
        middles = [median(some) for some in walls]
        # The line at a point reaches from the shortest run to the longest.
        reach = [
            [middle - min(some) for middle, some in zip(middles, walls, strict=True)],
            [max(some) - middle for middle, some in zip(middles, walls, strict=True)],
        ]
        looks = {"color": colour, "marker": mark, "markersize": 4, "linewidth": 1.4}
        panel.errorbar(
            [size for size, _ in points], middles, yerr=reach, label=titles[name], **looks
        )
    panel.set_title(scenario.title, fontsize=9)
    panel.set_xscale("log")
    panel.set_yscale("log")
    panel.set_xticks(sizes, labels=[f"{size:,}" for size in sizes])
    panel.set_xticks([], minor=True)
    panel.yaxis.set_major_formatter("{x:g}")
    panel.grid(visible=True, color=_INK, alpha=0.25, linewidth=0.6)
    for side in ("top", "right"):
        panel.spines[side].set_visible(False)

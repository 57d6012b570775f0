"""Says why units were made again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from seasontracker.output.records import open_records, records_name
from seasontracker.pipeline.inputs import SHOW
from seasontracker.pipeline.options import BuildReport
from seasontracker.project import Project


def explain_all(report: BuildReport) -> Iterator[str]:
    """Yield a line for each unit that was made again."""
    for name, reason in sorted(report.reasons.items()):
        yield f"{_shown(name)}: {reason}"


def explain_path(report: BuildReport, project: Project, path: Path) -> str:
    """Return why the unit was made again, or was not, that a source or output file belongs to."""
    name = _show_of(project, path) or _unit_of(project, path)
    if name is None:
        return f"{path}: no show's and no output; what it changes is told by --explain alone"
    reason = report.reasons.get(name, "")
    return f"{_shown(name)}: {reason or 'as it was, nothing that it is made from has changed'}"


def _show_of(project: Project, path: Path) -> str | None:
    """Return the name of the show in whose folder of the content a file is."""
    folder = project.root / project.content / "shows"
    whole = Path.cwd() / path
    parts = whole.relative_to(folder).parts if whole.is_relative_to(folder) else ()
    return f"{SHOW}{parts[0]}" if parts else None


def _unit_of(project: Project, path: Path) -> str | None:
    """Return the unit that an output file, or the page of a folder, is on record for.

    A path is that of a file, or what stands in an address: below the output folder.
    """
    whole = Path.cwd() / path
    inside = whole.relative_to(project.output) if whole.is_relative_to(project.output) else path
    wanted = inside.as_posix().strip("/")
    candidates = {wanted, f"{wanted}/index.html".lstrip("/")}
    name = records_name(project.root, project.output)
    with open_records(project.state, name) as records:
        for unit in records.units():
            if not candidates.isdisjoint(unit.paths):
                return unit.name
    return None


def _shown(name: str) -> str:
    kind, _, rest = name.partition(":")
    return f"shows/{rest}/" if kind == "show" else rest

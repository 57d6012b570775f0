"""Says why units were made again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from seasontracker.pipeline.inputs import SHOW
from seasontracker.pipeline.options import BuildReport
from seasontracker.project import Project


def explain_all(report: BuildReport) -> Iterator[str]:
    """Yield a line for each unit that was made again."""
    for name, reason in sorted(report.reasons.items()):
        yield f"{_shown(name)}: {reason}"


def explain_path(report: BuildReport, project: Project, path: Path) -> str:
    """Return why the unit was made again, or was not, that a source or output file belongs to."""
    whole = Path.cwd() / path
    is_output = whole.is_relative_to(project.output) or (project.output / path).exists()
    if not is_output and not whole.is_relative_to(project.root / project.content / "shows"):
        return f"{path}: no show's and no output; what it changes is told by --explain alone"
    name = unit_of(project, path)
    reason = report.reasons.get(name, "")
    return f"{_shown(name)}: {reason or 'as it was, nothing that it is made from has changed'}"


def unit_of(project: Project, path: Path) -> str:
    """Return the name of the unit that a file of the content or of the output belongs to."""
    whole = Path.cwd() / path
    content = project.root / project.content
    for folder in (content, project.output):
        if whole.is_relative_to(folder):
            inside = PurePosixPath(whole.relative_to(folder).as_posix())
            break
    else:
        inside = PurePosixPath(path.as_posix())
    parts = inside.parts
    if len(parts) > 1 and parts[0] == "shows" and not parts[1].startswith(("index.", "page-")):
        return f"{SHOW}{parts[1]}"
    if parts[:2] == ("assets", "shows") and len(parts) > 2:
        return f"{SHOW}{parts[2].partition('.')[0]}"
    if parts[:3] == ("api", "v1", "shows") and len(parts) > 3:
        return f"{SHOW}{parts[3].removesuffix('.json')}"
    if inside.name == "index.json":
        return f"page:{inside.with_suffix('.html')}"
    if inside.suffix == ".html":
        return f"page:{inside}"
    known = {"assets": "site:assets", "feed.xml": "site:feed", "robots.txt": "site:robots"}
    first = parts[0] if parts else ""
    if first.startswith("sitemap"):
        return "site:sitemap"
    return known.get(first, f"page:{inside}/index.html")


def _shown(name: str) -> str:
    kind, _, rest = name.partition(":")
    return f"shows/{rest}/" if kind == "show" else rest

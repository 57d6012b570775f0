"""Where a project's folders are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath


class ProjectError(Exception):
    """There is no project to work on, or its folders cannot be used; the one expected exception."""


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one site."""

    root: Path
    """What paths in findings are relative to."""
    content: PurePosixPath
    """Relative to the root."""
    templates: Path | None
    """The site's own templates, which go before those of the package."""
    output: Path
    state: Path
    """The build's memory; disposable."""

    @property
    def package_templates(self) -> Path:
        """The templates that come with the program."""
        package = Path(__file__).parent
        inside = package / "templates"
        return inside if inside.is_dir() else package.parents[1] / "templates"


def find_project(
    start: Path,
    *,
    content: Path | None = None,
    templates: Path | None = None,
    output: Path | None = None,
) -> Project:
    """Return the project in a folder; raises `ProjectError` with a hint when there is none."""
    folder = (start / (content or "content")).resolve()
    if not folder.is_dir():
        shown = content or "content"
        raise ProjectError(
            f"there is no folder `{shown}` here\n"
            "hint: run this in the folder that holds `content/`, or name it with --content"
        )
    if not (folder / "site.yaml").exists():
        raise ProjectError(
            f"`{folder.name}/` has no `site.yaml`\n"
            "hint: create it with the keys `title` and `base_url`"
        )
    root = folder.parent
    own_templates = start / (templates or "templates")
    if templates is not None and not own_templates.is_dir():
        raise ProjectError(f"there is no folder `{templates}` for --templates")
    target = (start / (output or "build")).resolve()
    if target == folder or folder.is_relative_to(target):
        raise ProjectError(
            f"the output `{target.name}` holds the content\nhint: choose another --output"
        )
    if target.is_relative_to(folder):
        raise ProjectError(
            "the output would be written into the content\nhint: choose another --output"
        )
    return Project(
        root=root,
        content=PurePosixPath(folder.name),
        templates=own_templates.resolve() if own_templates.is_dir() else None,
        output=target,
        state=root / ".seasontracker",
    )

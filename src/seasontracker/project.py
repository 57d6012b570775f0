"""Where a project's folders are."""

from __future__ import annotations

import os
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
    folder = _absolute(start, content or Path("content"))
    if not _is_dir(folder):
        raise ProjectError(
            f"there is no folder `{content or 'content'}` here\n"
            "hint: run this in the folder that holds `content/`, or name it with --content"
        )
    if not _exists(folder / "site.yaml"):
        raise ProjectError(
            f"`{folder.name}/` has no `site.yaml`\n"
            "hint: create it with the keys `title` and `base_url`"
        )
    # The content folder itself may be a link; what the build remembers stays beside the link.
    root = folder.parent.resolve()
    own_templates = _absolute(start, templates or Path("templates"))
    if templates is not None and not _is_dir(own_templates):
        raise ProjectError(
            f"there is no folder `{templates}`\nhint: name the folder of templates with --templates"
        )
    target = _absolute(start, output or Path("build"))
    if output is None and target.is_symlink():
        _refuse_link(target)
    _refuse_output(target, content=folder, templates=own_templates)
    return Project(
        root=root,
        content=PurePosixPath(folder.name),
        templates=own_templates.resolve() if _is_dir(own_templates) else None,
        output=target.resolve(),
        state=root / ".seasontracker",
    )


def _refuse_output(output: Path, *, content: Path, templates: Path) -> None:
    """Raise `ProjectError` for a place where writing a site would harm what it is made from."""
    hint = "hint: choose another --output"
    if output.exists() and not output.is_dir():
        raise ProjectError(f"the output `{output.name}` is a file\n{hint}")
    target = output.resolve()
    for folder, what in ((content.resolve(), "content"), (templates.resolve(), "templates")):
        if folder.is_relative_to(target):
            raise ProjectError(f"the output `{output.name}` holds the {what}\n{hint}")
        if target.is_relative_to(folder):
            raise ProjectError(f"the output would be written into the {what}\n{hint}")
    if target.is_relative_to(content.parent.resolve() / ".seasontracker"):
        raise ProjectError(f"the output would be written into `.seasontracker/`\n{hint}")


def _refuse_link(output: Path) -> None:
    """Raise `ProjectError` for a link out of the project, which may be part of a stranger's change.

    Who names such a link with `--output` wants it.
    """
    if not output.resolve().is_relative_to(output.parent.resolve()):
        raise ProjectError(
            f"the output `{output.name}` is a link that leads out of the project\n"
            "hint: remove it, or name the folder that it leads to with --output"
        )


def _absolute(start: Path, given: Path) -> Path:
    """Return a path without `..` and with the names of links kept."""
    return Path(os.path.normpath(start.absolute() / given))


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False

"""Where a preview works: a folder of its own, apart from that of `build` and of other previews."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from seasontracker.output.lock import hold
from seasontracker.project import Project

FOLDER = "preview"
"""Below the project's state; those that run beside the first are `preview-2` and so on."""
MOST = 20


@contextmanager
def place(project: Project) -> Iterator[Project]:
    """Yield the project with an output and a memory that nothing else uses meanwhile.

    The first of a project's previews keeps its pages for the next time. Others are gone when they
    end; what is left of those that were killed goes when the next one begins.
    """
    names = [FOLDER, *(f"{FOLDER}-{number}" for number in range(2, MOST + 1))]
    kept, own = None, FOLDER
    try:
        for name in names:
            if kept is None:
                kept, own = hold(_lock(project, name)), name
            elif _folder(project, name).exists() and (left := hold(_lock(project, name))):
                with left:
                    _forget(_folder(project, name))
    except OSError:
        pass  # where nothing can be written, the first build says so
    try:
        yield preview_project(project, own)
    finally:
        if own != FOLDER:
            _forget(_folder(project, own))
        if kept is not None:
            kept.close()


def preview_project(project: Project, name: str = FOLDER) -> Project:
    """Return the same project with output and memory in a folder that no other command uses."""
    state = _folder(project, name)
    return replace(project, output=state / "site", state=state)


def _folder(project: Project, name: str) -> Path:
    return project.state / name


def _lock(project: Project, name: str) -> Path:
    # Beside the folder, so that nobody locks a file that is being removed.
    return project.state / f"{name}.lock"


def _forget(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)

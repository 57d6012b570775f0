"""Tells when something that a site is made from has changed."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TypeAlias

from watchfiles import Change, awatch

from seasontracker.project import Project

STEP_MS = 5
"""How long nothing must have changed before a save counts as done."""
DEBOUNCE_MS = 400
"""How long a build is put off, at most, while files go on changing."""
LOOK_MS = 2000
"""How often it is looked whether a folder has come, gone or been replaced."""
LOOKS = 15
"""After how many quiet looks everything is compared, and the clock read again."""


Burst: TypeAlias = frozenset[Path]
"""What changed at about the same time; empty for `look again, something may have`."""


async def changes(project: Project) -> AsyncIterator[Burst]:
    """Yield which files changed, in bursts.

    A watched folder that is deleted and made anew, as by a checkout, is found again.
    """
    while True:
        watched = _watched(project)  # never empty: our own templates are there
        quiet = 0
        async for burst in awatch(
            *watched,
            watch_filter=_is_content,
            debounce=DEBOUNCE_MS,
            step=STEP_MS,
            rust_timeout=LOOK_MS,
            yield_on_timeout=True,
        ):
            quiet = 0 if burst else quiet + 1
            if burst or quiet % LOOKS == 0:
                yield frozenset(Path(path) for _, path in burst)
            if _watched(project) != watched:
                break
        yield frozenset()


def _is_content(change: Change, path: str) -> bool:
    name = os.path.basename(path)  # noqa: PTH119 - called for every file of a checkout
    return not (name.startswith(".") or name.endswith(("~", ".swp", ".swx", ".tmp")))


def _watched(project: Project) -> dict[Path, int]:
    """Return the folders that are there, each with what tells it from one of the same name."""
    return dict(_inodes(project))


def _inodes(project: Project) -> Iterator[tuple[Path, int]]:
    content = project.root / project.content
    # A folder of templates may be made while the preview runs.
    own = project.templates or project.root / "templates"
    for folder in (content, project.root / "locale", own, project.package_templates):
        try:
            if folder.is_dir():
                yield folder, folder.stat().st_ino
        except OSError:
            continue

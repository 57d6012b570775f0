"""Keeps two builds of a project from working at the same time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

try:
    import fcntl
except ImportError:  # Windows has no such lock; there the last build wins, each file still whole
    fcntl = None  # type: ignore[assignment]


@contextmanager
def build_lock(state: Path | None, waiting: Callable[[], None] = lambda: None) -> Iterator[int]:
    """Wait until no other build of this project is at work; yields the file system's own time.

    That time is in nanoseconds, as files in the project carry it, whatever the machine's clock
    says. Without a folder nothing is locked, and the time is the beginning of all. `waiting` is
    called if there is another build. Raises `OSError`.
    """
    if state is None:
        yield 0
        return
    state.mkdir(parents=True, exist_ok=True)
    with (state / "lock").open("a") as handle:
        if fcntl is not None:
            # Not flock, whose lock a forked worker would hold for as long as it lives.
            try:
                fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError):
                waiting()
                fcntl.lockf(handle, fcntl.LOCK_EX)
        os.utime(state / "lock")
        yield (state / "lock").stat().st_mtime_ns


def hold(path: Path) -> TextIO | None:
    """Return what keeps a file locked until it is closed; None while another process keeps it.

    Raises `OSError`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = path.open("a")
    if fcntl is not None:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            handle.close()
            return None
    return handle

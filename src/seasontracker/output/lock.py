"""Keeps two builds of a project from working at the same time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no flock; there the last build wins, each file still whole
    fcntl = None  # type: ignore[assignment]


@contextmanager
def build_lock(state: Path | None) -> Iterator[int]:
    """Wait until no other build of this project is at work; yields the file system's own time.

    That time is in nanoseconds, as files in the project carry it, whatever the machine's clock
    says. Without a folder nothing is locked, and the time is the beginning of all. Raises
    `OSError`.
    """
    if state is None:
        yield 0
        return
    state.mkdir(parents=True, exist_ok=True)
    with (state / "lock").open("w") as handle:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX)
        os.utime(state / "lock")
        yield (state / "lock").stat().st_mtime_ns

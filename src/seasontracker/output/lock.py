"""Keeps two builds from writing at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no flock; there the last build wins, each file still whole
    fcntl = None  # type: ignore[assignment]


@contextmanager
def build_lock(state: Path) -> Iterator[None]:
    """Wait until no other build of this project is publishing."""
    state.mkdir(parents=True, exist_ok=True)
    with (state / "lock").open("w") as handle:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield

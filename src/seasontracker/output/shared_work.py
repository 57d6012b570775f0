"""Looks at many things with all cores, by plain forks, which cost less than a pool to start."""

from __future__ import annotations

import os
import sys
import threading
from array import array
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")

WORTH_SHARING = 600
"""With fewer things than this, a fork costs more than it saves."""


def find_failing(
    things: Sequence[T], holds: Callable[[T], bool], processes: int | None = None
) -> list[int]:
    """Return the index of each thing for which a question is answered with no, in order.

    The question must have no effect, and is asked in other processes too where that is safe, in as
    many as there are cores unless that is said.
    """
    parts = min(processes or cores(), len(things) // WORTH_SHARING + 1) if _can_fork() else 1
    bounds = [len(things) * part // parts for part in range(parts + 1)]
    started = [_start(things, holds, start, stop) for start, stop in pairwise(bounds[1:])]
    failing = _ask(things, holds, 0, bounds[1])
    for (child, pipe), start, stop in zip(started, bounds[1:], bounds[2:], strict=False):
        answer = _finish(child, pipe)
        # A process that was killed leaves its part to this one.
        failing += _ask(things, holds, start, stop) if answer is None else answer
    return failing


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


def _ask(things: Sequence[T], holds: Callable[[T], bool], start: int, stop: int) -> list[int]:
    return [index for index in range(start, stop) if not holds(things[index])]


def _start(
    things: Sequence[T], holds: Callable[[T], bool], start: int, stop: int
) -> tuple[int, int]:
    """Ask in a child; return its process id and the pipe that its answer comes through."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    # The child says its part and is gone; nothing of its parent is flushed, closed or undone.
    status = 1
    try:
        os.close(reading)
        answer = array("Q", _ask(things, holds, start, stop)).tobytes()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
        status = 0
    finally:
        os._exit(status)


def _finish(child: int, pipe: int) -> list[int] | None:
    with os.fdopen(pipe, "rb") as reading:
        answer = reading.read()
    _, status = os.waitpid(child, 0)
    return list(array("Q", answer)) if status == 0 and len(answer) % 8 == 0 else None

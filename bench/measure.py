"""Runs a command as a fresh process and measures what it and all its children used."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

_PROC = Path("/proc")
# Reading a process' memory stops it for a moment, so that no more than a twentieth of the time goes
# into that; short runs are looked at more often than long ones.
_SHARE = 20
_PAUSE_FROM, _PAUSE_TO = 0.01, 0.25


class CommandFailedError(Exception):
    """A build that should have succeeded did not."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of a command used."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of all its processes, user and system."""
    memory: int
    """Most bytes of all its processes together at one moment."""
    memory_is_pss: bool
    """Whether pages shared by processes were counted once; if not, `memory` is a sum of RSS."""
    samples: int


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Measured:
    """Run a command in a folder to its end; a failure is an error that shows what it printed."""
    os.sync()
    with TemporaryFile() as log:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
        sampler = _Sampler(process.pid)
        sampler.start()
        # Not process.wait(), which would throw away the resource usage.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        sampler.stop()
        if process.returncode != 0:
            log.seek(0)
            said = log.read().decode(errors="replace")[-4000:]
            raise CommandFailedError(
                f"{' '.join(command)} ended with {process.returncode}:\n{said}"
            )
    cpu = usage.ru_utime + usage.ru_stime
    return Measured(wall, cpu, sampler.most, sampler.is_pss, sampler.samples)


class _Sampler(threading.Thread):
    """Looks at the memory of a process and its descendants now and then."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.most, self.samples, self.is_pss = 0, 0, True
        self._pid = pid
        self._done = threading.Event()

    def run(self) -> None:
        """Sample until told to stop."""
        pause = _PAUSE_FROM
        while not self._done.wait(pause):
            started = time.perf_counter()
            total = sum(self._memory(pid) for pid in _tree(self._pid))
            if total:
                self.most = max(self.most, total)
                self.samples += 1
            cost = time.perf_counter() - started
            pause = min(max(cost * _SHARE, _PAUSE_FROM), _PAUSE_TO)

    def stop(self) -> None:
        """End sampling."""
        self._done.set()
        self.join()

    def _memory(self, pid: int) -> int:
        """Return a process' bytes; 0 when it has ended."""
        try:
            lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError):
            return 0
        except PermissionError:
            self.is_pss = False
            return _resident(pid)
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _resident(pid: int) -> int:
    try:
        pages = (_PROC / str(pid) / "statm").read_text().split()[1]
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _tree(pid: int) -> Iterator[int]:
    """Yield a process and all that it has started, as far as they still run."""
    yield pid
    try:
        for thread in (_PROC / str(pid) / "task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _tree(int(child))
    except (FileNotFoundError, ProcessLookupError):
        return

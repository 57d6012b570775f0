"""Two builds of a project do not work at the same time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from seasontracker.output.lock import build_lock


def test_lock_keeps_others_out(tmp_path: Path) -> None:
    """While one has it, nobody else gets it; afterwards they do."""
    state = tmp_path / "state"
    with build_lock(state):
        assert is_kept_out(state)
    assert not is_kept_out(state)


def is_kept_out(state: Path) -> bool:
    """Return whether another process would have to wait."""
    code = (
        "import sys, pathlib\n"
        "from seasontracker.output.lock import build_lock\n"
        "def waiting():\n"
        "    print('waiting', flush=True)\n"
        "    sys.exit()\n"
        "with build_lock(pathlib.Path(sys.argv[1]), waiting):\n"
        "    print('free')\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(state)], check=True, capture_output=True, text=True
    )
    return ran.stdout == "waiting\n"


def test_lock_is_free_after_an_error(tmp_path: Path) -> None:
    """A build that fails, or is interrupted, does not shut out the next one."""
    with pytest.raises(KeyboardInterrupt), build_lock(tmp_path):
        raise KeyboardInterrupt
    with build_lock(tmp_path):
        pass


def test_lock_of_a_process_that_was_killed_is_free(tmp_path: Path) -> None:
    """The system takes a lock back from a process that is no more."""
    code = (
        "import sys, time, pathlib\n"
        "from seasontracker.output.lock import build_lock\n"
        "with build_lock(pathlib.Path(sys.argv[1])):\n"
        "    print('locked', flush=True)\n"
        "    time.sleep(60)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        process.kill()
    with build_lock(tmp_path):
        pass


def test_lock_yields_the_time_of_the_file_system(tmp_path: Path) -> None:
    """It is not before the time of a file written just before, and not after one written then."""
    (tmp_path / "before").write_text("")
    with build_lock(tmp_path) as now_ns:
        (tmp_path / "after").write_text("")

    assert (tmp_path / "before").stat().st_mtime_ns <= now_ns
    assert now_ns <= (tmp_path / "after").stat().st_mtime_ns


def test_without_a_folder_nothing_is_locked() -> None:
    """A build without a memory waits for nobody, and no file is old enough to be sure of."""
    with build_lock(None) as now_ns, build_lock(None):
        assert now_ns == 0

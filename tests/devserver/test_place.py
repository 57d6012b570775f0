"""Two previews of one project do not share a folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from seasontracker.devserver.place import place
from seasontracker.project import Project, find_project

HOLD = (
    "import fcntl, sys\nhandle = open(sys.argv[1], 'a')\nfcntl.lockf(handle, fcntl.LOCK_EX)\n"
    "print('held', flush=True)\nsys.stdin.read()\n"
)


@pytest.fixture
def project(make_project: Callable[..., Path]) -> Project:
    """Return a project that was never built."""
    return find_project(make_project({}))


@pytest.fixture
def other_preview(project: Project) -> Iterator[None]:
    """Run another process that has the first place."""
    project.state.mkdir()
    command = (sys.executable, "-c", HOLD, str(project.state / "preview.lock"))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield
        process.communicate()


def test_place_is_kept_for_the_next_time(project: Project) -> None:
    """Alone a preview has the same folder again, and what another left is removed."""
    left = project.state / "preview-3/site"
    left.mkdir(parents=True)
    with place(project) as own:
        own.output.mkdir(parents=True)
        assert own.output == project.state / "preview/site"
        assert not left.parent.exists()

    assert own.output.is_dir()


@pytest.mark.usefixtures("other_preview")
def test_place_of_another_preview_is_left_to_it(project: Project) -> None:
    """A second preview has a folder of its own, which goes with it."""
    theirs = project.state / "preview/site"
    theirs.mkdir(parents=True)
    with place(project) as own:
        own.output.mkdir(parents=True)
        assert (own.output, own.state) == (
            project.state / "preview-2/site",
            project.state / "preview-2",
        )

    assert theirs.is_dir()
    assert not own.state.exists()

"""A command runs with streams closed, and ends well when nobody reads on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CLAIM = "new claim severance 1 --release 2027 --confidence rumour"


def shell(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run `seasontracker` with arguments and redirections in a shell that minds every program."""
    program = f"set -o pipefail; '{sys.executable}' -m seasontracker {command}"
    return subprocess.run(
        ["bash", "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (f"{CLAIM} <&-", 2, "give --source"),
        (f"{CLAIM} 2>&-", 2, ""),
        ("check 2>&-", 1, "1 error"),
        ("check --fix --yes <&- 2>&-", 1, "1 error"),
        ("check >&-", 1, "ST201"),
        ("list drafts <&- >&- 2>&-", 0, ""),
    ],
)
def test_closed_streams_are_no_bug(make_project: Any, command: str, code: int, said: str) -> None:
    """Nobody is asked, nothing is shown there, and no file is written to in its place."""
    article = "---\npublished: 2022-02-18\n---\n\nText.\n"
    root = make_project({"content/shows/severance/season-1/index.md": article})
    ended = shell(root, command)

    assert "bug" not in ended.stderr
    assert ended.returncode == code
    assert said in ended.stdout + ended.stderr
    assert (root / "content/shows/severance/season-1/index.md").read_text("utf-8") == article


@pytest.mark.parametrize("command", ["explain", "schema season"])
def test_reader_may_leave(tmp_path: Path, command: str) -> None:
    """It is told as shells tell it, since 1 means errors in content."""
    ended = shell(tmp_path, f"{command} | true")

    assert (ended.returncode, ended.stderr) == (141, "")

"""Whole sessions: a real server, real files, and a reader of its events."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

ARTICLE = "content/shows/severance/season-1/index.md"


class Session:
    """A running server, and the events that a page would get."""

    def __init__(self, root: Path, *arguments: str) -> None:
        command = (sys.executable, "-m", "seasontracker", "serve", "--today", "2026-11-22")
        self.process = subprocess.Popen(
            (*command, *arguments),
            cwd=root,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.url = ""
        for line in self.process.stdout:
            if line.startswith("Serving "):
                self.url = line.split()[1]
                break

    def events(self, client: httpx.Client) -> Iterator[dict[str, Any]]:
        """Yield states as they come."""
        with client.stream("GET", f"{self.url}_preview/events") as stream:
            for line in stream.iter_lines():
                if line.startswith("data: "):
                    yield json.loads(line.removeprefix("data: "))

    def end(self) -> tuple[int, str]:
        """Interrupt it; return its code and what it said of mistakes."""
        self.process.send_signal(signal.SIGINT)
        _, stderr = self.process.communicate(timeout=60)
        return self.process.returncode, stderr


@pytest.fixture
def session(make_project: Callable[..., Path]) -> Iterator[tuple[Session, Path]]:
    """Run a server on any free port."""
    root = make_project({})
    running = Session(root, "--port", "0")
    yield running, root
    if running.process.poll() is None:
        running.process.kill()
        running.process.communicate()


def test_session_follows_mistakes_checkouts_and_deleted_folders(
    session: tuple[Session, Path],
) -> None:
    """What is saved is shown; mistakes are told and mended; a checkout and a deletion survived."""
    running, root = session
    file = root / ARTICLE
    with httpx.Client(timeout=60) as client:
        events = running.events(client)
        first = next(events)
        assert (first["version"], first["shown"]) == (1, True)

        good = file.read_text()
        file.write_text(good.replace("headline:", "hedline:"))
        state = next(one for one in events if one["errors"])
        (error,) = state["errors"]
        assert error["place"] == f"{ARTICLE}:2:1"
        assert (error["excerpt"], error["start"]) == ("hedline: Severance season 1", 0)
        assert error["hint"] == "did you mean `headline`?"
        assert client.get(f"{running.url}shows/severance/season-1/").status_code == 200

        file.write_text(good)
        assert next(one for one in events if one["shown"])["version"] == 1

        # Another branch: many files at once, and a show that is not there any more.
        shows = root / "content/shows"
        for number in range(40):
            folder = shows / f"show-{number}/season-1"
            folder.mkdir(parents=True)
            (folder.parent / "show.yaml").write_text(
                f"title: Show {number}\nnetwork: Apple TV\nsummary: A show.\n"
            )
            (folder / "index.md").write_text(good)
        (shows / "severance").rename(root / "content/gone")
        (root / "content/gone").rename(shows / "kept")
        wanted = {f"show-{number}" for number in range(40)} | {"kept"}
        site = root / ".seasontracker/preview/site/shows"
        for state in events:
            there = {path.parent.name for path in site.glob("*/index.html")} - {"page-2"}
            if state["shown"] and there == wanted:
                break
        code, told = running.end()
        assert (code, told.count("error[ST202]"), "Traceback" in told) == (0, 1, False)


def test_session_says_that_a_port_is_in_use(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """Nothing is built, and the way out is named."""
    root = make_project({})
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        outcome = run("serve", "--port", str(port))

    assert outcome.code == 2
    assert f"port {port} is in use" in outcome.stderr
    assert "--port 0" in outcome.stderr
    assert not (root / ".seasontracker").exists()

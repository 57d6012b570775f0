"""What strangers, kills and hurried editors do to a build."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from seasontracker.pipeline import compile as compiling
from seasontracker.site import load

SEASON = "content/shows/severance/season-1/index.md"
PAGE = "build/shows/severance/season-1/index.html"


def test_a_killed_build_leaves_no_worker_and_no_lock(make_project: Any, run: Any) -> None:
    """Worker processes end soon after the build that started them, and the next build can work."""
    show = (
        "title: One\nnetwork: N\nsummary: S.\n",
        "---\nheadline: H\npublished: 2022-02-18\n---\n",
    )
    root = make_project(
        {
            f"content/shows/show-{number}/{name}": text
            for number in range(200)
            for name, text in zip(("show.yaml", "season-1/index.md"), show, strict=True)
        }
    )
    # A worker that is slow, so that there is one to be left behind.
    slow = (
        "import sys, time\n"
        "from seasontracker.pipeline import worker\n"
        "run = worker.ShowWorker.run\n"
        "def slowly(self, job):\n"
        "    print(__import__('os').getpid(), flush=True)\n"
        "    time.sleep(0.5)\n"
        "    return run(self, job)\n"
        "worker.ShowWorker.run = slowly\n"
        "from seasontracker.cli import main\n"
        "main(['build', '--jobs', '2'])\n"
    )
    build = subprocess.Popen(
        [sys.executable, "-c", slow], cwd=root, stdout=subprocess.PIPE, text=True
    )
    assert build.stdout is not None
    worker = int(build.stdout.readline())
    assert worker != build.pid
    build.send_signal(signal.SIGKILL)
    build.wait()
    build.stdout.close()

    assert run("build", "--jobs", "1").code == 0
    for _ in range(100):
        if not is_running(worker):
            break
        time.sleep(0.1)
    assert not is_running(worker)


def test_a_killed_worker_is_told_in_words(make_project: Any) -> None:
    """A kernel that is short of memory kills one process of a build; nothing is published."""
    root = make_project(
        {
            f"content/shows/show-{n}/show.yaml": "title: One\nnetwork: N\nsummary: S.\n"
            for n in range(20)
        }
    )
    dying = (
        "import os, signal, sys\n"
        "from seasontracker.pipeline import worker\n"
        "worker.ShowWorker.run = lambda self, job: os.kill(os.getpid(), signal.SIGKILL)\n"
        "from seasontracker.cli import main\n"
        "sys.exit(main(['build', '--jobs', '2']))\n"
    )

    killed = subprocess.run(
        [sys.executable, "-c", dying], cwd=root, capture_output=True, text=True, check=False
    )

    assert killed.returncode == 2
    assert "was killed" in killed.stderr
    assert "Traceback" not in killed.stderr
    assert not (root / "build").exists()


def is_running(process: int) -> bool:
    """Return whether a process is there and has not ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.parametrize("name", ["lock", "stage", "build.sqlite3", "build-files.txt"])
def test_links_in_the_memory_are_refused(make_project: Any, run: Any, name: str) -> None:
    """A change that brings a link along makes nothing outside the project be written."""
    root = make_project({})
    victim = root.parent / f"{root.name}-victim"
    victim.write_text("precious")
    (root / ".seasontracker").mkdir()
    (root / ".seasontracker" / name).symlink_to(victim)

    refused = run("build")
    assert refused.code == 2
    assert name in refused.stderr
    assert victim.read_text() == "precious"


def test_an_edit_that_is_taken_back_during_a_build_is_seen(
    make_project: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page made from what stood there for a moment is made again from what stands there."""
    root = make_project({})
    article = root / SEASON
    before = article.read_text()
    old = article.stat()

    def meanwhile(*arguments: Any) -> Any:
        article.write_text(before + "\nFor a moment.\n")
        try:
            return load.load_show(*arguments)
        finally:
            article.write_text(before)
            os.utime(article, ns=(old.st_atime_ns, old.st_mtime_ns))

    with monkeypatch.context() as patch:
        patch.setattr(compiling, "load_show", meanwhile)
        run("build")
    assert "For a moment." in (root / PAGE).read_text()
    run("build")

    assert "For a moment." not in (root / PAGE).read_text()


def test_another_content_folder_is_another_site(make_project: Any, run: Any) -> None:
    """What is remembered of one folder says nothing about another."""
    root = make_project({})
    for name in ("content", "other"):
        (root / name / "shows").mkdir(parents=True, exist_ok=True)
    for file in sorted((root / "content").rglob("*")):
        if file.is_file():
            copy = root / "other" / file.relative_to(root / "content")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(file.read_text().replace("title: Seasons", "title: Otherwise"))
    run("build")
    assert run("build", "--content", "other").code == 0
    assert "Otherwise" in (root / "build/index.html").read_text()
    run("build")

    assert "Otherwise" not in (root / "build/index.html").read_text()


def test_a_file_name_that_is_not_unicode_is_a_warning_each_time(
    make_project: Any, run: Any
) -> None:
    """It is reported by the build that finds it and by the one that changes nothing."""
    root = make_project({})
    name = os.fsencode(root / "content/shows/severance") + b"/Bel\xe9.txt"
    with open(name, "wb") as stream:  # noqa: PTH123 - pathlib knows no names in bytes
        stream.write(b"x")

    assert [run("build").code, run("build").code] == [0, 0]
    assert "1 warning" in run("build").stdout


def test_template_that_is_named_only_when_rendered_is_seen(make_project: Any, run: Any) -> None:
    """Wherever it lies."""
    home = '{% extends "base.html" %}{% block main %}<h1>H</h1>{% set name = "own/x.html" %}'
    root = make_project(
        {
            "templates/pages/home.html": home + "{% include name %}{% endblock %}",
            "templates/own/x.html": "<p>One</p>",
        }
    )
    run("build")
    (root / "templates/own/x.html").write_text("<p>Other</p>")
    run("build")

    assert "<p>Other</p>" in (root / "build/index.html").read_text()


def test_inline_template_that_cannot_be_read_is_a_finding(make_project: Any, run: Any) -> None:
    """The one that the program itself calls, too."""
    make_project({"templates/partials/inline.html": b"\xe9"})

    assert [line.split("[")[1][:5] for line in run("build").headlines] == ["ST102"]

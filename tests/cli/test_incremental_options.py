"""What a build without changes leaves alone, and what it says of itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HEAVY = ("babel", "jinja2", "markdown", "msgspec", "nh3", "PIL", "pydantic", "rich", "yaml")
REPOSITORY = Path(__file__).parents[2]
SEASON = "content/shows/severance/season-1/index.md"


def heavy_after(root: Path, *arguments: str) -> str:
    """Run a command in a process of its own; return which large libraries it imported."""
    script = (
        "import sys; from seasontracker.cli import main; code = main(sys.argv[1:]);"
        f"print(code, *[name for name in {HEAVY!r} if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    return ran.stdout.splitlines()[-1]


def test_version_imports_no_large_library(tmp_path: Path) -> None:
    """Asking for the version starts nothing else."""
    assert heavy_after(tmp_path, "--version") == "0"


def test_build_without_changes_imports_no_large_library(make_project: Any) -> None:
    """Nothing is read, parsed or rendered when nothing moved."""
    root = make_project({})
    first = heavy_after(root, "build", "--today", "2026-11-22")
    second = heavy_after(root, "build", "--today", "2026-11-23")

    assert set(first.split()[1:]) >= {"jinja2", "markdown", "pydantic", "yaml"}
    assert second == "0"


def test_build_without_changes_and_with_warnings_imports_no_large_library(
    make_project: Any,
) -> None:
    """Warnings of earlier builds are told again, and what they are about is not read again."""
    late = "- {date: 2022-01-01, release: 2022-03, confidence: rumour, source: a}\n"
    root = make_project(
        {
            "content/sources.yaml": "a: {publisher: A, tier: fan, published: 2022}\n",
            "content/shows/severance/season-1/status.yaml": late,
        }
    )
    heavy_after(root, "build", "--today", "2026-11-22")
    second = heavy_after(root, "build", "--today", "2026-11-22")

    assert set(second.split()[1:]).isdisjoint({"babel", "jinja2", "markdown", "pydantic", "yaml"})
    # To show what is on record.
    assert "msgspec" in second


def test_bytecode_that_python_writes_is_no_change(make_project: Any, tmp_path: Path) -> None:
    """The first build of a new installation is remembered, though it fills our own folders."""
    root = make_project({})
    home = tmp_path / "installed"
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("src/seasontracker", "templates"):
        shutil.copytree(REPOSITORY / name, home / name, ignore=ignored)
    usual = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    said = [
        subprocess.run(
            [sys.executable, "-m", "seasontracker", "build", "--today", "2026-11-22", "--explain"],
            cwd=root,
            env={**usual, "PYTHONPATH": str(home / "src")},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.splitlines()
        for _ in range(2)
    ]

    assert "shows/severance/: new" in said[0]
    assert list(home.rglob("*.pyc"))
    assert len(said[1]) == 1


def test_explain_says_what_moved(make_project: Any, run: Any) -> None:
    """Every unit that was made again is named with what changed."""
    root = make_project({})
    assert "shows/severance/: new\n" in run("build", "--explain").stdout
    with (root / SEASON).open("a") as article:
        article.write("\nMore.\n")

    assert run("build", "--explain").stdout.splitlines()[:-1] == [
        f"shows/severance/: {SEASON} changed"
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (SEASON, "shows/severance/: content/shows/severance/season-1/index.md changed"),
        ("build/shows/severance/season-1/index.html", "shows/severance/: content"),
        ("calendar/index.html", "calendar/index.html: as it was"),
        ("build/sitemap.xml", "sitemap: as it was"),
        ("build/shows/severance/feed.xml", "shows/severance/: content"),
        ("build/feed.json", "feed: as it was"),
        ("build/api/v1/shows/severance.json", "shows/severance/: content"),
        ("/calendar/", "calendar/index.html: as it was"),
        ("calendar/", "calendar/index.html: as it was"),
        ("build/nothing.html", "build/nothing.html: no show's and no output"),
        ("content/site.yaml", "content/site.yaml: no show's and no output"),
    ],
)
def test_explain_of_a_file(make_project: Any, run: Any, path: str, expected: str) -> None:
    """A file of the content or of the output stands for the unit that it belongs to."""
    root = make_project({})
    run("build")
    with (root / SEASON).open("a") as article:
        article.write("\nMore.\n")

    assert run("build", "--explain", path).stdout.startswith(expected)


def test_verify_compares_with_a_clean_build(
    make_project: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proof holds, counts files of others, and fails when a file is not what it should be."""
    root = make_project({})
    (root / "build").mkdir()
    (root / "build/CNAME").write_text("example.org\n")
    proven = run("build", "--verify")
    assert proven.code == 0
    assert "1 others are not ours" in proven.stdout

    monkeypatch.setattr("seasontracker.pipeline.staleness.is_intact", lambda folder, unit: True)
    (root / "build/robots.txt").write_text("altered")
    (root / "build/404.html").unlink()
    (root / "build/shows/empty").mkdir()
    (root / "build/.well-known").mkdir()
    refuted = run("build", "--verify")

    assert refuted.code == 3
    assert refuted.lines[:3] == [
        "verify: 404.html is missing",
        "verify: robots.txt differs",
        "verify: shows/empty/ is empty",
    ]


def test_clean_writes_everything_again(make_project: Any, run: Any) -> None:
    """Also what the output has already."""
    make_project({})
    run("build")

    assert " 0 unchanged, " in run("build", "--clean").stdout


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_start_either_way(
    make_project: Any, run: Any, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    """Where processes cannot inherit the workshop, each opens its own, and the site is the same."""
    show = (
        "title: One of many\nnetwork: Net\nsummary: It is one of many.\n",
        "---\nheadline: Season 1\npublished: 2022-02-18\n---\n\nIt ran.\n",
    )
    root = make_project(
        {
            f"content/shows/show-{number}/{name}": text
            for number in range(16)
            for name, text in zip(("show.yaml", "season-1/index.md"), show, strict=True)
        }
    )
    monkeypatch.setattr("seasontracker.pipeline.pool._start_method", lambda: method)
    monkeypatch.setattr("seasontracker.pipeline.pool.SPAWN_FROM", 16)

    assert run("build", "--jobs", "2").code == 0
    assert (root / "build/shows/show-15/season-1/index.html").is_file()
    assert run("build", "--jobs", "1", "--verify").code == 0

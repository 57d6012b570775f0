"""The same content and the same day give the same bytes, wherever and however they are built."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from seasontracker.pipeline.pool import POOL_FROM

REPOSITORY = Path(__file__).parents[1]
CONTENT = REPOSITORY / "content"
TODAY = "2026-11-22"
EPOCH = "1795348800"
"""Noon of that day, in seconds of Unix time."""
TINY_SHOWS = 30
"""With the shipped ones, enough for `--jobs 2` to start worker processes."""

Output = Mapping[str, bytes]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """Build the site once, in one process."""
    root = tmp_path_factory.mktemp("first")
    lay_out(root)
    return build(root, "--today", TODAY, "--jobs", "1")


def test_tiny_shows_call_for_a_pool() -> None:
    """There are enough shows that a build with two jobs shares them out."""
    assert TINY_SHOWS >= POOL_FROM


def test_first_build_is_complete(expected: Output) -> None:
    """What is compared is the whole site."""
    assert "index.html" in expected
    assert "shows/all-of-us-are-dead/season-2/index.html" in expected
    assert "shows/tiny-29/season-1/index.html" in expected


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_same_bytes_in_another_folder(tmp_path: Path, expected: Output, jobs: str) -> None:
    """Neither the folder, nor the order of its entries, nor the number of workers matters."""
    root = tmp_path / "elsewhere, with spaces & ümlauts"
    lay_out(root, backwards=True)

    differ(expected, build(root, "--today", TODAY, "--jobs", jobs))


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"PYTHONHASHSEED": "1"}, id="hash-seed-1"),
        pytest.param({"PYTHONHASHSEED": "4242"}, id="hash-seed-4242"),
        pytest.param({"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"}, id="kiritimati-c"),
        pytest.param({"TZ": "Pacific/Pago_Pago", "LC_ALL": "tr_TR.UTF-8"}, id="pago-pago-turkish"),
        pytest.param({"PYTHONUTF8": "0", "LC_ALL": "POSIX", "TERM": "dumb"}, id="no-utf-8"),
        pytest.param({"LANGUAGE": "ko:de", "COLUMNS": "20", "FORCE_COLOR": "1"}, id="korean"),
    ],
)
def test_same_bytes_in_another_environment(
    tmp_path: Path, expected: Output, environment: Mapping[str, str]
) -> None:
    """Neither hashing, nor the machine's time zone, language and terminal matter."""
    lay_out(tmp_path)

    differ(expected, build(tmp_path, "--today", TODAY, "--jobs", "2", environment=environment))


def test_same_bytes_by_epoch(tmp_path: Path, expected: Output) -> None:
    """`SOURCE_DATE_EPOCH` means the day that it falls on."""
    lay_out(tmp_path)

    differ(expected, build(tmp_path, environment={"SOURCE_DATE_EPOCH": EPOCH}))


def test_same_bytes_over_an_older_build(tmp_path: Path, expected: Output) -> None:
    """What was built before leaves no trace, and a second build changes nothing."""
    lay_out(tmp_path)
    extra = tmp_path / "content" / "shows" / "tiny-00" / "season-2" / "index.md"
    extra.parent.mkdir()
    extra.write_text(season(2), encoding="utf-8")
    build(tmp_path, "--today", "2023-06-30")
    extra.unlink()
    extra.parent.rmdir()

    differ(expected, build(tmp_path, "--today", TODAY))

    before = times(tmp_path / "build")
    differ(expected, build(tmp_path, "--today", TODAY))
    assert times(tmp_path / "build") == before


def lay_out(root: Path, *, backwards: bool = False) -> None:
    """Write the shipped content and many tiny shows into a folder, in either order."""
    files = {
        f"content/{file.relative_to(CONTENT).as_posix()}": file.read_bytes()
        for file in CONTENT.rglob("*")
        if file.is_file()
    }
    for number in range(TINY_SHOWS):
        show = f"content/shows/tiny-{number:02}"
        files[f"{show}/show.yaml"] = (
            f"title: Tiny {number}\nnetwork: Network {number % 3}\nsummary: Number {number}.\n"
        ).encode()
        files[f"{show}/season-1/index.md"] = season(1).encode()
        files[f"{show}/season-1/status.yaml"] = (
            b"- date: 2026-01-15\n  renewal: ordered\n  release: 2027\n"
            b"  confidence: speculation\n  because: A year is needed.\n"
        )
    # Drawing them takes as long as all the rest; tests/pipeline/test_cards.py is about them.
    files["content/site.yaml"] += b"social_cards: no\n"
    for path, data in sorted(files.items(), reverse=backwards):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def season(number: int) -> str:
    """Return a small article."""
    return (
        f"---\nheadline: Tiny season {number}\npublished: 2026-02-01\n---\n\n"
        "## One\n\nText, with a [link](show:all-of-us-are-dead/season-2).\n\n## Two\n\nMore.\n"
    )


def build(root: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Output:
    """Build in a process of its own and return every file of the output."""
    variables = {
        name: value
        for name, value in os.environ.items()
        if name not in ("SOURCE_DATE_EPOCH", "TZ", "LANG", "LANGUAGE", "PYTHONHASHSEED")
        and not name.startswith("LC_")
    }
    ended = subprocess.run(
        [sys.executable, "-m", "seasontracker", "build", *arguments],
        cwd=root,
        env=variables | dict(environment or {}),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return {
        file.relative_to(root / "build").as_posix(): file.read_bytes()
        for file in (root / "build").rglob("*")
        if file.is_file()
    }


def differ(expected: Output, found: Output) -> None:
    """Fail with the names of the files that are not the same."""
    assert sorted(found) == sorted(expected)
    for path, data in expected.items():
        if found[path] != data:
            # Not the whole of both: a page has thousands of lines.
            assert first_difference(data, found[path]) == "", path
            raise AssertionError(path)


def first_difference(expected: bytes, found: bytes) -> str:
    """Return where two files part."""
    index = next(
        (index for index, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b),
        min(len(expected), len(found)),
    )
    near = slice(max(0, index - 60), index + 60)
    return f"at {index}: {expected[near]!r} became {found[near]!r}"


def times(folder: Path) -> dict[str, int]:
    """Return when each file was last written."""
    return {str(file): file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()}

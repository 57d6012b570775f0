"""`seasontracker check --fix`: the diff first, and then what was agreed to."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LOG = "content/shows/severance/season-1/status.yaml"
TEXT = (
    "- date: 2022-03-01\n  confidence: official\n  renewal: renewed # for two\n"
    "  source: a\n\n"
    "# First word.\n- date: 2022.1.5\n  confidence: rumour\n  release: 2022-02-18\n  source: a\n"
)
MENDED = (
    "# First word.\n- date: 2022-01-05\n  confidence: rumour\n  release: 2022-02-18\n  source: a\n"
    "\n"
    "- date: 2022-03-01\n  confidence: official\n  renewal: renewed # for two\n  source: a\n"
)
SOURCES = "a:\n  publisher: Variety\n  published: 2022-01-01\n"
FILES = {LOG: TEXT, "content/sources.yaml": SOURCES}


def test_fix_writes_what_it_showed_and_checks_again(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """The findings that remain are told as ever, and a second run has nothing to do."""
    root = make_project(FILES)
    assert run("check").code == 1

    outcome = run("check", "--fix", "--yes")

    assert outcome.code == 0
    assert outcome.stdout.startswith(f"--- a/{LOG}\n+++ b/{LOG}\n@@ ")
    assert "-- date: 2022.1.5\n" in outcome.stdout
    assert "mended 1 file\n" in outcome.stderr
    assert (root / LOG).read_text() == MENDED
    again = run("check", "--fix", "--yes")
    assert again.code == 0
    assert again.stderr.startswith("nothing to mend\n")


def test_fix_diff_only_looks(
    make_project: Callable[..., Path], run: Callable[..., Any], git: Callable[..., str]
) -> None:
    """--diff prints a patch that git applies, and fails as long as there is one."""
    root = make_project(FILES)

    outcome = run("check", "--fix", "--diff")

    assert outcome.code == 1
    assert (root / LOG).read_text() == TEXT
    (root / "mend.patch").write_text(outcome.stdout)
    git("apply", "mend.patch")
    assert (root / LOG).read_text() == MENDED
    assert run("check", "--fix", "--diff").code == 0


def test_fix_in_a_pipe_needs_a_word(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """Where nobody can be asked nothing is written without --yes."""
    root = make_project(FILES)

    outcome = run("check", "--fix")

    assert outcome.code == 2
    assert "--yes" in outcome.stderr
    assert (root / LOG).read_text() == TEXT


@pytest.mark.parametrize(("answer", "expected"), [(True, MENDED), (False, TEXT)])
def test_fix_asks_on_a_terminal(
    make_project: Callable[..., Path],
    run: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    answer: bool,
    expected: str,
) -> None:
    """What is answered is done."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    root = make_project(FILES)
    monkeypatch.setattr("sys.stdin", Terminal("y\n" if answer else "n\n"))

    run("check", "--fix")

    assert (root / LOG).read_text() == expected


def test_fix_shows_a_file_with_line_ends_of_windows_as_it_reads(
    make_project: Callable[..., Path], at_terminal: Callable[..., tuple[int, str]]
) -> None:
    """A person sees no mark for the carriage returns, which stay in the file."""
    root = make_project({**FILES, LOG: TEXT.replace("\n", "\r\n")})
    code, shown = at_terminal("check", "--fix", answers="y\n")

    assert code == 0
    assert "\n-- date: 2022.1.5\n" in shown
    assert "\ufffd" not in shown
    assert (root / LOG).read_bytes() == MENDED.replace("\n", "\r\n").encode()


def test_fix_keeps_pages_as_they_are(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """The order of claims in the file is nothing that a reader sees."""
    root = make_project({**FILES, LOG: TEXT.replace("2022.1.5", "2022-01-05")})

    def pages() -> dict[str, bytes]:
        assert run("build", "--today", "2026-11-24").code == 0
        built = root / "build"
        return {
            file.relative_to(built).as_posix(): file.read_bytes()
            for file in built.rglob("*")
            if file.is_file()
        }

    before = pages()
    run("check", "--fix", "--yes")

    assert (root / LOG).read_text() == MENDED
    assert pages() == before


def test_fix_keeps_line_ends(make_project: Callable[..., Path], run: Callable[..., Any]) -> None:
    """A file from Windows stays one."""
    root = make_project({**FILES, LOG: TEXT.replace("\n", "\r\n").encode()})

    run("check", "--fix", "--yes")

    assert (root / LOG).read_bytes() == MENDED.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("option", ["--yes", "--diff"])
def test_fix_options_belong_to_fix(
    make_project: Callable[..., Path], run: Callable[..., Any], option: str
) -> None:
    """They mean nothing alone, and somebody may think that they did."""
    make_project({})

    assert run("check", option).code == 2

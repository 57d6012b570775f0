"""What README shows works as shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seasontracker.cli import main

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
FILES = re.findall(r"^`(content/[^`]+)`\n```\w+\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def write(root: Path, files: list[tuple[str, str]]) -> None:
    for path, text in files:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def test_readme_smallest_content_makes_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The smallest content builds, and its log of one claim changes the page."""
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "build/shows/harbour-nine/season-2/index.html"

    write(tmp_path, FILES[:3])
    assert main(["build", "--today", "2026-11-22"]) == 0
    before = page.read_text("utf-8")
    write(tmp_path, FILES[3:])
    assert main(["build", "--today", "2026-11-22"]) == 0
    after = page.read_text("utf-8")

    assert "econd half of 2027" not in before
    assert "econd half of 2027" in after
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "arguments", re.findall(r"^\| `seasontracker ([^`]+)` \|", README, re.MULTILINE)
)
def test_readme_commands_run(
    arguments: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every command in README's table succeeds on the smallest content."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, FILES)

    assert main(arguments.split()) == 0
    assert capsys.readouterr().out

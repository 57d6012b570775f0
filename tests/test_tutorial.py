"""The tutorial's commands work, in their order, from an empty folder to a page."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from seasontracker.cli import main

TUTORIAL = (Path(__file__).parents[1] / "docs" / "tutorial.md").read_text("utf-8")
COMMANDS = [
    shlex.split(line.removeprefix("$ "))
    for block in re.findall(r"^```console\n(.*?)^```", TUTORIAL, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
BLOCKS = dict(re.findall(r"^```(yaml|markdown)\n(.*?)^```", TUTORIAL, re.MULTILINE | re.DOTALL))
SEASON = Path("content/shows/glass-coast/season-2")


def test_tutorial_leads_to_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command of ours succeeds; the page says what the claims say."""
    monkeypatch.chdir(tmp_path)
    for program, *arguments in COMMANDS:
        if program == "cd":
            os.chdir(arguments[0])
        elif program == "seasontracker":
            assert main(arguments) == 0, capsys.readouterr().err
        else:
            assert program in ("python3", ".", "pip", "git")
    page = Path("build/shows/glass-coast/season-2/index.html")
    assert "econd half of 2027" in page.read_text("utf-8")

    article = SEASON / "index.md"
    head = article.read_text("utf-8").rpartition("---\n")[0]
    article.write_text(f"{head}---\n{BLOCKS['markdown']}", "utf-8")
    assert main(["build", "--strict"]) == 0, capsys.readouterr().err
    assert "Will the keeper be back?" in page.read_text("utf-8")


def test_tutorial_mistake_is_found(tmp_path: Path, make_project: Any, run: Any) -> None:
    """The misspelt key is named, with the one that was meant."""
    folder = "content/shows/severance"
    make_project(
        {
            f"{folder}/season-1/status.yaml": BLOCKS["yaml"],
            f"{folder}/sources.yaml": "northlight-may: {publisher: Northlight, tier: official}\n",
        }
    )
    outcome = run("check")

    assert outcome.code == 1
    assert "ST202" in outcome.stderr
    assert "did you mean `renewal`?" in outcome.stderr

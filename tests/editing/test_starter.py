"""A new site is right from its first minute, on any day, in any language."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from seasontracker.editing.starter import Starter, starter_files

Run = Callable[..., Any]


@pytest.mark.parametrize("today", ["2026-11-24", "2024-02-29", "2031-01-01"])
def test_new_site_passes_every_check(tmp_path: Path, run: Run, today: str) -> None:
    """No finding, not even a warning, whenever it is made."""
    assert run("init", "--today", today).code == 0
    outcome = run("check", "--strict", "--today", today)

    assert (outcome.code, outcome.stderr) == (0, "")
    assert run("build", "--strict", "--today", today).code == 0
    page = (tmp_path / "build/shows/harbour-nine/season-2/index.html").read_text("utf-8")
    assert "Harbour Nine season 2" in page


def test_site_may_begin_on_the_first_day_there_is(run: Run) -> None:
    """The example's days are not before it."""
    assert run("init", "--today", "0001-01-02").code == 0


def test_title_may_hold_anything(tmp_path: Path, run: Run) -> None:
    """Signs that mean something to YAML stay signs of the title."""
    title = "1923: \"#1\" & 'more' @TITLE@"
    assert run("init", "--title", title).code == 0

    settings = yaml.safe_load((tmp_path / "content/site.yaml").read_text("utf-8"))
    assert settings["title"] == title
    assert run("check", "--strict").code == 0


def test_nothing_is_written_over(tmp_path: Path, run: Run) -> None:
    """One file that is there already stops all of it, before anything is written."""
    (tmp_path / "README.md").write_text("mine", "utf-8")
    outcome = run("init")

    assert outcome.code == 2
    assert "`README.md` is there already; nothing was written" in outcome.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["README.md"]


def test_bad_settings_are_refused_first(tmp_path: Path, run: Run) -> None:
    """A site is never started with settings that no build takes."""
    outcome = run("init", "new", "--base-url", "example", "--timezone", "Mars/Olympus")

    assert outcome.code == 2
    assert "ST209" in outcome.stderr
    assert "`Mars/Olympus` is not a time zone" in outcome.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("arguments", "there"),
    [((), {True}), (("--ci", "none"), {False}), (("--no-example",), {True})],
)
def test_parts_can_be_left_out(
    tmp_path: Path, run: Run, arguments: tuple[str, ...], there: set[bool]
) -> None:
    """Workflows and the example are a choice; a site without a show builds, too."""
    assert run("init", *arguments).code == 0

    workflows = [".github/workflows/site.yaml", ".gitlab-ci.yml"]
    assert {(tmp_path / path).exists() for path in workflows} == there
    assert (tmp_path / "content/shows").exists() is ("--no-example" not in arguments)
    assert run("build", "--strict").code == 0


def test_files_for_programs_can_be_read() -> None:
    """Workflows are YAML whose steps check and build; settings are JSON."""
    files = dict(starter_files(Starter("T", "https://example.org/", date(2026, 11, 24))))
    github = yaml.safe_load(files[".github/workflows/site.yaml"])
    gitlab = yaml.safe_load(files[".gitlab-ci.yml"])
    steps = [step.get("run", "") for job in github["jobs"].values() for step in job["steps"]]

    assert "seasontracker check --format github" in steps
    assert "seasontracker build" in steps
    assert github["permissions"] == {"contents": "read"}
    assert gitlab["check"]["artifacts"]["reports"]["codequality"] in gitlab["check"]["script"][0]
    links = github["jobs"]["links"]
    monday = github[True]["schedule"][1]["cron"]  # YAML 1.1 reads the key `on` as a boolean
    assert "seasontracker check --external --format github" in links["steps"][-1]["run"]
    assert f"github.event.schedule == '{monday}'" in links["if"]
    assert "links" not in github["jobs"]["publish"]["needs"]
    assert gitlab["links"]["allow_failure"] is True
    assert gitlab["links"]["script"][0].startswith("seasontracker check --external --format gitlab")
    assert [rule["if"] for rule in gitlab["links"]["rules"]] == [
        '$CI_PIPELINE_SOURCE == "schedule" && $LINKS'
    ]
    assert gitlab["pages"]["needs"] == ["check"]
    assert json.loads(files[".vscode/settings.json"])["yaml.schemas"]
    hooks = yaml.safe_load(files[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    assert [hook["entry"] for hook in hooks] == ["seasontracker check"]
    for path, text in files.items():
        if match := re.match(r"# yaml-language-server: \$schema=(\S+)\n", text):
            schema = (Path("/site") / path).parent / match[1]
            assert os.path.normpath(schema).removeprefix("/site/") in files
        else:
            assert not (path.startswith("content/") and path.endswith(".yaml")), path
    assert not [
        path for path, text in files.items() if "@" in text.replace("[@", "").replace("@v", "")
    ]

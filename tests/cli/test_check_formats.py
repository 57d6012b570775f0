"""`check` tells programs what it tells people, and `explain` says the rest."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from seasontracker.diagnostics.formats import FORMATS

BROKEN = {"content/shows/severance/show.yaml": "title: Severance\n"}


@pytest.mark.parametrize("format_name", FORMATS)
def test_reports_stand_alone_on_standard_output(
    make_project: Any, run: Any, format_name: str
) -> None:
    """What is redirected into a file holds the report and nothing else."""
    make_project(BROKEN)
    outcome = run("check", "--format", format_name, "--statistics", "--today", "2026-11-22")

    assert outcome.code == 1
    assert "Checked 1 show" in outcome.stderr
    assert "Checked" not in outcome.stdout
    assert outcome.stdout.count("ST201") >= 2
    if format_name == "junit":
        assert ElementTree.fromstring(outcome.stdout.encode()).get("failures") == "2"
    elif format_name != "github":
        json.loads(outcome.stdout)


def test_statistics_count_findings(make_project: Any, run: Any) -> None:
    """The most frequent code comes first."""
    make_project(BROKEN)
    outcome = run("check", "--statistics", "--today", "2026-11-22")

    assert outcome.stdout.splitlines()[0] == "    2  ST201  missing-key"


def test_since_leaves_out_what_has_not_changed(make_project: Any, run: Any, git: Any) -> None:
    """A pull request is not blamed for what was there before."""
    make_project(BROKEN)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    before = run("check", "--since", "main", "--today", "2026-11-22")
    make_project({**BROKEN, "content/shows/severance/season-1/index.md": "---\n---\n"})
    after = run("check", "--since", "main", "--today", "2026-11-22")

    assert (before.code, before.headlines) == (0, [])
    assert after.code == 1
    assert {line.split(":")[0] for line in after.headlines} == {
        "content/shows/severance/season-1/index.md"
    }


def test_since_an_unknown_revision_is_wrong_usage(make_project: Any, run: Any) -> None:
    """A misspelt branch is not taken for one without changes."""
    make_project({})
    outcome = run("check", "--since", "nowhere")

    assert outcome.code == 2
    assert "git knows no revision `nowhere` here" in outcome.stderr


def test_explain_prints_a_page(run: Any) -> None:
    """A number and a name lead to the same page."""
    by_number = run("explain", "ST401")

    assert by_number.code == 0
    assert by_number.stdout.startswith("ST401 missing-source (error)\n\nA claim says")
    assert run("explain", "missing-source").stdout == by_number.stdout


def test_explain_suggests_what_was_meant(run: Any) -> None:
    """A slip of the finger gets a hint."""
    outcome = run("explain", "missing-sauce")

    assert outcome.code == 2
    assert "did you mean `missing-source`?" in outcome.stderr


def test_explain_lists_all(run: Any) -> None:
    """Without a code there is a line for each."""
    lines = run("explain").stdout.splitlines()

    assert "ST401  error    missing-source" in lines
    assert len(lines) == len(set(lines)) > 50

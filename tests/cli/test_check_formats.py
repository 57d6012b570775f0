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


STATUS = {
    "content/sources.yaml": "wire: {publisher: Wire, published: 2022, tier: trade}\n",
    "content/shows/severance/season-1/status.yaml": (
        "- {date: 2022-01-01, renewal: ordered, confidence: reported, source: wire}\n"
        "- {date: 2022-02-01, release: 2030, confidence: speculation, because: C}\n"
    ),
    "content/shows/draft/show.yaml": "title: Draft\nnetwork: N\nsummary: S.\n",
    "content/shows/draft/sources.yaml": "own: {publisher: Own, published: 2022, tier: fan}\n",
    "content/shows/draft/season-1/index.md": (
        "---\nheadline: D\ndraft: true\npublished: 2022-01-01\n---\n\nText.\n"
    ),
    "content/shows/draft/season-1/status.yaml": (
        "- {date: 2022-01-01, renewal: ordered, confidence: rumour, source: own}\n"
        "- {date: 2022-02-01, production: filming, confidence: rumour, source: own}\n"
    ),
}


@pytest.mark.parametrize("is_built", [False, True])
def test_statistics_tell_what_claims_rest_on(make_project: Any, run: Any, is_built: bool) -> None:
    """All claims are counted, those of drafts too, and also when nothing has changed."""
    make_project(STATUS)
    if is_built:
        assert run("build", "--today", "2022-05-01").code == 0
    told = run("check", "--statistics", "--today", "2022-05-01").stdout
    as_data = run("check", "--statistics", "--format", "json", "--today", "2022-05-01").stdout

    assert (
        "Claims by the strongest tier of their sources, 4 in all:\n"
        "    0    0%  official\n"
        "    1   25%  trade\n"
        "    0    0%  press\n"
        "    0    0%  reference\n"
        "    2   50%  fan\n"
        "    1   25%  without a source\n"
    ) in told
    assert "    2   50%  rumour\n" in told
    claims = json.loads(as_data)["statistics"]["claims"]
    assert claims["total"] == 4
    assert claims["by_tier"]["fan"] == {"claims": 2, "share": 0.5}
    assert claims["without_source"] == {"claims": 1, "share": 0.25}
    assert sum(one["claims"] for one in claims["by_confidence"].values()) == 4


def test_statistics_leave_out_claims_that_cannot_be_read(make_project: Any, run: Any) -> None:
    """Half of the claims would be told as all of them."""
    make_project(BROKEN)
    outcome = run("check", "--statistics", "--format", "json", "--today", "2026-11-22")

    assert json.loads(outcome.stdout)["statistics"] == {"findings": {"ST201": 2}, "claims": None}
    assert "Claims are counted once there are no errors.\n" in outcome.stderr


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


def test_since_needs_a_repository(make_project: Any, run: Any) -> None:
    """Where there is none, that is said, and not that a revision is unknown."""
    make_project({})
    outcome = run("check", "--since", "HEAD")

    assert outcome.code == 2
    assert "this folder is in no git repository" in outcome.stderr
    assert "revision" not in outcome.stderr


def test_since_an_unknown_revision_is_wrong_usage(make_project: Any, run: Any, git: Any) -> None:
    """A misspelt branch is not taken for one without changes."""
    make_project({})
    git("init", "--quiet")
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

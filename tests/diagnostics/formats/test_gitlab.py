"""GitLab gets what its Code Quality widget needs, and ids that last."""

from __future__ import annotations

import dataclasses
import json

from msgspec.structs import replace

from seasontracker.diagnostics import Location
from seasontracker.diagnostics.formats import render_report
from seasontracker.diagnostics.report import Report


def test_gitlab_names_place_and_severity(report: Report) -> None:
    """An error is major, a warning minor."""
    warning, error, _ = json.loads(render_report("gitlab", report))

    assert warning["severity"] == "minor"
    assert error["severity"] == "major"
    assert error["check_name"] == "ST202 unknown-key"
    assert error["location"] == {
        "path": "site/content/shows/severance/season-2/status.yaml",
        "lines": {"begin": 3},
    }


def test_gitlab_ids_differ_and_outlast_moves(report: Report) -> None:
    """The same finding twice has two ids, and lines that come before it change neither."""
    moved = tuple(
        dataclasses.replace(one, location=Location(one.location.path, one.location.line + 7))
        for one in report.findings
    )
    before = [one["fingerprint"] for one in json.loads(render_report("gitlab", report))]
    after = json.loads(render_report("gitlab", replace(report, findings=moved)))

    assert len(set(before)) == 3
    assert [one["fingerprint"] for one in after] == before


def test_gitlab_without_findings_is_an_empty_list(report: Report) -> None:
    """GitLab takes a missing report for a failed job."""
    assert json.loads(render_report("gitlab", replace(report, findings=()))) == []

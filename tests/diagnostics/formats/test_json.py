"""Scripts get every finding with all that is known of it."""

from __future__ import annotations

import json

from seasontracker.diagnostics.formats import render_report
from seasontracker.diagnostics.report import Report


def test_json_tells_all_of_a_finding(report: Report) -> None:
    """Paths start at the repository; the end column is the one behind the last character."""
    document = json.loads(render_report("json", report))

    assert document["tool"] == {"name": "seasontracker", "version": "1.2.3"}
    assert document["summary"] == {"errors": 2, "warnings": 1}
    assert document["findings"][1] == {
        "code": "ST202",
        "name": "unknown-key",
        "severity": "error",
        "path": "site/content/shows/severance/season-2/status.yaml",
        "line": 3,
        "column": 3,
        "end_column": 10,
        "message": "`renewel` is not a key of a claim",
        "hint": "did you mean `renewal`?",
        "excerpt": "  renewel: renewed",
    }

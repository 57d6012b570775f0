"""What SARIF says, beside what its schema asks (that is in tests/browser/test_reports.py)."""

from __future__ import annotations

import json

from seasontracker.diagnostics.formats import render_report
from seasontracker.diagnostics.report import Report


def test_sarif_places_findings_and_explains_rules(report: Report) -> None:
    """A result points at its rule, whose page comes from the documentation."""
    (run,) = json.loads(render_report("sarif", report))["runs"]
    rules = run["tool"]["driver"]["rules"]
    result = run["results"][1]

    assert [rule["id"] for rule in rules] == ["ST103", "ST202"]
    assert rules[result["ruleIndex"]]["name"] == "UnknownKey"
    assert "*Mend:*" in rules[1]["help"]["markdown"]
    assert result["level"] == "error"
    assert run["columnKind"] == "unicodeCodePoints"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "site/content/shows/severance/season-2/status.yaml"},
        "region": {
            "startLine": 3,
            "startColumn": 3,
            "endColumn": 10,
            "snippet": {"text": "  renewel: renewed"},
        },
    }


def test_sarif_encodes_addresses(report: Report) -> None:
    """A path becomes the path of an address (RFC 3986)."""
    (run,) = json.loads(render_report("sarif", report))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]

    assert place["uri"] == (
        "site/content/shows/%C3%A9t%C3%A9%20100%25%2C%20pi%C3%A8ce%3A%202/index.md"
    )

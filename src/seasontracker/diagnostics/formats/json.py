"""Findings as a JSON document of our own, for scripts."""

from __future__ import annotations

import json
from typing import Any

from seasontracker.diagnostics.diagnostic import Diagnostic, Severity
from seasontracker.diagnostics.report import Report

VERSION = 1
"""Grows when a member changes its meaning or goes; new members may come at any time."""


def render(report: Report) -> str:
    """Return all findings, in order, and how many there are of each severity."""
    document: dict[str, Any] = {
        "version": VERSION,
        "tool": {"name": "seasontracker", "version": report.version},
        "summary": {
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
        },
        "findings": [_finding(report, finding) for finding in report.findings],
    }
    if report.statistics is not None:
        document["statistics"] = report.statistics
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(report: Report, finding: Diagnostic) -> dict[str, Any]:
    place = finding.location
    return {
        "code": finding.code.value,
        "name": finding.code.title,
        "severity": finding.severity.value,
        "path": str(report.path(finding)),
        "line": place.line,
        "column": place.column,
        "end_column": place.column + place.length,
        "message": finding.message,
        "hint": finding.hint,
        "excerpt": finding.excerpt,
    }

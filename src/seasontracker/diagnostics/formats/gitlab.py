"""Findings as a Code Quality report, which GitLab shows in a merge request.

Source: GitLab Docs, "Code Quality", "Code Quality report format".
"""

from __future__ import annotations

import json

from seasontracker.diagnostics.diagnostic import Severity
from seasontracker.diagnostics.report import Report, told

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def render(report: Report) -> str:
    """Return an array of findings; an id stays while its line only moves."""
    document = [
        {
            "description": told(finding),
            "check_name": f"{finding.code.value} {finding.code.title}",
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": str(report.path(finding)),
                "lines": {"begin": finding.location.line},
            },
        }
        for finding, fingerprint in report.fingerprinted()
    ]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

"""Findings as workflow commands, which GitHub shows at the lines of a pull request.

GitHub shows ten errors and ten warnings of a step; the rest is in its log.
Source: GitHub Docs, "Workflow commands for GitHub Actions", "Setting an error message".
"""

from __future__ import annotations

from seasontracker.diagnostics.diagnostic import Diagnostic
from seasontracker.diagnostics.report import Report, told


def render(report: Report) -> str:
    """Return a command a finding."""
    return "".join(f"{_command(report, finding)}\n" for finding in report.findings)


def _command(report: Report, finding: Diagnostic) -> str:
    place = finding.location
    properties = {
        "file": str(report.path(finding)),
        "line": str(place.line),
        "endLine": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": f"{finding.code.value} {finding.code.title}",
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{finding.severity.value} {listed}::{_data(told(finding))}"


def _data(text: str) -> str:
    """Escape what would end the command; the runner decodes it again."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""Findings as SARIF 2.1.0, which code scanning of several hosts reads.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", sections named
below; GitHub Docs, "SARIF support for code scanning".
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from seasontracker.diagnostics.diagnostic import Diagnostic
from seasontracker.diagnostics.report import Report, told
from seasontracker.diagnostics.rulebook import RulePage, read_rulebook


def render(report: Report) -> str:
    """Return a log of one run (section 3.14), with the page of every rule that it names."""
    named = sorted({finding.code for finding in report.findings}, key=lambda code: code.value)
    pages = read_rulebook()
    index = {code: number for number, code in enumerate(named)}
    run = {
        "tool": {
            "driver": {
                "name": "seasontracker",
                "version": report.version,
                "rules": [_rule(pages[code]) for code in named],
            }
        },
        # Columns count characters, as editors do, not UTF-16 units (section 3.14.17).
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(report, finding, fingerprint, index[finding.code])
            for finding, fingerprint in report.fingerprinted()
        ],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(page: RulePage) -> dict[str, Any]:
    code = page.code
    return {
        "id": code.value,
        # An opaque id's readable name is one word (section 3.49.7).
        "name": code.title.title().replace("-", ""),
        "shortDescription": {"text": f"{code.value} {code.title}"},
        "fullDescription": {"text": page.summary},
        "help": {"text": page.text, "markdown": page.text},
    }


def _result(
    report: Report, finding: Diagnostic, fingerprint: str, rule_index: int
) -> dict[str, Any]:
    place = finding.location
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": place.column + place.length,
    }
    if finding.excerpt:
        region["snippet"] = {"text": finding.excerpt}
    uri = quote(str(report.path(finding)))
    return {
        "ruleId": finding.code.value,
        "ruleIndex": rule_index,
        "level": finding.severity.value,
        "message": {"text": told(finding)},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}},
        ],
        "partialFingerprints": {"seasontracker/v1": fingerprint},
    }

"""SARIF as its schema wants it; the schema comes with a package of npm."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft7Validator

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.formats import render_report
from seasontracker.diagnostics.report import Report

pytestmark = pytest.mark.browser


@pytest.fixture
def schema(sarif_schema: Path) -> Any:
    """Return the schema, read."""
    return json.loads(sarif_schema.read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", [0, 1, len(Code)])
def test_sarif_is_valid(schema: Any, number: int) -> None:
    """A report with nothing, one finding, and one of every code."""
    place = Location(PurePosixPath("content/a b/ü.yaml"), 2, 3, 4)
    findings = tuple(
        Diagnostic(code, place, "`x` is odd", "", " x") for code in list(Code)[:number]
    )
    report = json.loads(render_report("sarif", Report(findings, "1.2.3", PurePosixPath())))

    assert [error.message for error in Draft7Validator(schema).iter_errors(report)] == []


def test_schema_refuses_what_is_wrong(schema: Any) -> None:
    """The proof above can fail."""
    assert not Draft7Validator(schema).is_valid({"version": "2.1.0", "runs": [{}]})

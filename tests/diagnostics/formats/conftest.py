"""Findings to be told."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.report import Report

STATUS = PurePosixPath("content/shows/severance/season-2/status.yaml")
FILM = PurePosixPath("content/shows/été 100%, pièce: 2/index.md")


@pytest.fixture
def findings() -> tuple[Diagnostic, ...]:
    """Return an error, the same again on a later line, and a warning with odd characters."""
    message, hint = "`renewel` is not a key of a claim", "did you mean `renewal`?"
    line = "  renewel: renewed"
    return (
        Diagnostic(Code.BYTE_ORDER_MARK, Location(FILM), "100% <sure>, so: stop\r\nhere", ""),
        Diagnostic(Code.UNKNOWN_KEY, Location(STATUS, 3, 3, 7), message, hint, line),
        Diagnostic(Code.UNKNOWN_KEY, Location(STATUS, 9, 3, 7), message, hint, line),
    )


@pytest.fixture
def report(findings: tuple[Diagnostic, ...]) -> Report:
    """Return a report of a project in the folder `site` of its repository."""
    return Report(findings, "1.2.3", PurePosixPath("site"))

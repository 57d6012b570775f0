"""GitHub's runner reads back what we wrote, whatever it holds."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.formats import render_report
from seasontracker.diagnostics.report import Report

COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>[^\n]*?)::(?P<data>.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Return name, properties and message of a command, decoded as the runner does."""
    match = COMMAND.fullmatch(line)
    assert match is not None
    properties = dict(one.split("=", 1) for one in match["properties"].split(","))
    return match["name"], {k: decode(v) for k, v in properties.items()}, decode(match["data"])


def decode(text: str) -> str:
    """Undo the escapes, that of the per cent sign last."""
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(escape, character)
    return text.replace("%25", "%")


def test_github_writes_a_command_a_finding(report: Report) -> None:
    """File, line and column are those of the place; the hint follows the message."""
    warning, error, _ = map(read, render_report("github", report).rstrip("\n").split("\n"))

    assert warning[0] == "warning"
    assert warning[1]["file"] == "site/content/shows/été 100%, pièce: 2/index.md"
    assert warning[2] == "100% <sure>, so: stop\r\nhere"
    assert error == (
        "error",
        {
            "file": "site/content/shows/severance/season-2/status.yaml",
            "line": "3",
            "endLine": "3",
            "col": "3",
            "endColumn": "10",
            "title": "ST202 unknown-key",
        },
        "`renewel` is not a key of a claim\nhint: did you mean `renewal`?",
    )


@given(st.text(), st.text(st.characters(exclude_characters="/\0"), min_size=1))
def test_github_cannot_be_given_another_command(message: str, name: str) -> None:
    """A finding is one line, and says what the content says, not what it would have done."""
    finding = Diagnostic(Code.UNKNOWN_KEY, Location(PurePosixPath(name)), message)
    text = render_report("github", Report((finding,), "1", PurePosixPath()))

    assert text.count("\n") == 1
    assert "\r" not in text
    assert text.startswith("::error file=")
    assert read(text.rstrip("\n"))[2] == message

"""Says in an editor's words what a YAML parser says in its own."""

from __future__ import annotations

import re
from typing import Any

import yaml

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.sources.text import SourceText

_NO_SPACE = re.compile(r"\s*(?:- +)?[\w-]+(:)[^\s:/]")
_OPENS = ("quotation mark is never closed", "bracket is never closed")

# The first words found in libyaml's problem, with the context it gives, decide.
_WORDINGS = (
    ("expected ':'", "", "a line without `key:`", "write `key: value`, and indent what goes on"),
    ("block sequence entries", "", "a list starts on the line of its key", "start it on the next"),
    ("end of stream", "quoted", "a quotation mark is never closed", "close it, or use a `|` block"),
    ("document indicator", "quoted", "a quotation mark is never closed", "close it"),
    ("',' or", "", "a bracket is never closed", "close it, or put the text in quotes"),
    ("node content", "flow", "a bracket is never closed", "close it, or put the text in quotes"),
    ("node content", "", "a value starts with a mark that YAML reserves", "put it in quotes"),
    ("start any token", "", "a value starts with a mark that YAML reserves", "put it in quotes"),
    ("comment or line break", "", "text behind `|` or `>`", "start the text on the next line"),
    ("escape", "quoted", "YAML knows no such escape", "use single quotes, or write `\\\\`"),
    ("hexdecimal", "quoted", "YAML knows no such escape", "use single quotes, or write `\\\\`"),
    ("tag", "", "`!` starts a YAML tag", "put text that starts with `!` in quotes"),
    ("", "tag", "`!` starts a YAML tag", "put text that starts with `!` in quotes"),
    ("", "anchor", "`&` starts a YAML anchor", "put text that starts with `&` in quotes"),
    ("", "alias", "`*` starts a YAML alias", "put text that starts with `*` in quotes"),
    ("directive", "", "`%` starts a YAML directive", "put text that starts with `%` in quotes"),
    ("", "directive", "`%` starts a YAML directive", "put text that starts with `%` in quotes"),
    ("document start", "", "`...` ends the document before this line", "take the `...` out"),
)  # fmt: skip


def syntax_finding(
    source: SourceText, text: str, first_line: int, error: yaml.MarkedYAMLError
) -> Diagnostic:
    """Return a finding for what stopped the parser in a text that starts on `first_line`."""
    lines = text.split("\n")
    problem: Any = error.problem_mark or error.context_mark
    line, column = (problem.line, problem.column) if problem else (0, 0)
    line = min(line, len(lines) - 1)

    def finding(code: Code, line: int, column: int, message: str, hint: str) -> Diagnostic:
        place = Location(source.path, line + first_line, column + 1)
        return source.diagnostic(code, place, message, hint)

    # libyaml often complains on the line after the one that is wrong.
    for near in (line, line - 1):
        at = _tab(lines[near], column if near == line else None) if near >= 0 else None
        if at is not None:
            hint = "YAML is indented by spaces; use two for each level"
            return finding(Code.TAB_INDENT, near, at, "a tab indents this line", hint)
    if "mapping values" in (error.problem or ""):
        return finding(Code.YAML_SYNTAX, *_stray_colon(lines, line, column))
    message, hint = _words(error, lines[line])
    opened: Any = error.context_mark
    at_opening = message.endswith(_OPENS) or " starts a YAML " in message
    if opened and (at_opening or "expected ':'" in (error.problem or "")):
        line, column = min(opened.line, len(lines) - 1), opened.column
    return finding(Code.YAML_SYNTAX, line, column, message, hint)


def _tab(line: str, column: int | None) -> int | None:
    """Return the column of the tab that indents a line, or that the parser stopped at."""
    if column is not None and line[column : column + 1] == "\t":
        return column
    indent = line[: len(line) - len(line.lstrip())]
    return indent.index("\t") if "\t" in indent else None


def _stray_colon(lines: list[str], line: int, column: int) -> tuple[int, int, str, str]:
    if line and (joined := _NO_SPACE.match(lines[line - 1])):
        return line - 1, joined.start(1), "no space after `:`", "write `key: value`"
    if ": " in lines[line][:column]:
        return line, column, "a second `: ` in one line", "put the text in quotes"
    return (
        line,
        column,
        "`key: value` cannot stand here",
        "check its indentation, and that the line above ends as it should",
    )


def _words(error: yaml.MarkedYAMLError, line: str) -> tuple[str, str]:
    problem, context = error.problem or "", error.context or ""
    for in_problem, in_context, message, hint in _WORDINGS:
        if in_problem in problem and in_context in context:
            return message, hint
    if "expected key" in problem or "expected '-'" in problem:
        quote = ", and look for a quotation mark that ends too early" if _quoted(line) else ""
        message = "this line does not belong to the lines above it"
        return message, f"indent it like its neighbours{quote}"
    hint = "check indentation, quotes and colons around this place"
    return "this cannot be read as YAML", hint


def _quoted(line: str) -> bool:
    return '"' in line or "'" in line

"""Findings that an editor has silenced, on one line and with a reason.

    # st: off vague-time because the phrase is the title of a special
    <!-- st: off ST510 because the phrase is the title of a special -->

A comment behind a value holds for it and for what is indented below its line. One on a line of its
own holds for what follows: a value in YAML, a paragraph in prose.
"""

from __future__ import annotations

import re

from msgspec import Struct

from seasontracker.diagnostics import Code, Diagnostic, Location, find_code, quoted
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.models.checks import adjustable_checks
from seasontracker.sources import Document

_SIGN = re.compile(r"st:[ \t]*off\b")
_COMMENT = re.compile(rf"(?P<open>#|<!--)[ \t]*{_SIGN.pattern}(?P<rest>.*)$")
_NAMES = re.compile(r"(?:[ \t,]*(?!because\b)[A-Za-z0-9-]+)*")
_EMPTY = re.compile(r"[ \t]*(?:#.*|<!--(?:(?!-->).)*-->[ \t]*)?$")


class Silence(Struct, frozen=True):
    """A comment that silences one check, and the lines that it holds for."""

    code: Code
    document: Document
    location: Location
    """Of the check's name in the comment."""
    first: int
    last: int

    def covers(self, found: Diagnostic) -> bool:
        """Return whether a finding is silenced by it."""
        place = found.location
        return (
            found.code is self.code
            and place.path == self.location.path
            and self.first <= place.line <= self.last
        )


def read_silences(document: Document) -> tuple[list[Silence], list[Diagnostic]]:
    """Return the silences of one file, and what is wrong with them."""
    if "st:" not in document.source.text or not _SIGN.search(document.source.text):
        return [], []
    silences: list[Silence] = []
    found: list[Diagnostic] = []
    lines = document.source.text.split("\n")
    for number, line in enumerate(lines, start=1):
        comment = _COMMENT.search(line) if "st:" in line else None
        if comment is None:
            continue
        in_prose = bool(document.body) and number >= document.body_line
        if (comment["open"] == "<!--") is not in_prose:
            continue  # not a comment here
        alone = not line[: comment.start()].strip()
        first, last = _extent(lines, number, alone=alone, in_prose=in_prose)
        rest = comment["rest"].partition("-->")[0] if in_prose else comment["rest"]
        names = _NAMES.match(rest)
        assert names is not None
        if not rest[names.end() :].strip().removeprefix("because").strip(" :"):
            place = Location(document.path, number, comment.start() + 1, len(comment[0].rstrip()))
            message = "a check is silenced without a reason"
            found.append(
                document.diagnostic(
                    Code.BAD_SILENCE, place, message, "add `because` and why it is wrong here"
                )
            )
        for name in re.finditer(r"[A-Za-z0-9-]+", names[0]):
            column = comment.start("rest") + name.start() + 1
            place = Location(document.path, number, column, len(name[0]))
            code = find_code(name[0])
            if code is None or not code.is_adjustable:
                found.append(_refused(document, place, name[0], code))
            else:
                silences.append(Silence(code, document, place, first, last))
    return silences, found


def _refused(document: Document, place: Location, name: str, code: Code | None) -> Diagnostic:
    if code is None:
        message = f"{quoted(name)} is not a check"
        hint = suggestion(name, adjustable_checks(), otherwise="name its code, such as `ST510`")
    else:
        message = f"{quoted(name)} cannot be silenced"
        hint = "no page can be made from content that has this error"
    return document.diagnostic(Code.BAD_SILENCE, place, message, hint)


def _extent(lines: list[str], number: int, *, alone: bool, in_prose: bool) -> tuple[int, int]:
    """Return the first and the last line that a comment on a line holds for."""
    first = number
    if alone:
        while first <= len(lines) and _EMPTY.match(lines[first - 1]):
            first += 1
    if first > len(lines):
        return number, number
    if in_prose and not alone:
        return first, first
    last = first
    if in_prose:
        while last < len(lines) and lines[last].strip():
            last += 1
    else:
        indent = _indent(lines[first - 1])
        while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) > indent):
            last += 1
    return first, last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def useless(silence: Silence) -> Diagnostic:
    """Return the finding about a silence that silences nothing."""
    return silence.document.diagnostic(
        Code.USELESS_SILENCE,
        silence.location,
        f"`{silence.code.title}` has nothing to say here",
        "remove the comment",
    )

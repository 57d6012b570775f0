"""Reads YAML with every scalar as text and every value's place known."""

from __future__ import annotations

import yaml

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.sources.characters import forbidden_character, with_spaces_for_line_ends
from seasontracker.sources.compose import Composer, NotWorthReadingError
from seasontracker.sources.document import Document, Place
from seasontracker.sources.quick_yaml import read_quickly
from seasontracker.sources.syntax import syntax_finding
from seasontracker.sources.text import SourceText


def load_yaml(
    source: SourceText, text: str | None = None, first_line: int = 1
) -> tuple[Document | None, list[Diagnostic]]:
    """Parse YAML; `text` is the part of the source that starts on `first_line` (else all).

    A document that comes with findings holds what could be read in spite of them.
    """
    text = with_spaces_for_line_ends(source.text if text is None else text)
    if found := forbidden_character(text):
        return None, [_character_finding(source, text, found.start(), first_line)]
    if quick := read_quickly(text, first_line):
        return Document(source, *quick, first_line), []
    return parse_yaml(source, text, first_line)


def parse_yaml(
    source: SourceText, text: str, first_line: int = 1
) -> tuple[Document | None, list[Diagnostic]]:
    """Parse YAML by the library alone, which gives the same as `read_quickly` where that does."""
    findings: list[Diagnostic] = []

    def report(code: Code, place: Place, message: str, hint: str) -> None:
        location = Location(source.path, place.line, place.column, place.length)
        findings.append(source.diagnostic(code, location, message, hint))

    composer = Composer(first_line, report)
    try:
        composer.compose(text)
    except NotWorthReadingError:
        return None, findings
    except yaml.MarkedYAMLError as error:
        return None, [*findings, syntax_finding(source, text, first_line, error)]
    return Document(source, composer.value, composer.root, first_line), findings


def _character_finding(source: SourceText, text: str, offset: int, first_line: int) -> Diagnostic:
    line = first_line + text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return source.diagnostic(
        Code.CONTROL_CHARACTER,
        Location(source.path, line, column),
        f"the control character U+{ord(text[offset]):04X} stands here",
        "delete it; it is invisible in most editors",
    )

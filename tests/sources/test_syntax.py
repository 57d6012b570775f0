"""What stops the parser is told in an editor's words, where the editor made the mistake."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from seasontracker.sources import SourceText, load_yaml


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: b: c\n", (1, 5), "a second `: ` in one line"),
        ("a\nb: c\n", (2, 2), "`key: value` cannot stand here"),
        ("a:b\nc: d\n", (1, 2), "no space after `:`"),
        ("a: b\nc\n", (2, 1), "a line without `key:`"),
        ("a: - b\n", (1, 4), "a list starts on the line of its key"),
        ("a: 'x\nb: c\n", (1, 4), "a quotation mark is never closed"),
        ('a: "x\n---\n', (1, 4), "a quotation mark is never closed"),
        ("a: [x\nb: c\n", (1, 4), "a bracket is never closed"),
        ("a: {x: y\n", (1, 4), "a bracket is never closed"),
        ("a: @x\n", (1, 4), "a value starts with a mark that YAML reserves"),
        ("a: `x`\n", (1, 4), "a value starts with a mark that YAML reserves"),
        ("a: ]\n", (1, 4), "a value starts with a mark that YAML reserves"),
        ("a: |x\n  b\n", (1, 5), "text behind `|` or `>`"),
        ('a: "\\q"\n', (1, 5), "YAML knows no such escape"),
        ("a: 'it's'\n", (1, 8), "this line does not belong to the lines above it"),
        ("a:\n  - b\n c: d\n", (3, 2), "this line does not belong to the lines above it"),
        ("- a\nb: c\n", (2, 1), "this line does not belong to the lines above it"),
        ("a: !x!y z\n", (1, 4), "`!` starts a YAML tag"),
        ("%FOO\na: b\n", (1, 1), "`%` starts a YAML directive"),
        ("a: *bold*\n", (1, 4), "`*` starts a YAML alias"),
        ("a: &\n", (1, 4), "`&` starts a YAML anchor"),
        ("a: b\n...\nc: d\n", (3, 1), "`...` ends the document before this line"),
        ("a:\n\tb: c\n", (2, 1), "a tab indents this line"),
        ("a:\n  b: c\n\n\td: e\n", (4, 1), "a tab indents this line"),
        ("-\ta: b\n\tc: d\n", (1, 2), "a tab indents this line"),
    ],
)
def test_syntax_finding_says_what_is_wrong(text: str, place: tuple[int, int], message: str) -> None:
    """A frequent mistake has its own words and points at itself."""
    document, (found,) = load_yaml(SourceText(PurePosixPath("a.yaml"), text))

    assert document is None
    assert ((found.location.line, found.location.column), found.message) == (place, message)
    assert found.hint
    assert found.excerpt == text.split("\n")[place[0] - 1]


def test_syntax_finding_comes_after_what_was_found_before() -> None:
    """A duplicate above the place that stops the parser is reported as well."""
    _, found = load_yaml(SourceText(PurePosixPath("a.yaml"), "a: 1\na: 2\nb: [\n"))

    assert [finding.code.title for finding in found] == ["duplicate-key", "yaml-syntax"]

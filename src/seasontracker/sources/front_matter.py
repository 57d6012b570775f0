"""Splits a Markdown file into its front matter and its body."""

from __future__ import annotations

import re
from dataclasses import replace

from frontmatter.default_handlers import YAMLHandler
from msgspec import structs

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.sources.document import Document
from seasontracker.sources.text import SourceText
from seasontracker.sources.yaml_text import load_yaml

# The library's own pattern takes the blank lines after a fence as part of it.
_FENCE = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


def load_front_matter(source: SourceText) -> tuple[Document | None, list[Diagnostic]]:
    """Parse a file of front matter between `---` lines and a Markdown body."""
    handler = YAMLHandler(fm_boundary=_FENCE)
    blank = _BLANK_LINES.match(source.text)
    text = source.text[blank.end() :] if blank else source.text
    fence_line = source.text.count("\n", 0, len(source.text) - len(text)) + 1
    if not text.strip():
        return None, [
            source.diagnostic(
                Code.EMPTY_FILE,
                Location(source.path),
                f"`{source.path.name}` is empty",
                "start with the keys, between two lines of `---`",
            )
        ]
    if not handler.detect(text):
        return None, [
            source.diagnostic(
                Code.MISSING_FRONT_MATTER,
                Location(source.path, fence_line),
                "the file does not start with front matter",
                "put the keys between two lines of `---` at the top",
            )
        ]
    try:
        matter, body = handler.split(text)
    except ValueError:
        return None, [
            source.diagnostic(
                Code.UNCLOSED_FRONT_MATTER,
                Location(source.path, fence_line, 1, 3),
                "the front matter has no closing `---`",
                "add a line of `---` after the last key",
            )
        ]
    # Both parts begin with the line break that ends the fence above them.
    document, found = load_yaml(source, matter.removeprefix("\n"), fence_line + 1)
    if document is None:
        return None, [_with_fence_hint(finding, source, fence_line) for finding in found]
    body_line = source.text.count("\n", 0, len(source.text) - len(body)) + 1
    return structs.replace(
        document,
        body=body.removeprefix("\n"),
        body_line=body_line + body.startswith("\n"),
    ), found


def _with_fence_hint(finding: Diagnostic, source: SourceText, fence_line: int) -> Diagnostic:
    """Say that prose is read as keys when a `---` further down was taken for the closing one."""
    lines = source.text.split("\n")[fence_line : finding.location.line]
    if finding.code is not Code.YAML_SYNTAX or all(line.strip() for line in lines):
        return finding
    hint = "if the article begins above this line, close the front matter with `---` there"
    return replace(finding, hint=hint)

"""Splits a Markdown file into its front matter and its body."""

from __future__ import annotations

from dataclasses import replace

from frontmatter.default_handlers import YAMLHandler

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.sources.document import Document
from seasontracker.sources.text import SourceText
from seasontracker.sources.yaml_text import load_yaml


def load_front_matter(source: SourceText) -> tuple[Document | None, list[Diagnostic]]:
    """Parse a file of front matter between `---` lines and a Markdown body."""
    handler = YAMLHandler()
    text = source.text
    start = Location(source.path)
    # The handler accepts blank lines before the first fence, and counts none of them.
    leading = text[: len(text) - len(text.lstrip())].count("\n")
    if not text.strip():
        return None, [
            source.diagnostic(
                Code.EMPTY_FILE, start, f"`{source.path.name}` is empty", "start with front matter"
            )
        ]
    if not handler.detect(text):
        return None, [
            source.diagnostic(
                Code.MISSING_FRONT_MATTER,
                start,
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
                Location(source.path, leading + 1, 1, 3),
                "the front matter has no closing `---`",
                "add a line of `---` after the last key",
            )
        ]
    # The closing fence's line break belongs to the body, and the opening one's to the matter.
    matter_line = leading + 1 + (1 if matter.startswith("\n") else 0)
    document, found = load_yaml(source, matter.removeprefix("\n"), matter_line)
    if document is None:
        return None, found
    body_line = text[: len(text) - len(body)].count("\n") + 1
    if body.startswith("\n"):
        body, body_line = body[1:], body_line + 1
    return replace(document, body=body, body_line=body_line), found

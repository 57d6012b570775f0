"""A look at how deep a text nests, since the libraries behind it recurse or slow down."""

from __future__ import annotations

import re

from seasontracker.diagnostics import Code
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.quiet import inside, quiet_regions

DEEPEST_BLOCK = 12
DEEPEST_TAG = 50
DEEPEST_BRACKET = 50
_TAB = 4

_PREFIX = re.compile(r"^[ \t]*(?:(?:>|[-+*][ \t]|[0-9]{1,9}\.[ \t])[ \t]*)+", re.MULTILINE)
# A level takes one character at least.
_LONG_PREFIX = re.compile(rf"\n[ \t>*+.0-9-]{{{DEEPEST_BLOCK + 1}}}")
_MARKER = re.compile(r">|[-+*]|[0-9]+\.")
_RULE = re.compile(r"[-*_ \t]*$", re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
_BRACKET = re.compile(r"\[|\]\(|[\])]|\n\n")
_VOID_TAGS = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


def is_too_deep(manuscript: Manuscript) -> bool:
    """Report the first place where the text nests too deeply, if there is one."""
    text = manuscript.text
    place = _deep_block(text) or _deep_tag(text) or _deep_bracket(text)
    if place is None:
        return False
    offset, length = place
    manuscript.report(
        Code.TOO_DEEP,
        manuscript.locate(offset, length),
        "lists, quotations, HTML elements or brackets stand too deep inside each other",
        "close some of them before it",
    )
    return True


def _deep_block(text: str) -> tuple[int, int] | None:
    if not _LONG_PREFIX.search(f"\n{text}"):
        return None
    quiet = quiet_regions(text)
    for match in _PREFIX.finditer(text):
        prefix = match[0].expandtabs(_TAB)
        indent = len(prefix) - len(prefix.lstrip())
        if len(_MARKER.findall(prefix)) + indent // _TAB <= DEEPEST_BLOCK:
            continue
        if not inside(match.start(), quiet) and not _RULE.match(text, match.start()):
            return match.start(), len(match[0])
    return None


def _deep_tag(text: str) -> tuple[int, int] | None:
    if text.count("<") <= DEEPEST_TAG:
        return None
    depth = 0
    for match in _TAG.finditer(text):
        if match[2].lower() not in _VOID_TAGS:
            depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > DEEPEST_TAG:
            return match.start(), len(match[0])
    return None


def _deep_bracket(text: str) -> tuple[int, int] | None:
    # Each bracket makes Markdown look for its other half all the way to the end of the paragraph.
    if all(part.count("[") <= DEEPEST_BRACKET for part in text.split("\n\n")):
        return None
    depth = 0
    for found in _BRACKET.finditer(text):
        match found[0]:
            case "[":
                depth += 1
            case "]" | ")":
                depth = max(0, depth - 1)
            case "\n\n":
                depth = 0
        if depth > DEEPEST_BRACKET:
            return found.start(), 1
    return None

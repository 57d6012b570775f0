"""Patterns that a text cannot match, left out before Python-Markdown tries them on every line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry

from seasontracker.pages.markdown.typography import needed_sign

# The library's names and a sign that stands in all that they match; only with the meaning of a
# label are the references of any use. A name that a release changes is simply not left out.
_SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "reference": "]:",
    "link": "](",
    "image_link": "![",
    "image_reference": "]:",
    "short_reference": "]:",
    "short_image_ref": "]:",
    "autolink": "<",
    "automail": "<",
    "html": "<",
    "entity": "&",
}


def leave_out_idle_patterns(markdown: Markdown, text: str) -> None:
    """Take out the patterns whose sign is nowhere in the text."""
    for name, sign in _SIGNS.items():
        if sign not in text:
            markdown.inlinePatterns.deregister(name, strict=False)
    if "smarty" not in markdown.treeprocessors:
        return
    typography = markdown.treeprocessors["smarty"]
    # Typography has patterns of its own, and looks at all text once more.
    if isinstance(typography, InlineProcessor):
        needed: Registry[Any] = Registry()
        patterns: Iterable[Any] = typography.inlinePatterns
        for number, pattern in enumerate(patterns):
            if needed_sign(pattern.pattern) in text:
                needed.register(pattern, str(number), -number)
        typography.inlinePatterns = needed

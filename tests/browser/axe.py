"""axe-core, asked about an open page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

EVERYTHING = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""All that axe knows but its experiments: WCAG 2.2 A and AA, and best practices."""
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules whose answer another colour scheme can change."""


def violations(page: Any, axe: str, only: Sequence[str] = EVERYTHING) -> Iterator[str]:
    """Yield a line for each element of an open page that breaks a rule."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe)
    asked = json.dumps({"resultTypes": ["violations"], "runOnly": list(only)})
    for rule in page.evaluate(f"axe.run(document, {asked})")["violations"]:
        for node in rule["nodes"]:
            reason = " ".join(node.get("failureSummary", "").split())
            yield f"{rule['id']}: {' '.join(map(str, node['target']))}: {reason}"

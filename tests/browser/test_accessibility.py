"""axe-core finds nothing on any page: light and dark, narrow and wide, folded and unfolded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

# Everything that axe knows but its experiments: WCAG 2.2 A and AA, and best practices.
RUN = """() => axe.run(document, {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
})"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_is_accessible(
    path: str, scheme: str, width: int, visit: Callable[..., Any], axe: str
) -> None:
    """No rule of axe is broken, also in what is folded away."""
    opened = visit(path, width=width, scheme=scheme)
    opened.page.evaluate(axe)

    found = violations(opened.page)
    opened.open_all_details()
    found |= violations(opened.page)

    assert sorted(found) == []


def test_page_chosen_dark_is_accessible(visit: Callable[..., Any], axe: str) -> None:
    """The theme that the reader chose has the contrast of the one that the system chose."""
    for path, scheme in (("/", "light"), ("/shows/all-of-us-are-dead/season-2/", "dark")):
        opened = visit(path, scheme=scheme)
        opened.page.locator("[data-theme-switch]").click()
        opened.page.evaluate(axe)

        assert sorted(violations(opened.page)) == []


def violations(page: Any) -> set[str]:
    """Return one line for each element that breaks a rule."""
    results = page.evaluate(RUN)
    return {
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {reason(node)}"
        for rule in results["violations"]
        for node in rule["nodes"]
    }


def reason(node: dict[str, Any]) -> str:
    """Return why axe objects to an element, on one line."""
    return " ".join(node.get("failureSummary", "").split())

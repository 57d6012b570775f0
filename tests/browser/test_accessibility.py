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
def test_page_is_accessible(path: str, width: int, visit: Callable[..., Any], axe: str) -> None:
    """No rule of axe is broken: light and dark, folded and unfolded."""
    opened = visit(path, width=width)
    opened.page.evaluate(axe)

    found = violations(opened.page, "light, folded")
    opened.open_all_details()
    for scheme in ("light", "dark"):
        opened.page.emulate_media(color_scheme=scheme)
        found |= violations(opened.page, f"{scheme}, unfolded")

    assert not found, report(found)


@pytest.mark.parametrize(
    ("place", "scheme"), [("/", "light"), ("/shows/all-of-us-are-dead/season-2/", "dark")]
)
def test_page_of_a_chosen_theme_is_accessible(
    place: str, scheme: str, visit: Callable[..., Any], axe: str
) -> None:
    """The theme that the reader chose has the contrast of the one that the system chose."""
    opened = visit(place, scheme=scheme)
    opened.page.locator("[data-theme-switch]").click()
    opened.page.evaluate(axe)

    found = violations(opened.page, f"not {scheme}")

    assert not found, report(found)


def violations(page: Any, how: str) -> set[str]:
    """Return one line for each element that breaks a rule."""
    results = page.evaluate(RUN)
    return {
        f"{rule['id']} ({how}): {' '.join(map(str, node['target']))}: {reason(node)}"
        for rule in results["violations"]
        for node in rule["nodes"]
    }


def reason(node: dict[str, Any]) -> str:
    """Return why axe objects to an element, on one line."""
    return " ".join(node.get("failureSummary", "").split())


def report(found: set[str]) -> str:
    """Return what was found, a line each."""
    return "\n" + "\n".join(sorted(found))

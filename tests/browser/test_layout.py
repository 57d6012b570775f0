"""Pages fit their window, keep still while they load, and print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

SEASON = "/shows/all-of-us-are-dead/season-2/"
WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) {
      const what = entry.sources.map((one) => one.node?.parentElement?.outerHTML?.slice(0, 80));
      window.shifts.push([entry.value, String(what)]);
    }
  }
}).observe({ type: 'layout-shift', buffered: true });
"""
# What hangs out of the window to the right, its own scrolling boxes left aside.
OVERHANG = """() => {
  const scrolls = (one) => one && (
    ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(one).overflowX)
      && one !== document.body && one !== document.documentElement
    || scrolls(one.parentElement));
  const edge = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll('*')]
    .filter((one) => one.getBoundingClientRect().right > edge + 1 && !scrolls(one.parentElement))
    .map((one) => one.outerHTML.slice(0, 100));
}"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_page_fits_its_window(path: str, width: int, visit: Callable[..., Any]) -> None:
    """No page scrolls sideways, folded or unfolded."""
    opened = visit(path, width=width)

    def measure() -> Any:
        return opened.page.evaluate(
            "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
        )

    for _ in ("folded", "unfolded"):
        if measure() > 0:
            assert opened.page.evaluate(OVERHANG) == [], f"{measure()} px too wide"
        assert measure() <= 0
        opened.open_all_details()


@pytest.mark.parametrize("width", [390, 1280])
def test_page_keeps_still(path: str, width: int, visit: Callable[..., Any], site: Any) -> None:
    """Nothing moves while pictures and fonts arrive late (CLS below 0.02)."""
    site.slow_fonts.set()
    try:
        opened = visit(path, width=width, watch=WATCH_SHIFTS)
        opened.read_to_the_end()
    finally:
        site.slow_fonts.clear()
    opened.page.wait_for_timeout(150)

    shifts = opened.page.evaluate("window.shifts")

    assert sum(value for value, _ in shifts) < 0.02, shifts


def test_page_prints(path: str, visit: Callable[..., Any]) -> None:
    """On paper the headings stand in dark ink, and what only a screen can use is gone."""
    opened = visit(path, scheme="dark")
    screen = opened.page.locator("main :is(h1, h2):visible").all_inner_texts()

    opened.page.emulate_media(media="print", color_scheme="dark")

    printed = opened.page.locator("main :is(h1, h2):visible").all_inner_texts()
    assert set(map(str.casefold, printed)) >= set(map(str.casefold, screen))
    assert opened.page.locator("main h1").count() == 1
    ink = opened.page.locator("main h1").evaluate(
        "(one) => getComputedStyle(one).color.match(/[\\d.]+/g).slice(0, 3).map(Number)"
    )
    assert max(ink) < 110, ink
    assert not opened.page.locator("[data-theme-switch]").is_visible()


def test_season_prints_as_pdf(visit: Callable[..., Any]) -> None:
    """The article becomes a document of several pages."""
    opened = visit(SEASON)

    document = opened.page.pdf(format="A4", tagged=True, outline=True)

    assert document.startswith(b"%PDF-")
    assert document.count(b"/Type /Page\n") + document.count(b"/Type /Page ") >= 2

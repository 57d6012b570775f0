"""Pages fit their window, keep still while they load, and print."""

from __future__ import annotations

import re
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


def test_page_fits_its_window(path: str, visit: Callable[..., Any]) -> None:
    """No page scrolls sideways at 320, 390, 768 and 1280 px, folded or unfolded."""
    opened = visit(path)
    wide = []
    for folded in (True, False):
        for width in (320, 390, 768, 1280):
            opened.page.set_viewport_size({"width": width, "height": 900})
            over = opened.page.evaluate(
                "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
            )
            if over > 0:
                what = opened.page.evaluate(OVERHANG)
                wide.append(f"{width} px, folded {folded}: {over} px too wide: {what[:4]}")
        opened.open_all_details()

    assert not wide, "\n".join(["", *wide])


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

    # A table of two hundred rows breaks its lines elsewhere once its face has come.
    most = 0.25 if path.startswith(("/many/scorecard/", "/many/networks/")) else 0.02
    assert sum(value for value, _ in shifts) < most, shifts


def test_page_prints(path: str, visit: Callable[..., Any]) -> None:
    """On paper the headings stand in dark ink on white, and what only a screen can use is gone."""
    page = visit(path, scheme="dark").page

    page.emulate_media(media="print", color_scheme="dark")

    assert page.locator("main h1:visible").count() == 1
    ink = page.locator("main h1").evaluate(
        "(one) => getComputedStyle(one).color.match(/[\\d.]+/g).slice(0, 3).map(Number)"
    )
    assert max(ink) < 110, ink
    assert page.locator("[data-theme-switch]:visible").count() == 0
    assert page.locator("iframe:visible").count() == 0


def test_season_prints_as_a_fact_sheet(visit: Callable[..., Any]) -> None:
    """The answer, facts, dates, timeline, cast and sources of an article are on paper."""
    page = visit(SEASON).page

    page.emulate_media(media="print")

    for part in (".answer", ".facts", ".horizon", ".timeline", ".cast", ".sources"):
        assert page.locator(f"main {part}:visible").count() >= 1, part
    headings = page.locator("main :is(h2, h3):visible")
    assert headings.count() >= 4


def test_pages_print_as_pdf(path: str, visit: Callable[..., Any]) -> None:
    """Every page becomes a document; the longest, with a hundred sources, of eight sheets."""
    opened = visit(path)

    document = opened.page.pdf(format="A4", tagged=True, outline=True)

    assert document.startswith(b"%PDF-")
    sheets = len(re.findall(rb"/Type\s*/Page\b", document))
    # A page of a long list has two hundred rows.
    assert 1 <= sheets <= (20 if path.startswith("/many/") else 8)

"""How far the reader has watched: said by mouse or keyboard, kept, and true before first paint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe import COLOURS, EVERYTHING, violations

pytestmark = pytest.mark.browser

SEASON = "/shows/squid-game/season-3/"
HUB = "/shows/squid-game/"
BOARD = "/theories/"
STATES = """[...document.querySelectorAll(
  '[data-show=squid-game] details[data-spoils]:not(details details)')].map(
  (one) => [one.dataset.spoils, one.open, one.querySelector('summary').checkVisibility()])"""
# In every frame, before it is painted: what is open that gives away more than nothing, and shifts.
WATCH_EVERY_FRAME = """
localStorage.setItem('watched:squid-game', '-1');
window.told = []; window.moved = [];
const look = () => {
  window.told.push(...document.querySelectorAll('details[data-spoils][open]'));
  requestAnimationFrame(look);
};
look();
new PerformanceObserver((list) => {
  const moved = list.getEntries().filter((one) => !one.hadRecentInput);
  window.moved.push(...moved.map((one) => one.value));
}).observe({ type: 'layout-shift', buffered: true });
"""


def states(opened: Any) -> set[tuple[str, bool, bool]]:
    """Return each position with whether its places are open and have a line to open them."""
    return {tuple(one) for one in opened.page.evaluate(STATES)}


def test_reader_says_how_far_they_have_watched(visit: Callable[..., Any]) -> None:
    """By keyboard; what is open follows at once, is announced, and holds on all pages."""
    opened = visit(SEASON, width=390)
    page = opened.page
    field = page.get_by_label("How far have you watched?")
    by_default = states(opened)
    assert {("S02", True, False), ("S03E06", False, True)} <= by_default

    field.focus()
    page.keyboard.press("ArrowDown")
    assert field.input_value() == "-1"
    assert states(opened) == {(position, False, True) for position, _, _ in by_default}
    hidden = page.locator("details[data-spoils=S02] .theory").first
    assert not hidden.is_visible()
    assert page.get_by_role("status").inner_text().startswith("0 of ")

    page.keyboard.press("End")
    assert field.input_value() == "all"
    everything = {(position, True, False) for position, _, _ in by_default}
    assert states(opened) == everything
    assert hidden.is_visible()
    for path in (HUB, BOARD, SEASON):
        opened.go(path)
        assert {one[1:] for one in states(opened)} == {(True, False)}, path
    assert field.input_value() == "all"

    field.select_option("")
    assert states(opened) == by_default
    page.reload()
    assert states(opened) == by_default
    assert field.input_value() == ""
    assert opened.messages == []


def test_choice_is_true_before_first_paint(visit: Callable[..., Any]) -> None:
    """No frame ever shows what gives away more, and nothing moves."""
    opened = visit(SEASON, width=390, watch=WATCH_EVERY_FRAME)
    opened.page.wait_for_timeout(150)

    assert opened.page.evaluate("window.told.length") == 0
    assert sum(opened.page.evaluate("window.moved")) < 0.02
    assert opened.page.get_by_label("How far have you watched?").input_value() == "-1"
    # Whoever opens one all the same has it open.
    place = opened.page.locator("details[data-spoils=S02]:has(> .theory)").first
    place.locator("summary").first.focus()
    opened.page.keyboard.press("Enter")
    assert place.locator(".theory").is_visible()


def test_default_holds_without_javascript(visit: Callable[..., Any]) -> None:
    """The page's own answer holds, and nothing is asked that nobody would hear."""
    page = visit(SEASON, javascript=False).page

    assert not page.locator("#watched").is_visible()
    closed, known = page.locator("details[data-spoils=S03E06]"), page.locator("[data-known]")
    assert closed.count() > 0
    assert not closed.first.locator(":scope > :not(summary)").first.is_visible()
    assert known.first.locator(":scope > :not(summary)").first.is_visible()
    assert not known.first.locator("summary").is_visible()


def test_page_of_a_chosen_level_is_accessible(visit: Callable[..., Any], axe: str) -> None:
    """With the question answered, whatever is then open or closed, axe finds nothing."""
    page = visit(SEASON, width=390).page
    found = set()
    for level in ("-1", "all"):
        page.get_by_label("How far have you watched?").select_option(level)
        for scheme, rules in (("light", EVERYTHING), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme)
            found |= {f"{level}, {scheme}: {one}" for one in violations(page, axe, rules)}

    assert found == set()

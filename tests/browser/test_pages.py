"""Every kind of page, opened once for a phone and once for a desk, and looked at in turns.

Opening pages is what takes time, so a page is opened once for all that it must be: each check
below is a promise, and yields how the page breaks it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe import COLOURS, violations

pytestmark = pytest.mark.browser

WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) {
      const what = entry.sources.map((one) => one.node?.parentElement?.outerHTML?.slice(0, 80));
      window.shifts.push([entry.value, String(what)]);
    }
  }
}).observe({ type: 'layout-shift', buffered: true });
addEventListener('securitypolicyviolation', (event) => {
  console.warn(`${event.violatedDirective}: ${event.blockedURI}`);
});
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
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  return {
    what: one.outerHTML.slice(0, 80),
    href: one.getAttribute('href'),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      && style.outlineColor !== paper,
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
      && box.x >= 0,
    high: box.height >= 24,
  };
}"""
IN_MAIN = """() => {
  const main = document.querySelector('main');
  return main.contains(document.activeElement)
    || ![...main.querySelectorAll('a, button, input, summary')]
      .some((one) => one.checkVisibility());
}"""
SMALL = """() => [...document.querySelectorAll('button, input, summary, header nav a')]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height])
  .filter(([, height]) => height < 43.5)"""
# Without the question how far the reader has watched, and its answers.
TEXT = """() => {
  document.querySelector('[data-watched]')?.style.setProperty('display', 'none');
  const text = document.querySelector('main').innerText;
  document.querySelector('[data-watched]')?.style.removeProperty('display');
  return text;
}"""
INK = "(one) => getComputedStyle(one).color.match(/[\\d.]+/g).slice(0, 3).map(Number)"


def test_page_on_a_phone(path: str, visit: Callable[..., Any], axe: str) -> None:
    """Still, quiet, ours alone, usable by keyboard and finger, accessible; and it prints."""
    opened = visit(path, width=390, watch=WATCH, late_fonts=True)

    faults = [*keeps_still(opened), *answers_to_keys(opened), *has_large_targets(opened)]
    faults += fits(opened)
    opened.open_all_details()
    opened.read_to_the_end()
    faults += [*has_whole_pictures(opened), *fits(opened), *has_large_targets(opened)]
    faults += is_accessible(opened, axe)
    faults += [*keeps_to_its_host(opened), *prints(opened)]

    assert not faults, "\n".join(["", *faults])


def test_page_at_a_desk(path: str, visit: Callable[..., Any], axe: str) -> None:
    """Still and accessible in a wide window too; and scripts add controls, but no content."""
    opened = visit(path, watch=WATCH, late_fonts=True)
    with_scripts = opened.page.evaluate(TEXT).split("\n")
    faults = [*keeps_still(opened)]
    opened.open_all_details()
    faults += is_accessible(opened, axe)

    without = visit(path, javascript=False).page.locator("main").inner_text().split("\n")
    faults += [f"only with scripts off: {one}" for one in set(without) - set(with_scripts)]
    added = set(with_scripts) - set(without)
    # The label of the field that narrows a list of shows.
    if len(added) > (1 if path.endswith("/no-page/") or path == "/shows/" else 0):
        faults.append(f"only with scripts: {sorted(added)}")

    assert not faults, "\n".join(["", *faults])


def keeps_still(opened: Any) -> Iterator[str]:
    """Nothing moves while pictures and fonts arrive late (CLS below 0.02, but for long tables)."""
    # Rows of a long table may break anew when a reader is there before the fonts are.
    most = 0.25 if "/many/" in opened.page.url else 0.02
    opened.read_to_the_end()
    shifts = opened.page.evaluate("window.shifts")
    if sum(value for value, _ in shifts) >= most:
        yield f"moves: {shifts}"


def answers_to_keys(opened: Any) -> Iterator[str]:
    """What Tab reaches is seen and outlined; the first Tab shows a link past the masthead."""
    page = opened.page
    page.evaluate("scrollTo(0, 0)")
    main = page.locator("main").get_attribute("id")
    for step in range(30):
        page.emulate_media(color_scheme="dark" if step % 2 else "light")
        page.keyboard.press("Tab")
        state = page.evaluate(FOCUSED)
        if state is None:
            break
        if not (state["outlined"] and state["seen"]):
            yield f"focus is not visible: {state}"
        if step == 0 and not (state["href"] == f"#{main}" and state["high"]):
            yield f"first comes {state}"
    page.emulate_media(color_scheme="light")
    page.locator(f"a[href='#{main}']").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if not page.evaluate(IN_MAIN):
        yield "the skip link does not lead to the text"


def has_large_targets(opened: Any) -> Iterator[str]:
    """Buttons, fields and the navigation can be hit with a finger (44 px high)."""
    for what in opened.page.evaluate(SMALL):
        yield f"too small: {what}"


def fits(opened: Any) -> Iterator[str]:
    """No page scrolls sideways at 320, 390, 768 and 1280 px."""
    page = opened.page
    for width in (320, 768, 1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate(
            "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
        )
        if over > 0:
            yield f"at {width} px {over} px too wide: {page.evaluate(OVERHANG)[:4]}"


def has_whole_pictures(opened: Any) -> Iterator[str]:
    """Every picture is there and was drawn."""
    for address in opened.page.evaluate(
        "[...document.images].filter((one) => !one.naturalWidth).map((one) => one.src)"
    ):
        yield f"broken picture: {address}"


def is_accessible(opened: Any, axe: str) -> Iterator[str]:
    """No rule of axe is broken, nor one about colours in the dark."""
    opened.page.emulate_media(color_scheme="light")
    yield from violations(opened.page, axe)
    opened.page.emulate_media(color_scheme="dark")
    for one in violations(opened.page, axe, only=COLOURS):
        yield f"in the dark: {one}"


def keeps_to_its_host(opened: Any) -> Iterator[str]:
    """Nobody else is asked, no policy is broken, nothing is said and nothing is kept."""
    for address in opened.requests:
        if not address.startswith(f"{opened.url}/"):
            yield f"asks {address}"
    # Chromium itself says so of the answer 404, which is what that page is for.
    mild = "status of 404" if opened.page.url.endswith("/no-page/#content") else "\0"
    for message in opened.messages:
        if mild not in message:
            yield f"says {message}"
    kept = opened.page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")
    if kept != ["", 0, 0]:
        yield f"keeps {kept}"


def prints(opened: Any) -> Iterator[str]:
    """On paper the heading is dark on white, and what only a screen can use is gone; few sheets."""
    page = opened.page
    page.emulate_media(media="print", color_scheme="dark")
    if page.locator("main h1:visible").count() != 1:
        yield "no heading on paper"
    ink = page.locator("main h1").evaluate(INK)
    if max(ink) >= 110:
        yield f"pale ink: {ink}"
    for what in ("[data-theme-switch]", "iframe"):
        if page.locator(f"{what}:visible").count():
            yield f"{what} on paper"
    document = page.pdf(format="A4", tagged=True, outline=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", document))
    # A page of a long list has two hundred rows, a season a hundred sources.
    if not 1 <= sheets <= (20 if "/many/" in page.url else 8):
        yield f"{sheets} sheets of paper"

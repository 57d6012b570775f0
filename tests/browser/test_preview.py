"""The preview in a browser: pages follow what is saved, and mistakes lie over the last good one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).parents[2]
ARTICLE = "content/shows/1899/season-1/index.md"
OVERLAY = ".st-preview--overlay"
DAY = ".st-preview--bar input[type=date]"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Serve a copy of the shipped site, and return its folder and address."""
    root = tmp_path_factory.mktemp("preview")
    shutil.copytree(REPOSITORY / "content", root / "content")
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    command = (sys.executable, "-m", "seasontracker", "serve", "--today", "2026-11-22")
    server = subprocess.Popen(
        (*command, "--port", "0"),
        cwd=root,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert server.stdout is not None
    address = next(line.split()[1] for line in server.stdout if line.startswith("Serving "))
    try:
        yield root, address
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=60)


@pytest.fixture
def page(chromium: Browser, served: tuple[Path, str]) -> Iterator[Page]:
    """Open an article in the preview; nothing may go against its policy."""
    opened = chromium.new_page(viewport={"width": 900, "height": 700})
    refused: list[str] = []
    opened.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    opened.goto(f"{served[1]}shows/1899/season-1/")
    opened.locator(DAY).wait_for()
    yield opened
    opened.close()
    assert refused == []


def test_preview_follows_a_save_and_keeps_the_place(page: Page, served: tuple[Path, str]) -> None:
    """What was saved is there, at the place where the reader was."""
    file = served[0] / ARTICLE
    page.evaluate("scrollTo(0, 1234)")
    file.write_text(f"{file.read_text('utf-8')}\nA word for the preview.\n", "utf-8")

    page.get_by_text("A word for the preview.").wait_for(state="attached")
    page.locator(DAY).wait_for()

    assert page.evaluate("scrollY") == 1234


def test_preview_lays_mistakes_over_the_last_good_page(
    page: Page, served: tuple[Path, str]
) -> None:
    """All mistakes are told with place, line and hint, and go when they are mended."""
    file = served[0] / ARTICLE
    good = file.read_text("utf-8")
    heading = page.locator("main h1").inner_text()
    file.write_text(good.replace("published:", "publishd: 2026\npublished:") + "\n::: timelin\n")

    overlay = page.locator(OVERLAY)
    overlay.wait_for()

    shown = overlay.inner_text()
    for expected in (f"{ARTICLE}:", "ST202 unknown-key", "did you mean `published`?", "ST601"):
        assert expected in shown, expected
    assert overlay.locator("li").count() == 2
    assert overlay.locator("mark").first.inner_text() == "publishd"
    assert page.locator("main h1").inner_text() == heading
    assert page.locator("main script, main .st-preview").count() == 0

    file.write_text(good, "utf-8")
    overlay.wait_for(state="detached")


def test_preview_swaps_style_without_loading_the_page_again(
    page: Page, served: tuple[Path, str]
) -> None:
    """A saved style sheet is seen at once, and the page is the same page."""
    page.evaluate("window.isTheSame = true")
    sheet = served[0] / "templates/assets/css/08-components.css"
    sheet.write_text(f"{sheet.read_text('utf-8')}\nh1{{letter-spacing:7px}}\n", "utf-8")

    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'"
    )

    assert page.evaluate("window.isTheSame")
    assert page.locator('link[rel="stylesheet"][href*="/site."]').count() == 1


def test_preview_moves_the_clock(page: Page) -> None:
    """Another day in the bar shows the site as of that day, and Today brings the present back."""
    page.locator(DAY).fill("2026-11-01")
    page.get_by_text("Published from 22 November 2026").first.wait_for()
    page.locator(DAY).wait_for()
    assert page.locator(DAY).input_value() == "2026-11-01"

    page.locator(DAY).fill("2026-11-22")
    page.get_by_text("Published from").first.wait_for(state="detached")

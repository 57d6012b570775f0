"""A season brings its own fonts, and little style and script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

SEASON = "/shows/all-of-us-are-dead/season-2/"


def test_fonts_are_the_sites_own(visit: Callable[..., Any]) -> None:
    """The page is set in the fonts that come with it, each of which was loaded."""
    opened = visit(SEASON)

    loaded = opened.page.evaluate(
        "[...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family)"
    )

    assert any(one.endswith(".woff2") for one in opened.requests)
    assert {name.strip('"') for name in loaded} >= {"Bricolage", "Newsreader"}


@pytest.mark.parametrize("javascript", [True, False])
def test_styles_and_scripts_are_small(
    visit: Callable[..., Any], javascript: bool, site: Any
) -> None:
    """What a season page loads: less than 20 KB of CSS and 5 KB of JavaScript, unpacked."""
    opened = visit(SEASON, javascript=javascript)

    def size(suffix: str) -> int:
        names = {one.removeprefix(opened.url) for one in opened.requests if one.endswith(suffix)}
        return sum((site.folder / name.lstrip("/")).stat().st_size for name in names)

    assert 0 < size(".css") < 20 * 1024
    assert size(".js") < 5 * 1024
    assert bool(size(".js")) == javascript


def test_all_styles_and_scripts_are_small(site: Any) -> None:
    """All that the site has: less than 20 KB of CSS and 5 KB of JavaScript, unpacked."""
    # A page loads one accent, its show's.
    styles = sum(
        one.stat().st_size
        for one in (site.folder / "assets").rglob("*.css")
        if one.name.split(".")[0] in ("site", "print")
    )

    assert 0 < styles < 20 * 1024
    assert 0 < sum(one.stat().st_size for one in (site.folder / "assets").rglob("*.js")) < 5 * 1024

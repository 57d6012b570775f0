"""What readers choose on a page is as accessible as the page that they found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe import COLOURS, violations

pytestmark = pytest.mark.browser

SEASON = "/shows/all-of-us-are-dead/season-2/"


@pytest.mark.parametrize(("place", "scheme"), [("/", "light"), (SEASON, "dark")])
def test_page_of_a_chosen_theme_is_accessible(
    place: str, scheme: str, visit: Callable[..., Any], axe: str
) -> None:
    """The theme that the reader chose has the contrast of the one that the system chose."""
    page = visit(place, scheme=scheme).page
    page.locator("[data-theme-switch]").click()

    assert list(violations(page, axe, COLOURS)) == []


def test_page_as_it_comes_is_accessible(visit: Callable[..., Any], axe: str) -> None:
    """A season is accessible also while what can be folded is folded."""
    assert list(violations(visit(SEASON, width=390).page, axe)) == []


def test_axe_objects(visit: Callable[..., Any], axe: str) -> None:
    """axe does work under our policy: it finds what is wrong, colours among it."""
    page = visit("/people/").page
    page.evaluate("document.querySelector('main p').style.color = '#ccc'")
    page.evaluate("document.querySelector('main').append(new Image())")

    found = " ".join(violations(page, axe))

    assert "color-contrast: " in found
    assert "image-alt: " in found

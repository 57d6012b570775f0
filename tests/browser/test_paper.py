"""An article on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

SEASON = "/shows/all-of-us-are-dead/season-2/"


def test_season_prints_as_a_fact_sheet(visit: Callable[..., Any]) -> None:
    """The answer, facts, dates, timeline, cast and sources of an article are on paper."""
    page = visit(SEASON).page

    page.emulate_media(media="print")

    for part in (".answer", ".facts", ".horizon", ".timeline", ".cast", ".sources"):
        assert page.locator(f"main {part}:visible").count() >= 1, part
    headings = page.locator("main :is(h2, h3):visible")
    assert headings.count() >= 4

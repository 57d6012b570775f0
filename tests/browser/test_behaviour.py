"""What readers can do on a page, with a mouse, with a keyboard and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

SEASON = "/shows/all-of-us-are-dead/season-2/"
PLAYER = "https://www.youtube-nocookie.com/"
BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor"


def test_season_is_complete_without_javascript(visit: Callable[..., Any]) -> None:
    """Answer, dates, cast, theories and a way to the videos are there without any script."""
    opened = visit(SEASON, javascript=False)
    page = opened.page

    text = page.locator("main").inner_text()
    for expected in (
        "All of Us Are Dead",
        "Season 2",
        "Netflix",
        "Park Ji-hu",
        "Yoon Chan-young",
        "Cho Yi-hyun",
        "Choi Nam-ra",
    ):
        assert expected.casefold() in text.casefold(), expected
    assert page.locator("main h1").inner_text().strip()
    link = page.locator("a[data-video]:visible").first
    assert link.is_visible()
    assert link.get_attribute("href").startswith("https://www.youtube.com/watch?v=")
    assert page.locator("iframe").count() == 0
    assert page.locator("[data-theme-switch]:visible").count() == 0
    assert page.locator("main [hidden]:not(form, div, p)").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_theme_switch_turns_and_stays(scheme: str, visit: Callable[..., Any]) -> None:
    """The switch turns the page over, and the choice holds on the next page and visit."""
    opened = visit("/", scheme=scheme)
    page = opened.page
    switch = page.locator("[data-theme-switch]")
    before, name = page.evaluate(BACKGROUND), switch.inner_text()

    switch.click()

    after = page.evaluate(BACKGROUND)
    assert after != before
    assert switch.inner_text() != name
    opened.go(SEASON)
    assert page.evaluate(BACKGROUND) == after
    page.reload()
    assert page.evaluate(BACKGROUND) == after
    page.locator("[data-theme-switch]").click()
    assert page.evaluate(BACKGROUND) == before
    assert opened.messages == []


def test_theme_follows_the_system(visit: Callable[..., Any]) -> None:
    """Who has not chosen gets what the system says, at once when it changes."""
    page = visit("/", scheme="light").page
    light = page.evaluate(BACKGROUND)

    page.emulate_media(color_scheme="dark")

    assert page.evaluate(BACKGROUND) != light


def test_video_is_a_link_until_clicked(visit: Callable[..., Any]) -> None:
    """A click puts the player where the poster was; before it nobody is asked."""
    opened = visit(SEASON)
    page = opened.page
    # YouTube is out of reach of the tests, and must be.
    page.context.route(f"{PLAYER}**", lambda route: route.fulfill(body="A player."))
    opened.read_to_the_end()
    assert page.locator("iframe").count() == 0
    assert not any("youtube" in one or "ytimg" in one for one in opened.requests)
    links = page.locator("a[data-video]:visible")
    count = links.count()
    first = links.first
    video_id, title = first.get_attribute("data-video"), first.get_attribute("data-title")
    assert first.get_attribute("href") == f"https://www.youtube.com/watch?v={video_id}"

    first.click()

    frame = page.locator("iframe")
    assert frame.count() == 1
    assert frame.get_attribute("src").startswith(f"{PLAYER}embed/{video_id}?")
    assert frame.get_attribute("title") == title
    assert links.count() == count - 1
    assert frame.evaluate("(one) => document.activeElement === one")
    box = frame.bounding_box()
    assert box["width"] > 300
    assert abs(box["width"] / box["height"] - 16 / 9) < 0.05
    assert page.url == opened.url + SEASON
    page.frame_locator("iframe").get_by_text("A player.").wait_for()
    assert [one for one in opened.requests if not one.startswith(opened.url)] == [
        frame.get_attribute("src")
    ]
    assert opened.messages == []


def test_video_opens_in_a_tab_when_asked(visit: Callable[..., Any]) -> None:
    """A click with Control is the browser's, as on any link."""
    opened = visit(SEASON)
    page = opened.page
    page.context.route("https://**", lambda route: route.abort())

    page.locator("a[data-video]:visible").first.click(modifiers=["Control"])

    assert page.locator("iframe").count() == 0


def test_video_starts_from_the_keyboard(visit: Callable[..., Any]) -> None:
    """Enter on the link plays the video too."""
    page = visit(SEASON).page
    page.context.route(f"{PLAYER}**", lambda route: route.abort())
    page.locator("a[data-video]:visible").first.focus()

    page.keyboard.press("Enter")

    assert page.locator("iframe").count() == 1


def test_unknown_address_offers_all_shows(visit: Callable[..., Any]) -> None:
    """The 404 page narrows its list of shows while the reader types."""
    page = visit("/shows/all-of-us-are-ded/season-9/").page
    box = page.locator("[data-filter]")
    field = box.locator("input")
    items = page.locator("#" + box.get_attribute("data-filter") + " > *")
    everything = items.count()
    assert everything >= 4
    assert page.locator("main a[href='/']").count() >= 1

    field.fill("  SQUID")

    visible = [one for one in items.all() if one.is_visible()]
    assert len(visible) == 1
    assert "Squid Game" in visible[0].inner_text()
    assert box.locator("[role=status]").inner_text().startswith("1")

    field.fill("no such show")
    assert not any(one.is_visible() for one in items.all())

    field.fill("")
    assert sum(one.is_visible() for one in items.all()) == everything


def test_unknown_address_without_javascript(visit: Callable[..., Any]) -> None:
    """Without a script the list is there and the field, which would do nothing, is not."""
    page = visit("/nothing/here", javascript=False).page

    assert page.locator("[data-filter]:visible").count() == 0
    assert page.get_by_role("link", name="Squid Game").first.is_visible()


def test_anchor_is_not_under_the_masthead(visit: Callable[..., Any]) -> None:
    """A link into the page shows the heading that it names."""
    opened = visit(SEASON)
    page = opened.page
    anchors = page.evaluate(
        "[...document.querySelectorAll('main h2')].map((one) => one.id || one.parentElement.id)"
    )
    assert anchors

    for anchor in filter(None, anchors):
        opened.go(f"{SEASON}#{anchor}")
        top = page.evaluate(
            "document.getElementById(location.hash.slice(1)).getBoundingClientRect().top"
        )
        assert -1 <= top < 900, anchor


def test_page_works_in_forced_colours(visit: Callable[..., Any]) -> None:
    """With the system's own colours, marks of certainty are still drawn."""
    page = visit(SEASON).page

    page.emulate_media(forced_colors="active")

    assert page.locator("main h1").is_visible()
    assert page.locator("main svg:visible").count() >= 1

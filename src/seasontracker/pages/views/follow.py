"""How a page can be followed: its feeds and calendars."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.pages.views.head import FeedLink, FollowLinks
from seasontracker.site.permalinks import (
    DATES,
    FEED,
    JSON_FEED,
    WINDOWS,
    Permalinks,
    beside,
)
from seasontracker.wording.catalogue import Words


def follow_links(
    words: Words, links: Permalinks, page: str, name: str, *, has_calendars: bool
) -> FollowLinks:
    """Return what stands beside a page, given as a path, about what is called `name`."""
    announced = tuple(_announced(words, page, name, has_calendars=has_calendars))
    feed, json_feed = beside(page, FEED), beside(page, JSON_FEED)
    if not has_calendars:
        return FollowLinks(feed, json_feed, announced=announced)
    dates, windows = beside(page, DATES), beside(page, WINDOWS)
    return FollowLinks(
        feed,
        json_feed,
        dates,
        windows,
        _subscribe(links, dates),
        _subscribe(links, windows),
        announced,
    )


def _announced(words: Words, page: str, name: str, *, has_calendars: bool) -> Iterator[FeedLink]:
    yield FeedLink(name, beside(page, FEED), "application/atom+xml")
    yield FeedLink(name, beside(page, JSON_FEED), "application/feed+json")
    if has_calendars:
        values = {"name": name}
        dates = words.gettext("%(name)s: dates") % values
        windows = words.gettext("%(name)s: windows") % values
        yield FeedLink(dates, beside(page, DATES), "text/calendar")
        yield FeedLink(windows, beside(page, WINDOWS), "text/calendar")


def _subscribe(links: Permalinks, path: str) -> str:
    """Return an address as `webcal:`, which calendar programs take as theirs."""
    return f"webcal:{links.absolute(path).partition(':')[2]}"

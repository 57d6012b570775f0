"""The files of the site as a whole that are no pages: feeds, calendars, maps, what hosts read."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.exports.api import description_files
from seasontracker.exports.calendars.files import DATES, WINDOWS, site_events
from seasontracker.exports.feeds import Feed, site_entries
from seasontracker.exports.hosts import HostRules, Redirect, host_files, host_rules
from seasontracker.exports.humans import render_humans
from seasontracker.exports.sitemap import (
    has_news,
    news_entries,
    render_news_sitemap,
    render_robots,
    render_sitemaps,
    sitemap_entries,
)
from seasontracker.exports.tags import feed_id
from seasontracker.output.publish import OutputFile
from seasontracker.pages.views.home import latest_change
from seasontracker.pipeline.follow import calendar_files, feed_files
from seasontracker.pipeline.workshop import Press, Workshop
from seasontracker.rows import RowSource
from seasontracker.site.moved import moved_addresses
from seasontracker.site.permalinks import NEWS_SITEMAP

HOSTS = "site:hosts"
"""The unit of what hosts read."""

SITE_FILES = (
    "site:calendars",
    "site:feed",
    "site:news-sitemap",
    "site:robots",
    "site:api",
    HOSTS,
    "site:sitemap",
)
"""The units that make them; the sitemap comes last of those that read rows."""


def site_files(press: Press, name: str, rows: RowSource) -> Iterator[OutputFile]:
    """Yield the files of a unit that is no page."""
    workshop = press.workshop
    links, settings = workshop.links, workshop.settings.value
    match name:
        case "site:assets":
            for asset in press.assets.by_name.values():
                yield OutputFile(asset.output_path, asset.data)
        case "site:feed":
            yield from _site_feed(workshop, rows)
        case "site:calendars":
            page, title = links.home, settings.title
            dates, windows = site_events(rows, DATES), site_events(rows, WINDOWS)
            yield from calendar_files(workshop, page, title, dates, windows)
        case "site:sitemap":
            for path, data in render_sitemaps(sitemap_entries(rows), links):
                yield OutputFile(path, data)
        case "site:api":
            for path, data in description_files(links, settings):
                yield OutputFile(path, data)
        case "site:news-sitemap":
            if entries := news_entries(rows):
                yield OutputFile(NEWS_SITEMAP, render_news_sitemap(entries, settings))
        case "site:humans":
            yield OutputFile("humans.txt", render_humans(settings).encode())
        case "site:indexnow":
            yield OutputFile(f"{settings.indexnow_key}.txt", f"{settings.indexnow_key}".encode())
        case "site:hosts":
            for path, data in host_files(rules_of(workshop, rows)):
                yield OutputFile(path, data)
        case "site:robots":
            text = render_robots(settings, links, has_news=has_news(rows))
            yield OutputFile("robots.txt", text.encode())


def rules_of(workshop: Workshop, rows: RowSource) -> HostRules:
    """Return what hosts are to be told of a site."""
    links = workshop.links
    moved = moved_addresses(rows, workshop.settings, links)
    # Of two that claim one address, which is reported, the first has it.
    first = {one.source.lower(): one for one in reversed(moved)}
    redirects = (
        Redirect(links.prefix + one.source, one.target) for one in reversed(first.values())
    )
    return host_rules(workshop.settings.value, workshop.words, redirects)


def _site_feed(workshop: Workshop, rows: RowSource) -> Iterator[OutputFile]:
    links, settings = workshop.links, workshop.settings.value
    feed = Feed(
        id=feed_id(settings),
        title=settings.title,
        text=workshop.words.gettext("Each change that matters, of all shows."),
        page=links.absolute(links.home),
        entries=site_entries(rows),
        updated=latest_change(rows),
    )
    yield from feed_files(workshop, links.home, feed)

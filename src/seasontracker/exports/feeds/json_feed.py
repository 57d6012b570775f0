"""Feeds as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

from typing import Any

from seasontracker.codec import encode_json
from seasontracker.exports.feeds.model import Feed, FeedEntry, publisher_name
from seasontracker.exports.moments import midnight
from seasontracker.exports.plain_text import legal_text, one_line
from seasontracker.models import SiteSettings
from seasontracker.site.permalinks import JSON_FEED, beside

VERSION = "https://jsonfeed.org/version/1.1"


def render_json_feed(feed: Feed, settings: SiteSettings) -> bytes:
    """Return a feed as JSON Feed."""
    publisher = publisher_name(settings)
    author = {"name": one_line(publisher)}
    if settings.publisher is not None and settings.publisher.url:
        author["url"] = settings.publisher.url
    whole: dict[str, Any] = {
        "version": VERSION,
        "title": one_line(feed.title),
        "home_page_url": feed.page,
        "feed_url": beside(feed.page, JSON_FEED),
        "description": legal_text(feed.text),
        "language": settings.language,
        "authors": [author],
        "items": [_item(entry, publisher, settings) for entry in feed.entries],
    }
    return encode_json(whole) + b"\n"


def _item(entry: FeedEntry, publisher: str, settings: SiteSettings) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": one_line(entry.title),
        "content_html": entry.content,
        "date_published": midnight(entry.published, settings.zone),
        "date_modified": midnight(entry.updated, settings.zone),
    }
    if entry.summary:
        item["summary"] = legal_text(entry.summary)
    if entry.author != publisher:
        item["authors"] = [{"name": one_line(entry.author)}]
    if entry.category:
        item["tags"] = [one_line(entry.category_label or entry.category)]
        # The word of the vocabulary, the same in every language.
        item["_seasontracker"] = {"confidence": entry.category}
    return item

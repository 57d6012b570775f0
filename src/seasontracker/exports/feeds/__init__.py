"""Feeds, as Atom and as JSON Feed: an entry a significant change."""

from seasontracker.exports.feeds.atom import render_atom
from seasontracker.exports.feeds.entries import (
    FEED,
    MOST_ENTRIES,
    feed_of,
    feed_rows,
    newest_entries,
    season_entries,
    site_entries,
)
from seasontracker.exports.feeds.json_feed import render_json_feed
from seasontracker.exports.feeds.model import Feed, FeedEntry

__all__ = [
    "FEED",
    "MOST_ENTRIES",
    "Feed",
    "FeedEntry",
    "feed_of",
    "feed_rows",
    "newest_entries",
    "render_atom",
    "render_json_feed",
    "season_entries",
    "site_entries",
]

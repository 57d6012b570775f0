"""Atom feeds (RFC 4287): what they tell, and the feed itself."""

from seasontracker.exports.atom.entries import FeedEntry, feed_rows, season_entries, site_entries
from seasontracker.exports.atom.feed import render_feed

__all__ = ["FeedEntry", "feed_rows", "render_feed", "season_entries", "site_entries"]

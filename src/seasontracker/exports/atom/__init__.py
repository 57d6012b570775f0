"""Atom feeds (RFC 4287): what they tell, and the feed itself."""

from seasontracker.exports.atom.entries import FeedEntry, season_entries, site_entries
from seasontracker.exports.atom.feed import render_feed

__all__ = ["FeedEntry", "render_feed", "season_entries", "site_entries"]

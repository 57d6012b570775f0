"""Feeds as JSON Feed 1.1: what jsonfeed.org requires."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.exports.feeds import Feed, FeedEntry, render_json_feed
from seasontracker.exports.plain_text import one_line
from seasontracker.models import SiteSettings

SETTINGS = SiteSettings.model_validate(
    {
        "title": "Seasons",
        "base_url": "https://example.org",
        "language": "en-GB",
        "timezone": "Asia/Seoul",
        "publisher": {"name": "Press & Co", "url": "https://press.example/"},
    }
)
URL = {"type": "string", "pattern": "^https?://"}
DATE = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
AUTHORS = {
    "type": "array",
    "items": {
        "properties": {"name": {"type": "string"}, "url": URL},
        "additionalProperties": False,
        "minProperties": 1,
    },
}
# Of what the standard has, what we write: with its types, and with what it requires.
FEED_SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string"},
        "home_page_url": URL,
        "feed_url": URL,
        "description": {"type": "string"},
        "language": {"type": "string"},
        "authors": AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_html"],
                "additionalProperties": False,
                # Extensions begin with an underscore.
                "patternProperties": {"^_[a-z]+$": {"type": "object"}},
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": URL,
                    "title": {"type": "string"},
                    "content_html": {"type": "string"},
                    "summary": {"type": "string"},
                    "date_published": DATE,
                    "date_modified": DATE,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
}


def read(*entries: FeedEntry, title: str = "T") -> dict[str, Any]:
    """Return a feed as it is read, after checking it against the standard."""
    feed = Feed("tag:x", title, "All.", "https://example.org/a/", entries, None)
    found: dict[str, Any] = json.loads(render_json_feed(feed, SETTINGS))
    jsonschema.validate(found, FEED_SCHEMA)
    return found


def entry(**values: Any) -> FeedEntry:
    """Return an entry."""
    day = date(2026, 1, 5)
    known: dict[str, Any] = {
        "id": "tag:example.org,2026:a",
        "title": "A",
        "url": "https://example.org/a/",
        "updated": day,
        "published": day,
        "said": day,
        "summary": "",
        "content": "<p>A</p>",
        "author": "Press & Co",
    }
    return FeedEntry(**{**known, **values})


def test_json_feed_is_complete() -> None:
    """The feed names itself, its page and its publisher; an entry has all that Atom has."""
    found = read(entry(summary="S", category="reported", category_label="Reported"))

    assert found["home_page_url"] == "https://example.org/a/"
    assert found["feed_url"] == "https://example.org/a/feed.json"
    assert found["authors"] == [{"name": "Press & Co", "url": "https://press.example/"}]
    assert found["language"] == "en-GB"
    assert found["items"] == [
        {
            "id": "tag:example.org,2026:a",
            "url": "https://example.org/a/",
            "title": "A",
            "content_html": "<p>A</p>",
            "date_published": "2026-01-05T00:00:00+09:00",
            "date_modified": "2026-01-05T00:00:00+09:00",
            "summary": "S",
            "tags": ["Reported"],
            "_seasontracker": {"confidence": "reported"},
        }
    ]


def test_json_feed_names_another_author() -> None:
    """An entry by somebody else says so, and one of the site itself is not tagged."""
    (item,) = read(entry(author="Kim"))["items"]

    assert item["authors"] == [{"name": "Kim"}]
    assert "tags" not in item


def test_json_feed_without_news() -> None:
    """A feed may be empty."""
    assert read()["items"] == []


@given(st.text(), st.text())
def test_json_feed_holds_any_text(title: str, summary: str) -> None:
    """Whatever an editor writes, the feed can be read."""
    found = read(entry(title=title, summary=summary), title=title)

    assert found["title"] == found["items"][0]["title"] == one_line(title)

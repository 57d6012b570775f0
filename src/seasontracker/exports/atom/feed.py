"""The feed itself, as RFC 4287 has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from seasontracker.exports.atom.entries import FeedEntry, publisher_name
from seasontracker.exports.moments import midnight
from seasontracker.exports.plain_text import legal_text, one_line
from seasontracker.models import SiteSettings

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_UNKNOWN = date(1970, 1, 1)
"""Stands where a feed must name a day and has nothing to name, as Unix time does."""


def render_feed(
    *,
    feed_id: str,
    title: str,
    self_url: str,
    page_url: str,
    entries: Sequence[FeedEntry],
    settings: SiteSettings,
    updated: date | None,
) -> bytes:
    """Return a feed; `updated` stands for the day of its newest entry as long as it has none."""
    feed = Element("feed", {"xmlns": _ATOM, _LANG: settings.language})
    _text(feed, "id", feed_id)
    _text(feed, "title", one_line(title))
    newest = max((entry.updated for entry in entries), default=updated or _UNKNOWN)
    _text(feed, "updated", midnight(newest, settings.zone))
    # The media type is Atom's own, by which readers know the feed from its page.
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": self_url})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": page_url})
    _author(feed, publisher_name(settings), settings)
    # Without a version, so that a new one of ours changes no feed.
    _text(feed, "generator", "seasontracker")
    for entry in entries:
        _add(feed, entry, settings)
    indent(feed)
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add(feed: Element, entry: FeedEntry, settings: SiteSettings) -> None:
    element = SubElement(feed, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", one_line(entry.title))
    _text(element, "updated", midnight(entry.updated, settings.zone))
    _text(element, "published", midnight(entry.published, settings.zone))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    if entry.author != publisher_name(settings):
        _author(element, entry.author, settings)
    if entry.category:
        attributes = {"term": entry.category}
        if entry.category_label:
            attributes["label"] = one_line(entry.category_label)
        SubElement(element, "category", attributes)
    if entry.summary:
        _text(element, "summary", entry.summary)
    _text(element, "content", entry.content_html).set("type", "html")


def _author(parent: Element, name: str, settings: SiteSettings) -> None:
    author = SubElement(parent, "author")
    _text(author, "name", one_line(name))
    publisher = settings.publisher
    if publisher is not None and publisher.url and name == publisher.name:
        _text(author, "uri", publisher.url)


def _text(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = legal_text(text)
    return element

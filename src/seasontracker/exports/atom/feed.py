"""The feed itself, as RFC 4287 has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from seasontracker.exports.atom.entries import FeedEntry, publisher_name
from seasontracker.exports.moments import midnight
from seasontracker.exports.plain_text import legal_text, one_line
from seasontracker.models import SiteSettings

_ATOM = "http://www.w3.org/2005/Atom"
_HTML = ' type="html"'
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
    newest = max((entry.updated for entry in entries), default=updated or _UNKNOWN)
    publisher = publisher_name(settings)
    # By hand, as the sitemap is, since every season has a feed.
    lines = [
        "<?xml version='1.0' encoding='utf-8'?>",
        f'<feed xmlns="{_ATOM}" xml:lang="{_quoted(settings.language)}">',
        f"  <id>{_text(feed_id)}</id>",
        f"  {_element('title', one_line(title))}",
        f"  <updated>{midnight(newest, settings.zone)}</updated>",
        # The media type is Atom's own, by which readers know the feed from its page.
        f'  <link rel="self" type="application/atom+xml" href="{_quoted(self_url)}" />',
        f'  <link rel="alternate" type="text/html" href="{_quoted(page_url)}" />',
        *_author(publisher, settings, "  "),
        # Without a version, so that a new one of ours changes no feed.
        "  <generator>seasontracker</generator>",
    ]
    for entry in entries:
        lines += _entry(entry, publisher, settings)
    return "\n".join([*lines, "</feed>", ""]).encode("utf-8", "xmlcharrefreplace")


def _entry(entry: FeedEntry, publisher: str, settings: SiteSettings) -> Iterator[str]:
    zone = settings.zone
    yield "  <entry>"
    yield f"    <id>{_text(entry.id)}</id>"
    yield f"    {_element('title', one_line(entry.title))}"
    yield f"    <updated>{midnight(entry.updated, zone)}</updated>"
    yield f"    <published>{midnight(entry.published, zone)}</published>"
    yield f'    <link rel="alternate" type="text/html" href="{_quoted(entry.url)}" />'
    if entry.author != publisher:
        yield from _author(entry.author, settings, "    ")
    if entry.category:
        shown = _quoted(one_line(entry.category_label))
        label = f' label="{shown}"' if entry.category_label else ""
        yield f'    <category term="{_quoted(entry.category)}"{label} />'
    if entry.summary:
        yield f"    {_element('summary', entry.summary)}"
    yield f"    {_element('content', entry.content_html, _HTML)}"
    yield "  </entry>"


def _author(name: str, settings: SiteSettings, indent: str) -> Iterator[str]:
    yield f"{indent}<author>"
    yield f"{indent}  {_element('name', one_line(name))}"
    publisher = settings.publisher
    if publisher is not None and publisher.url and name == publisher.name:
        yield f"{indent}  {_element('uri', publisher.url)}"
    yield f"{indent}</author>"


def _element(tag: str, text: str, attributes: str = "") -> str:
    inside = _text(text)
    return f"<{tag}{attributes}>{inside}</{tag}>" if inside else f"<{tag}{attributes} />"


def _text(text: str) -> str:
    return legal_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return (
        value.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("\r", "&#13;")
        .replace("\n", "&#10;")
        .replace("\t", "&#09;")
    )

"""Feeds as Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from seasontracker.exports.feeds.model import Feed, FeedEntry, publisher_name
from seasontracker.exports.moments import midnight
from seasontracker.exports.plain_text import legal_text, one_line
from seasontracker.models import SiteSettings
from seasontracker.site.permalinks import FEED, FEED_STYLE, JSON_FEED, Permalinks, beside
from seasontracker.wording.catalogue import Words

_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"
_UNKNOWN = date(1970, 1, 1)
"""Stands where a feed must name a day and has nothing to name, as Unix time does."""


def render_atom(feed: Feed, settings: SiteSettings, links: Permalinks, words: Words) -> bytes:
    """Return a feed as Atom, with a style sheet for people who open it in a browser."""
    newest = max((entry.updated for entry in feed.entries), default=feed.updated or _UNKNOWN)
    publisher = publisher_name(settings)
    note = words.gettext(
        "This is a feed: a list for programs that tell you what is new."
        " Give its address to a feed reader, or read"
    )
    # By hand, as the sitemap is, since every season has a feed.
    lines = [
        "<?xml version='1.0' encoding='utf-8'?>",
        # A language for style sheets of its own, XSLT, is leaving browsers; CSS is not.
        f'<?xml-stylesheet type="text/css" href="{_quoted(links.path(FEED_STYLE))}"?>',
        f'<feed xmlns="{_ATOM}" xml:lang="{_quoted(settings.language)}">',
        f"  <id>{_text(feed.id)}</id>",
        f"  {_element('title', one_line(feed.title))}",
        # With a link in it, which a browser makes one that works.
        f'  <subtitle type="xhtml"><div xmlns="{_XHTML}"><p>{_text(feed.text)}</p>'
        f'<p>{_text(note)} <a href="{_quoted(feed.page)}">{_text(feed.page)}</a></p></div>'
        "</subtitle>",
        f"  <updated>{midnight(newest, settings.zone)}</updated>",
        # The media type is Atom's own, by which readers know the feed from its page.
        *(
            f'  <link rel="{rel}" type="{media_type}" href="{_quoted(url)}" />'
            for rel, media_type, url in (
                ("self", "application/atom+xml", beside(feed.page, FEED)),
                ("alternate", "text/html", feed.page),
                ("alternate", "application/feed+json", beside(feed.page, JSON_FEED)),
            )
        ),
        *_author(publisher, settings, "  "),
        # Without a version, so that a new one of ours changes no feed.
        "  <generator>seasontracker</generator>",
    ]
    for entry in feed.entries:
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
    # Not as escaped HTML, so that a browser that shows the feed shows links and paragraphs.
    yield f'    <content type="xhtml"><div xmlns="{_XHTML}">{entry.content}</div></content>'
    yield "  </entry>"


def _author(name: str, settings: SiteSettings, indent: str) -> Iterator[str]:
    yield f"{indent}<author>"
    yield f"{indent}  {_element('name', one_line(name))}"
    publisher = settings.publisher
    if publisher is not None and publisher.url and name == publisher.name:
        yield f"{indent}  {_element('uri', publisher.url)}"
    yield f"{indent}</author>"


def _element(tag: str, text: str) -> str:
    inside = _text(text)
    return f"<{tag}>{inside}</{tag}>" if inside else f"<{tag} />"


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

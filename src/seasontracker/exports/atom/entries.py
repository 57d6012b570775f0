"""What feeds tell: an entry for each significant change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TypeAlias

from seasontracker.codec import pack, unpack
from seasontracker.exports.plain_text import one_line
from seasontracker.exports.spoilers import is_harmless
from seasontracker.exports.tags import entry_id
from seasontracker.models import SiteSettings
from seasontracker.pages.views.front import topic
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.listing import ListedChange, ListedSeason, ShowListing
from seasontracker.site.permalinks import Permalinks
from seasontracker.wording.catalogue import Words
from seasontracker.wording.labels import label

FEED = "feed"
MOST_ENTRIES = 50
MOST_OF_A_SHOW = 20


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One significant change, as feed readers show it."""

    id: str
    """A tag URI, the same for ever."""
    title: str
    url: str
    """Absolute."""
    updated: date
    """When the site told it."""
    published: date
    summary: str
    """Plain text; may be empty."""
    content_html: str
    author: str
    category: str = ""
    """How certain it is, as a word of the vocabulary; empty where that does not arise."""
    category_label: str = ""
    """The same for people."""


def publisher_name(settings: SiteSettings) -> str:
    """Return who publishes the site: the site itself, unless it says otherwise."""
    return settings.publisher.name if settings.publisher else settings.title


def season_entries(
    listing: ShowListing,
    season: ListedSeason,
    links: Permalinks,
    settings: SiteSettings,
    words: Words | None = None,
) -> tuple[FeedEntry, ...]:
    """Return the entries of a season's feed, newest first; what spoils is left to the page.

    With `words`, each entry also says in the site's language how certain it is.
    """
    return _newest_first(_ordered_entries(listing, season, links, settings, words))


def feed_rows(
    listing: ShowListing, links: Permalinks, settings: SiteSettings, words: Words | None = None
) -> Iterator[ListRow]:
    """Yield the newest entries of a show for the feed of the site.

    They are not all, so that one show with much to tell does not fill that feed.
    """
    found = [
        entry
        for season in listing.seasons
        for entry in _ordered_entries(listing, season, links, settings, words)
    ]
    found.sort(key=lambda pair: pair[0], reverse=True)
    for order, entry in found[:MOST_OF_A_SHOW]:
        yield ListRow(FEED, "\x01".join(map(str, order)), pack(entry))


def site_entries(rows: RowSource, *, most: int = MOST_ENTRIES) -> tuple[FeedEntry, ...]:
    """Return the newest entries of all seasons, newest first."""
    found = rows.list_rows(FEED, most=most, newest_first=True)
    return tuple(unpack(data, FeedEntry) for data in found)


_Order: TypeAlias = tuple[date, date, str]


def _newest_first(entries: Iterable[tuple[_Order, FeedEntry]]) -> tuple[FeedEntry, ...]:
    return tuple(entry for _, entry in sorted(entries, key=lambda pair: pair[0], reverse=True))


def _ordered_entries(
    listing: ShowListing,
    season: ListedSeason,
    links: Permalinks,
    settings: SiteSettings,
    words: Words | None,
) -> Iterator[tuple[_Order, FeedEntry]]:
    subject = topic(listing, season)
    url = links.absolute(links.season(listing.slug, season.number))
    author = publisher_name(settings)
    for change, key in _told(season):
        id_ = entry_id(settings, listing.slug, season.number, key)
        confidence = change.confidence
        certainty = label(words, confidence) if words and confidence else ""
        entry = FeedEntry(
            id=id_,
            title=one_line(f"{subject}: {change.title}"),
            url=url,
            updated=change.added,
            published=change.added,
            summary=one_line(change.note),
            content_html=_content(change, certainty, url, subject),
            author=author,
            category=confidence.value if confidence else "",
            category_label=certainty,
        )
        yield (change.added, change.day, id_), entry


def _told(season: ListedSeason) -> Iterator[tuple[ListedChange, str]]:
    """Yield what a feed tells, each with a key of its own within the season.

    A claim that moves several axes is one line of news when one headline names it.
    """
    told: set[tuple[date, str]] = set()
    used: dict[str, int] = {}
    for change in season.changes:
        # Counted before anything is left out, so that what is left out shifts no other's key.
        count = used[change.key] = used.get(change.key, 0) + 1
        line = (change.added, change.title)
        if not is_harmless(change.spoils) or line in told:
            continue
        told.add(line)
        yield change, change.key if count == 1 else f"{change.key}:{count}"


def _content(change: ListedChange, certainty: str, url: str, subject: str) -> str:
    """Return an entry's text; nothing in it changes when the page does."""
    paragraphs = [escape(text, quote=False) for text in (certainty, change.note) if text]
    paragraphs.append(f'<a href="{escape(url)}">{escape(subject, quote=False)}</a>')
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)

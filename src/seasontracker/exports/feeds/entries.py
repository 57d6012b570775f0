"""What feeds tell: an entry for each significant change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from seasontracker.codec import pack, unpack
from seasontracker.exports.feeds.model import FeedEntry, publisher_name
from seasontracker.exports.plain_text import legal_text, one_line
from seasontracker.exports.spoilers import is_harmless
from seasontracker.exports.tags import entry_id
from seasontracker.models import SiteSettings
from seasontracker.pages.views.front import sort_key, topic
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.listing import ListedChange, ListedSeason, ShowListing
from seasontracker.site.permalinks import Permalinks
from seasontracker.wording.catalogue import Words
from seasontracker.wording.labels import label

FEED = "feed"
MOST_ENTRIES = 50
MOST_OF_A_SHOW = 20


def season_entries(
    listing: ShowListing,
    season: ListedSeason,
    links: Permalinks,
    settings: SiteSettings,
    words: Words,
) -> tuple[FeedEntry, ...]:
    """Return the entries of a season's feed, newest first; what spoils is left to the page."""
    subject = topic(listing, season)
    url = links.absolute(links.season(listing.slug, season.number))
    author = publisher_name(settings)
    found = []
    for change, key in _told(season):
        confidence = change.confidence
        certainty = label(words, confidence) if confidence else ""
        found.append(
            FeedEntry(
                id=entry_id(settings, listing.id, season.number, key),
                title=one_line(f"{subject}: {change.title}"),
                url=url,
                updated=change.added,
                published=change.added,
                said=change.day,
                summary=one_line(change.note),
                content=_content(change, certainty, url, subject, words),
                author=author,
                category=confidence.value if confidence else "",
                category_label=certainty,
            )
        )
    return newest_entries(found)


def newest_entries(
    entries: Iterable[FeedEntry], *, most: int | None = None
) -> tuple[FeedEntry, ...]:
    """Return entries newest first, all or so many of them."""
    return tuple(sorted(entries, key=lambda entry: entry.order, reverse=True)[:most])


def feed_rows(name: str, entries: Iterable[FeedEntry]) -> Iterator[ListRow]:
    """Yield a show's newest entries for a feed about several shows.

    They are not all, so that one show with much to tell does not fill that feed.
    """
    for entry in newest_entries(entries, most=MOST_OF_A_SHOW):
        yield ListRow(name, sort_key(*entry.order), pack(entry))


def feed_of(network: str) -> str:
    """Return the name of the list of what a network's feed tells, by its slug."""
    return f"network/{network}/feed"


def site_entries(
    rows: RowSource, name: str = FEED, *, most: int = MOST_ENTRIES
) -> tuple[FeedEntry, ...]:
    """Return the newest entries of several shows, newest first."""
    found = rows.list_rows(name, most=most, newest_first=True)
    return tuple(unpack(data, FeedEntry) for data in found)


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


def _content(change: ListedChange, certainty: str, url: str, subject: str, words: Words) -> str:
    """Return an entry's text; nothing in it changes when the page does."""
    if certainty and change.by:
        said = words.gettext("%(certainty)s: %(speaker)s")
        certainty = said % {"certainty": certainty, "speaker": change.by}
    parts = [_paragraph(_text(text)) for text in (certainty, change.note) if text]
    if change.quote:
        parts.append(f"<blockquote>{_paragraph(_text(change.quote))}</blockquote>")
    if change.because:
        parts.append(_paragraph(_text(change.because)))
    if change.sources:
        named = "; ".join(
            _link(source.url, source.name) if source.url else _text(source.name)
            for source in change.sources
        )
        source = _text(words.gettext("Source: %(sources)s")) % {"sources": named}
        parts.append(_paragraph(source))
    return "".join((*parts, _paragraph(_link(url, subject))))


def _paragraph(inside: str) -> str:
    return f"<p>{inside}</p>"


def _link(url: str, text: str) -> str:
    return f'<a href="{escape(legal_text(url))}">{_text(text)}</a>'


def _text(text: str) -> str:
    return escape(legal_text(text), quote=False)

"""A feed and its entries, before they are written."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from seasontracker.models import SiteSettings


class FeedEntry(Struct, frozen=True):
    """One significant change, as feed readers show it.

    Nothing in it may change without a new `updated`, so it says what was claimed, and not what
    the page makes of that today.
    """

    id: str
    """A tag URI, the same for ever."""
    title: str
    url: str
    """Absolute."""
    updated: date
    """When the site told it."""
    published: date
    said: date
    """When it was said; orders what was told on one day."""
    summary: str
    """Plain text; may be empty."""
    content: str
    """XHTML, which reads the same as HTML."""
    author: str
    category: str = ""
    """How certain it is, as a word of the vocabulary; empty where that does not arise."""
    category_label: str = ""
    """The same for people."""

    @property
    def order(self) -> tuple[date, date, str]:
        """What sorts entries, the newest last."""
        return self.updated, self.said, self.id


class Feed(Struct, frozen=True):
    """A feed: what it is about, and its entries."""

    id: str
    title: str
    text: str
    """A sentence that says what it tells."""
    page: str
    """The page about the same, absolute; the feed stands beside it."""
    entries: tuple[FeedEntry, ...]
    """Newest first."""
    updated: date | None
    """Stands for the day of its newest entry as long as it has none."""


def publisher_name(settings: SiteSettings) -> str:
    """Return who publishes the site: the site itself, unless it says otherwise."""
    return settings.publisher.name if settings.publisher else settings.title

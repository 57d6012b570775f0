"""The home page, and the list of all shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from seasontracker.codec import pack, unpack
from seasontracker.pages.views.front import (
    ListingContext,
    SiteContext,
    by_title,
    coming,
    sort_key,
)
from seasontracker.pages.views.horizon import Horizon
from seasontracker.pages.views.marks import Mark, confidence_mark
from seasontracker.pages.views.news import NEWS, NewsItem
from seasontracker.pages.views.paging import PER_PAGE, More, Pager
from seasontracker.pages.views.people import PEOPLE
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.listing import ListedPicture, ShowListing
from seasontracker.site.networks import network_slug
from seasontracker.wording.labels import label

SHOWS = "shows"
RECENT = "recent"
CHANGED = "changed"
MOST_COMING = 12
MOST_NEWS = 12
MOST_SHOWS = 60
"""With more shows than these, the home page has the latest only."""
LATEST_SHOWS = 24


class ShowTile(Struct, frozen=True):
    """A show among all shows."""

    title: str
    original_title: str
    language: str
    url: str
    network: str
    status: str
    answer: str
    mark: Mark | None
    picture: ListedPicture | None


class HomeView(Struct, frozen=True):
    """The home page."""

    coming: Horizon | None
    news: tuple[NewsItem, ...]
    shows: tuple[ShowTile, ...]
    more: More | None
    """The way to the other shows, where these are not all."""


class ShowsView(Struct, frozen=True):
    """A page of the list of all shows."""

    shows: tuple[ShowTile, ...]
    pager: Pager
    people: str
    """The address of the list of people, if there is one."""

    @property
    def is_all(self) -> bool:
        """Whether there are no others."""
        return self.pager.total == 1


class NotFoundView(Struct, frozen=True):
    """The page for wrong addresses."""

    shows: tuple[ShowTile, ...]
    more: More | None

    @property
    def is_all(self) -> bool:
        """Whether there are no others."""
        return self.more is None


def show_rows(context: ListingContext, show: ShowListing) -> Iterator[ListRow]:
    """Yield a show's place among all shows, by title and by the day of its last change."""
    tile = pack(_tile(context, show))
    yield ListRow(SHOWS, by_title(show), tile)
    yield ListRow(shows_of(network_slug(show.network)), by_title(show), tile)
    yield ListRow(RECENT, sort_key(show.modified or date.min, show.slug), tile)
    if show.modified is not None:
        day = pack(show.modified)
        yield ListRow(CHANGED, sort_key(show.modified), day)
        yield ListRow(changed_of(network_slug(show.network)), sort_key(show.modified), day)


def shows_of(network: str) -> str:
    """Return the name of the list of a network's shows, by its slug."""
    return f"network/{network}/shows"


def changed_of(network: str) -> str:
    """Return the name of the list of the days on which a network's shows last changed."""
    return f"network/{network}/changed"


def home_view(site: SiteContext) -> HomeView:
    """Return the home page."""
    caption = site.words.gettext(
        "Promised seasons on one axis, the nearest first. The thin vertical line is now."
    )
    shows, more = _shows(site)
    news = site.rows.list_rows(NEWS, most=MOST_NEWS, newest_first=True)
    return HomeView(
        coming=coming(site, caption, most=MOST_COMING),
        news=tuple(unpack(data, NewsItem) for data in news),
        shows=shows,
        more=more,
    )


def not_found_view(site: SiteContext) -> NotFoundView:
    """Return the page for wrong addresses, which offers the shows."""
    return NotFoundView(*_shows(site))


def latest_change(rows: RowSource, changed: str = CHANGED) -> date | None:
    """Return the day of the last significant change, of the site's unless a list is named."""
    found = rows.list_rows(changed, most=1, newest_first=True)
    return unpack(found[0], date) if found else None


def _shows(site: SiteContext) -> tuple[tuple[ShowTile, ...], More | None]:
    """Return all shows by title, or the latest and the way to all of them."""
    total = site.rows.count_rows(SHOWS)
    if total > MOST_SHOWS:
        found = site.rows.list_rows(RECENT, most=LATEST_SHOWS, newest_first=True)
    else:
        found = site.rows.list_rows(SHOWS)
    more = More(site.links.shows, total) if total > MOST_SHOWS else None
    return tuple(unpack(data, ShowTile) for data in found), more


def shows_view(site: SiteContext, pager: Pager) -> ShowsView:
    """Return a page of the list of all shows."""
    found = site.rows.list_rows(SHOWS, start=pager.start, most=PER_PAGE)
    has_people = pager.number == 1 and site.rows.count_rows(PEOPLE) > 0
    return ShowsView(
        shows=tuple(unpack(data, ShowTile) for data in found),
        pager=pager,
        people=site.links.people if has_people else "",
    )


def _tile(context: ListingContext, show: ShowListing) -> ShowTile:
    latest = show.latest
    return ShowTile(
        title=show.title,
        original_title=show.original_title,
        language=show.language,
        url=context.links.show(show.slug),
        network=show.network,
        status=label(context.words, show.status),
        answer=latest.answer if latest else show.summary,
        mark=confidence_mark(context.words, latest.answer_confidence) if latest else None,
        picture=next((one.picture for one in reversed(show.seasons) if one.picture), None),
    )

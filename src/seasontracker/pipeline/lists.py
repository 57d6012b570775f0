"""What a show puts into the site's lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seasontracker.clock import Clock
from seasontracker.exports.api import show_list_rows
from seasontracker.exports.sitemap import news_row, sitemap_row
from seasontracker.pages.views.agenda import calendar_rows
from seasontracker.pages.views.board import board_rows
from seasontracker.pages.views.front import ListingContext, coming_rows
from seasontracker.pages.views.home import show_rows
from seasontracker.pages.views.news import news_rows
from seasontracker.pages.views.scorecard import score_rows
from seasontracker.pipeline.pages import PageContent
from seasontracker.pipeline.workshop import Workshop
from seasontracker.rows import ListRow
from seasontracker.site.listing import ShowListing
from seasontracker.site.moved import moved_rows
from seasontracker.site.unit import ShowUnit

_VIEWS = (show_rows, news_rows, coming_rows, calendar_rows, score_rows, board_rows)


def show_lists(
    workshop: Workshop,
    clock: Clock,
    unit: ShowUnit,
    listing: ShowListing,
    pages: Iterable[PageContent],
) -> Iterator[ListRow]:
    """Yield every row of a show; what the clock is asked for them belongs to the show."""
    context = ListingContext(workshop.words, clock, workshop.links)
    for rows in _VIEWS:
        yield from rows(context, listing)
    yield from show_list_rows(workshop.links, listing)
    yield from moved_rows(unit, workshop.links)
    links = workshop.links
    seasons = {links.season(listing.slug, one.number): one for one in listing.seasons}
    for page in pages:
        if not page.indexable:
            continue
        permalink = links.path(page.output_path)
        url, season = links.absolute(permalink), seasons.get(permalink)
        picture = season.picture if season else None
        yield sitemap_row(url, page.modified, links.absolute(picture.url) if picture else "")
        if season is not None and season.published is not None:
            yield news_row(url, season.headline, season.published, page.modified, clock)

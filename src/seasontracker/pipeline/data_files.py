"""The files for programs: in the API at an address that lasts, and beside the page they tell of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seasontracker.exports.api import (
    calendar_json,
    network_json,
    scorecard_json,
    season_json,
    show_json,
    shows_json,
    site_json,
    theories_json,
)
from seasontracker.exports.api.addresses import (
    CALENDAR,
    SCORECARD,
    SITE,
    THEORIES,
    beside,
    network_file,
    season_file,
    show_file,
    shows_file,
)
from seasontracker.output.publish import OutputFile
from seasontracker.pipeline.desk import SeasonDesk, ShowDesk
from seasontracker.pipeline.site_pages import SitePage
from seasontracker.pipeline.workshop import Workshop
from seasontracker.rows import RowSource
from seasontracker.site.listing import ShowListing
from seasontracker.site.permalinks import season_output, show_output

_OVERVIEWS = {
    "calendar": (CALENDAR, calendar_json),
    "scorecard": (SCORECARD, scorecard_json),
    "theories": (THEORIES, theories_json),
}
"""By the kind of a page: where its file is, and what makes it."""


def show_files(
    desk: ShowDesk, listing: ShowListing, seasons: Sequence[SeasonDesk]
) -> Iterator[OutputFile]:
    """Yield the files of a show and of its seasons."""
    context, slug = desk.context(), listing.slug
    data = show_json(context, listing)
    yield from _twice(show_file(slug), show_output(slug), data)
    for season in seasons:
        number = season.loaded.number
        data = season_json(context, season.standing, season.loaded, season.listed, season.pictures)
        yield from _twice(season_file(slug, number), season_output(slug, number), data)


def page_files(workshop: Workshop, page: SitePage, rows: RowSource) -> Iterator[OutputFile]:
    """Yield the files of a page about several shows, if it has any."""
    links, where = workshop.links, page.pager
    url = links.absolute(links.path(page.output_path))
    if page.kind == "home":
        data = site_json(rows, links, workshop.settings.value)
        yield from _twice(SITE, page.output_path, data)
    elif page.kind == "shows" and where is not None:
        data = shows_json(rows, links, where, url)
        yield from _twice(shows_file(where.number), page.output_path, data)
    elif page.network is not None and where is not None:
        data = network_json(rows, links, page.network, where, url)
        yield from _twice(network_file(page.network.slug, where.number), page.output_path, data)
    elif page.kind in _OVERVIEWS:
        path, make = _OVERVIEWS[page.kind]
        yield from _twice(path, page.output_path, make(rows, links))


def has_data(page: SitePage) -> bool:
    """Return whether a page about several shows has files for programs."""
    return page.kind in ("home", "shows", *_OVERVIEWS) or page.network is not None


def _twice(path: str, page: str, data: bytes) -> Iterator[OutputFile]:
    yield OutputFile(path, data)
    yield OutputFile(beside(page), data)

"""The site, its shows and its networks for programs, made from rows of lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from msgspec import Struct

from seasontracker.codec import about, encode_json, encoded, pack, unpack
from seasontracker.exports.api.addresses import (
    OPENAPI,
    SITE,
    VERSION,
    network_file,
    schema_file,
    shows_file,
)
from seasontracker.exports.api.show import ApiShowSummary, api_show_summary
from seasontracker.exports.api.values import Address, ApiName
from seasontracker.models import SiteSettings
from seasontracker.pages.views.front import by_title
from seasontracker.pages.views.home import latest_change
from seasontracker.pages.views.paging import PER_PAGE, Pager
from seasontracker.pages.views.scorecard import Network, networks
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.listing import ShowListing
from seasontracker.site.networks import network_slug
from seasontracker.site.permalinks import Permalinks

SHOWS = "api/shows"


class ApiAuthor(Struct, frozen=True):
    """Somebody who writes for the site."""

    id: str
    name: str
    role: str
    url: str


class ApiSite(Struct, frozen=True):
    """The site, and where all else begins."""

    schema: Annotated[str, about("The JSON Schema that this file follows.")]
    data: Annotated[str, about("The lasting address of this file.")]
    url: Address
    version: Annotated[str, about("Of this API; it is in every address.")]
    title: str
    tagline: str
    description: str
    language: str
    timezone: Annotated[str, about("The zone whose midnight begins the site's day.")]
    publisher: str
    authors: tuple[ApiAuthor, ...]
    modified: Annotated[date | None, about("The last significant change.")]
    shows_total: int
    shows: Annotated[str, about("The list of all shows.")]
    networks: tuple[ApiName, ...]
    openapi: Annotated[str, about("The description of this API (OpenAPI 3.1).")]
    feed: Address
    sitemap: Address


class ApiShows(Struct, frozen=True):
    """A page of the list of all shows, by title."""

    schema: Annotated[str, about("The JSON Schema that this file follows.")]
    data: Annotated[str, about("The lasting address of this file.")]
    url: Address
    total: Annotated[int, about("How many shows there are on all pages.")]
    page: int
    pages: int
    previous: Annotated[str, about("The page before this one; empty on the first.")]
    next: Annotated[str, about("The page after this one; empty on the last.")]
    shows: tuple[ApiShowSummary, ...]


class ApiNetworkShows(Struct, frozen=True):
    """A page of a network's shows, by title."""

    schema: Annotated[str, about("The JSON Schema that this file follows.")]
    data: Annotated[str, about("The lasting address of this file.")]
    url: Address
    id: str
    name: str
    total: Annotated[int, about("How many shows it has on all pages.")]
    page: int
    pages: int
    previous: Annotated[str, about("The page before this one; empty on the first.")]
    next: Annotated[str, about("The page after this one; empty on the last.")]
    shows: tuple[ApiShowSummary, ...]


def show_list_rows(links: Permalinks, listing: ShowListing) -> Iterator[ListRow]:
    """Yield a show's place among all shows and those of its network."""
    data = pack(encode_json(api_show_summary(links, listing)))
    for name in (SHOWS, shows_of(network_slug(listing.network))):
        yield ListRow(name, by_title(listing), data)


def shows_of(network: str) -> str:
    """Return the name of the list of a network's shows, by its slug."""
    return f"api/network/{network}"


def site_json(rows: RowSource, links: Permalinks, settings: SiteSettings) -> bytes:
    """Return the site's file."""
    publisher = settings.publisher
    site = ApiSite(
        schema=links.file(schema_file("site")),
        data=links.file(SITE),
        url=links.absolute(links.home),
        version=VERSION,
        title=settings.title,
        tagline=settings.tagline or "",
        description=settings.description or "",
        language=settings.language,
        timezone=settings.timezone,
        publisher=publisher.name if publisher else settings.title,
        authors=tuple(
            ApiAuthor(one, author.name, author.role or "", author.url or "")
            for one, author in settings.authors.items()
        ),
        modified=latest_change(rows),
        shows_total=rows.count_rows(SHOWS),
        shows=links.file(shows_file(1)),
        networks=tuple(_network(links, one) for one in networks(rows)),
        openapi=links.file(OPENAPI),
        feed=links.absolute(links.feed),
        sitemap=links.absolute(links.sitemap),
    )
    return encode_json(site)


def shows_json(rows: RowSource, links: Permalinks, where: Pager, url: str) -> bytes:
    """Return a page of the list of all shows."""
    page = ApiShows(
        schema=links.file(schema_file("shows")),
        data=links.file(shows_file(where.number)),
        url=url,
        total=rows.count_rows(SHOWS),
        page=where.number,
        pages=where.total,
        previous=links.file(shows_file(where.number - 1)) if where.number > 1 else "",
        next=links.file(shows_file(where.number + 1)) if where.number < where.total else "",
        shows=_stretch(rows, SHOWS, where),
    )
    return encode_json(page)


def network_json(
    rows: RowSource, links: Permalinks, network: Network, where: Pager, url: str
) -> bytes:
    """Return a page of a network's shows."""
    slug, number = network.slug, where.number
    page = ApiNetworkShows(
        schema=links.file(schema_file("network")),
        data=links.file(network_file(slug, number)),
        url=url,
        id=slug,
        name=network.name,
        total=rows.count_rows(shows_of(slug)),
        page=number,
        pages=where.total,
        previous=links.file(network_file(slug, number - 1)) if number > 1 else "",
        next=links.file(network_file(slug, number + 1)) if number < where.total else "",
        shows=_stretch(rows, shows_of(slug), where),
    )
    return encode_json(page)


def _stretch(rows: RowSource, name: str, where: Pager) -> Any:
    """Return the shows of a page, which are JSON already."""
    found = rows.list_rows(name, start=where.start, most=PER_PAGE)
    return tuple(encoded(unpack(data, bytes)) for data in found)


def _network(links: Permalinks, network: Network) -> ApiName:
    return ApiName(
        network.slug,
        network.name,
        links.absolute(links.network(network.slug)),
        links.file(network_file(network.slug, 1)),
    )

"""A show for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from msgspec import Struct

from seasontracker.codec import about, encode_json
from seasontracker.exports.api.addresses import network_file, schema_file, season_file, show_file
from seasontracker.exports.api.values import (
    Address,
    ApiDate,
    ApiName,
    ApiSource,
    ApiWindow,
    SourceIds,
    api_date,
    api_date_or_none,
    cited_sources,
)
from seasontracker.exports.json_ld.same_as import show_addresses
from seasontracker.models import Show
from seasontracker.models.vocabulary import (
    Confidence,
    CrewRole,
    NetworkKind,
    Production,
    Renewal,
    ShowType,
)
from seasontracker.pages.views.context import PageContext
from seasontracker.site.listing import ListedSeason, ShowListing
from seasontracker.site.networks import network_slug
from seasontracker.site.permalinks import Permalinks
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.status import ShowStatus, exported


class ApiSeasonSummary(Struct, frozen=True):
    """How a season stands."""

    number: int
    name: str
    url: Address
    data: Annotated[str, about("Its file in this API.")]
    headline: str
    answer: str
    answer_confidence: Confidence | None
    release_state: ReleaseState
    windows: Annotated[tuple[ApiWindow, ...], about("Those that stand, the newest first.")]
    contested: Annotated[bool, about("Whether reports of the release disagree.")]
    premiere: date | None
    renewal: Renewal | None
    production: Production | None
    modified: date | None


class ApiNetwork(Struct, frozen=True):
    """Who shows it."""

    id: str
    name: str
    kind: NetworkKind
    country: Annotated[str, about("Empty for a service that is everywhere.")]
    url: Address
    data: Annotated[str, about("Its file in this API.")]
    site: Annotated[str, about("Its own site.")]


class ApiCredit(Struct, frozen=True):
    """Somebody behind the camera."""

    name: str
    original_name: str
    also_known_as: tuple[str, ...]
    role: CrewRole
    seasons: Annotated[tuple[int, ...], about("Empty means all.")]
    sources: SourceIds


class ApiMaterial(Struct, frozen=True):
    """The work that a show is made from."""

    title: str
    original_title: str
    kind: str
    author: str
    original_author: str
    published: ApiDate | None
    publisher: str
    note: str
    url: str
    sources: SourceIds


class ApiStatusElsewhere(Struct, frozen=True):
    """A show's status in the words of three databases."""

    tvmaze: str
    tmdb: str
    trakt: str


class ApiShowSummary(Struct, frozen=True):
    """A show among others."""

    id: str
    title: str
    original_title: str
    language: str
    url: Address
    data: Annotated[str, about("Its file in this API.")]
    network: ApiName
    status: ShowStatus
    summary: str
    modified: date | None
    seasons: tuple[ApiSeasonSummary, ...]


class ApiShow(Struct, frozen=True):
    """A show, with a summary of each of its seasons."""

    schema: Annotated[str, about("The JSON Schema that this file follows.")]
    data: Annotated[str, about("The lasting address of this file.")]
    url: Address
    id: str
    title: str
    original_title: str
    also_known_as: tuple[str, ...]
    language: str
    countries: tuple[str, ...]
    network: ApiNetwork
    type: ShowType
    genres: tuple[str, ...]
    summary: str
    setting: str
    premiered: date | None
    status: ShowStatus
    status_elsewhere: ApiStatusElsewhere
    official_site: str
    same_as: Annotated[tuple[str, ...], about("Where else the show is described.")]
    ids: Annotated[dict[str, str], about("Its ids elsewhere, by the database.")]
    credits: tuple[ApiCredit, ...]
    production_companies: tuple[str, ...]
    source_material: ApiMaterial | None
    modified: date | None
    seasons: Annotated[tuple[ApiSeasonSummary, ...], about("By number.")]
    sources: Annotated[tuple[ApiSource, ...], about("Those that this file refers to.")]


def show_json(context: PageContext, listing: ShowListing) -> bytes:
    """Return a show's file."""
    return encode_json(api_show(context, listing))


def api_show(context: PageContext, listing: ShowListing) -> ApiShow:
    """Return a show for programs."""
    links, show = context.links, context.unit.loaded.show.value
    elsewhere = exported(listing.status)
    has_premiered = show.premiered is not None and context.clock.has_come(show.premiered)
    credits_, material = _credits(show), _material(show)
    return ApiShow(
        schema=links.file(schema_file("show")),
        data=links.file(show_file(listing.slug)),
        url=links.absolute(links.show(listing.slug)),
        id=listing.slug,
        title=show.title,
        original_title=show.original_title or "",
        also_known_as=show.also_known_as,
        language=show.language,
        countries=show.country,
        network=_network(links, show),
        type=show.type,
        genres=show.genres,
        summary=show.summary,
        setting=show.setting or "",
        premiered=show.premiered if has_premiered else None,
        status=listing.status,
        status_elsewhere=ApiStatusElsewhere(elsewhere.tvmaze, elsewhere.tmdb, elsewhere.trakt),
        official_site=show.official_site or "",
        same_as=tuple(show_addresses(show.ids)),
        ids={name: value for name, value in show.ids if value},
        credits=credits_,
        production_companies=show.production_companies,
        source_material=material,
        modified=listing.modified,
        seasons=_seasons(links, listing),
        sources=cited_sources(context.numbers.sources, _cited(credits_, material)),
    )


def api_show_summary(links: Permalinks, listing: ShowListing) -> ApiShowSummary:
    """Return a show for lists of shows."""
    slug = network_slug(listing.network)
    return ApiShowSummary(
        id=listing.slug,
        title=listing.title,
        original_title=listing.original_title,
        language=listing.language,
        url=links.absolute(links.show(listing.slug)),
        data=links.file(show_file(listing.slug)),
        network=ApiName(
            slug,
            listing.network,
            links.absolute(links.network(slug)),
            links.file(network_file(slug, 1)),
        ),
        status=listing.status,
        summary=listing.summary,
        modified=listing.modified,
        seasons=_seasons(links, listing),
    )


def _seasons(links: Permalinks, listing: ShowListing) -> tuple[ApiSeasonSummary, ...]:
    return tuple(_summary(links, listing.slug, season) for season in listing.seasons)


def _summary(links: Permalinks, slug: str, season: ListedSeason) -> ApiSeasonSummary:
    renewal = next((grade.renewal for grade in season.grades if grade.stands), None)
    return ApiSeasonSummary(
        number=season.number,
        name=season.name,
        url=links.absolute(links.season(slug, season.number)),
        data=links.file(season_file(slug, season.number)),
        headline=season.headline,
        answer=season.answer,
        answer_confidence=season.answer_confidence,
        release_state=season.state,
        windows=tuple(
            ApiWindow(api_date(one.window), one.confidence, one.said) for one in season.windows
        ),
        contested=season.is_contested,
        premiere=season.premiere,
        renewal=renewal,
        production=season.production,
        modified=season.modified,
    )


def _cited(credits_: Iterable[ApiCredit], material: ApiMaterial | None) -> Iterator[str]:
    for credit in credits_:
        yield from credit.sources
    if material is not None:
        yield from material.sources


def _network(links: Permalinks, show: Show) -> ApiNetwork:
    network, slug = show.network, network_slug(show.network.name)
    return ApiNetwork(
        slug,
        network.name,
        network.kind,
        network.country or "",
        links.absolute(links.network(slug)),
        links.file(network_file(slug, 1)),
        network.url or "",
    )


def _credits(show: Show) -> tuple[ApiCredit, ...]:
    return tuple(
        ApiCredit(
            one.name,
            one.original_name or "",
            one.also_known_as,
            one.role,
            one.seasons,
            one.source,
        )
        for one in show.crew
    )


def _material(show: Show) -> ApiMaterial | None:
    material = show.source_material
    if material is None:
        return None
    return ApiMaterial(
        material.title,
        material.original_title or "",
        material.kind,
        material.author or "",
        material.original_author or "",
        api_date_or_none(material.published),
        material.publisher or "",
        material.note or "",
        material.url or "",
        material.source,
    )

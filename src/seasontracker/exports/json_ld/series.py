"""The graph of a show's page: the series and its seasons."""

from __future__ import annotations

from collections.abc import Sequence

from seasontracker.exports.json_ld.ids import absolute, series_id
from seasontracker.exports.json_ld.media import is_open, picture_node
from seasontracker.exports.json_ld.nodes import Node, node, ref, refs, script_text
from seasontracker.exports.json_ld.people import cast_nodes, crew_nodes
from seasontracker.exports.json_ld.same_as import show_addresses
from seasontracker.exports.json_ld.season import season_node
from seasontracker.exports.json_ld.site import page_nodes, site_nodes
from seasontracker.exports.moments import midnight
from seasontracker.models import Show
from seasontracker.models.vocabulary import CrewRole
from seasontracker.pages.views.article import PictureView
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.head import Crumb
from seasontracker.pages.views.hub import HubView
from seasontracker.site.listing import ShowListing
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.season import SeasonStanding
from seasontracker.wording.dates import region_name

_NO_LANGUAGE = ("mul", "und", "zxx")


def show_graph(
    hub: HubView,
    listing: ShowListing,
    standings: Sequence[SeasonStanding],
    context: PageContext,
    crumbs: Sequence[Crumb],
) -> str:
    """Return what a show's page shows, as linked data."""
    links, settings = context.links, context.settings
    page = links.absolute(links.show(hub.slug))
    picture = _picture(hub, context)
    pictures = [picture_node(links, page, picture)] if picture else []
    names = {season.number: season.name for season in listing.seasons}
    newest = standings[-1] if standings else None
    roles, players = cast_nodes(context, newest, hub.people) if newest else ([], [])
    # What was cancelled before it was made is no season of the series.
    seasons = [
        season_node(
            context,
            season,
            names.get(season.number, ""),
            actor=roles if season is newest else [],
        )
        for season in standings
        if season.state is not ReleaseState.NEVER
    ]
    series = _series(hub, context, standings, pictures, seasons)
    about = page_nodes(
        settings,
        links,
        page,
        crumbs,
        name=hub.title,
        description=hub.summary,
        mainEntity=ref(series["@id"]),
        primaryImageOfPage=ref(pictures[0]["@id"]) if pictures else None,
        dateModified=midnight(listing.modified, settings.zone) if listing.modified else "",
    )
    nodes = [series, *seasons, *players, *pictures, *about, *site_nodes(settings, links)]
    return script_text(nodes)


def _series(
    hub: HubView,
    context: PageContext,
    standings: Sequence[SeasonStanding],
    pictures: Sequence[Node],
    seasons: Sequence[Node],
) -> Node:
    links, show = context.links, context.unit.loaded.show.value
    premiered = show.premiered
    has_premiered = premiered is not None and context.clock.has_come(premiered)
    return node(
        "TVSeries",
        series_id(links, hub.slug),
        name=hub.title,
        alternateName=[hub.original_title, *show.also_known_as],
        url=links.absolute(links.show(hub.slug)),
        sameAs=show_addresses(show.ids),
        description=hub.summary,
        inLanguage="" if show.language in _NO_LANGUAGE else show.language,
        genre=list(show.genres),
        countryOfOrigin=[
            node("Country", name=region_name(context.words, region))
            for region in show.country
            if region != "*"
        ],
        startDate=premiered.isoformat() if premiered and has_premiered else "",
        numberOfSeasons=_season_count(standings),
        containsSeason=refs(seasons),
        image=refs(pictures),
        creator=crew_nodes(show.crew, CrewRole.CREATOR),
        director=crew_nodes(show.crew, CrewRole.DIRECTOR),
        author=crew_nodes(show.crew, CrewRole.WRITER),
        producer=crew_nodes(show.crew, CrewRole.PRODUCER),
        musicBy=crew_nodes(show.crew, CrewRole.COMPOSER),
        productionCompany=[node("Organization", name=name) for name in show.production_companies],
        isBasedOn=_material(context, show),
    )


def _picture(hub: HubView, context: PageContext) -> PictureView | None:
    """Return the hub's picture, unless a season that stands behind it says that it spoils."""
    if hub.picture is None:
        return None
    numbers = [season.number for season in context.unit.loaded.seasons]
    is_harmless = all(is_open(context, number, hub.picture) for number in numbers)
    return hub.picture if is_harmless else None


def _season_count(standings: Sequence[SeasonStanding]) -> int | None:
    """Return how many seasons can be watched; unknown where the site leaves some out."""
    begun = sorted(season.number for season in standings if season.state.has_begun)
    numbered = [number for number in begun if number > 0]
    is_complete = numbered == list(range(1, len(numbered) + 1))
    return len(numbered) if numbered and is_complete else None


def _material(context: PageContext, show: Show) -> Node | None:
    material = show.source_material
    if material is None:
        return None
    return node(
        "CreativeWork",
        name=material.title,
        alternateName=material.original_title or "",
        url=absolute(context.links, material.url) if material.url else "",
    )

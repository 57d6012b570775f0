"""Every graph uses the terms we mean to use, and refers to what exists.

`tests/browser/test_structured_data.py` holds whole pages against schema.org's own vocabulary.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest

from seasontracker.exports.json_ld import site_graph
from seasontracker.models import SiteSettings
from seasontracker.pages.views.head import Crumb
from seasontracker.site.permalinks import Permalinks

# From the pages of schema.org 29: for each type, its own properties and those of its parents
# (Thing, CreativeWork, MediaObject, Intangible) that we use.
_WORK = {
    "name", "alternateName", "url", "sameAs", "description", "image", "inLanguage", "author",
    "creator", "producer", "publisher", "datePublished", "dateModified", "headline", "about",
    "citation", "isPartOf", "isBasedOn", "mainEntity", "mainEntityOfPage", "genre", "video",
    "countryOfOrigin", "creativeWorkStatus", "creditText", "license",
}  # fmt: skip
ALLOWED: dict[str, set[str]] = {
    "NewsArticle": _WORK,
    "CreativeWork": _WORK,
    "WebSite": _WORK,
    "WebPage": _WORK | {"breadcrumb", "primaryImageOfPage"},
    "TVSeries": _WORK
    | {
        "actor", "containsSeason", "director", "episode", "musicBy", "numberOfEpisodes",
        "numberOfSeasons", "productionCompany", "trailer", "startDate", "endDate",
    },
    "TVSeason": _WORK
    | {
        "actor", "director", "episode", "numberOfEpisodes", "partOfSeries", "productionCompany",
        "seasonNumber", "startDate", "endDate", "trailer",
    },
    "TVEpisode": _WORK
    | {"actor", "director", "duration", "episodeNumber", "partOfSeason", "partOfSeries"},
    "VideoObject": _WORK | {"embedUrl", "contentUrl", "uploadDate", "thumbnailUrl", "duration"},
    "ImageObject": _WORK | {"contentUrl", "caption", "width", "height"},
    "Person": {"name", "alternateName", "sameAs", "url"},
    "Organization": {"name", "url", "sameAs"},
    "Country": {"name"},
    "PerformanceRole": {"actor", "characterName", "roleName", "startDate", "endDate"},
    "BreadcrumbList": {"itemListElement", "name"},
    "ListItem": {"position", "name", "item"},
}  # fmt: skip


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Yield every object within a graph."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def site(views: Callable[..., Any]) -> dict[str, Any]:
    """Return the graph of the calendar's page."""
    made = views()
    text = site_graph(
        made.settings,
        made.links,
        name="Calendar",
        description="Dates",
        url=made.links.absolute(made.links.calendar),
        crumbs=(Crumb("Home", made.links.home), Crumb("Calendar")),
    )
    found = json.loads(unescape(text))
    assert isinstance(found, dict)
    return found


GRAPHS: dict[str, Callable[..., dict[str, Any]]] = {
    "released season": lambda views: views().season(1),
    "coming season": lambda views: views().season(2),
    "show": lambda views: views().show(),
    "site": site,
}


@pytest.mark.parametrize("kind", GRAPHS)
def test_vocabulary_types_and_properties_are_known(kind: str, views: Callable[..., Any]) -> None:
    """Every type is on the list, and has only properties that schema.org gives it."""
    graph = GRAPHS[kind](views)["@graph"]

    for found in nodes(graph):
        if "@type" in found:
            properties = {name for name in found if not name.startswith("@")}
            assert properties <= ALLOWED[found["@type"]], found
        else:
            assert set(found) == {"@id"}


@pytest.mark.parametrize("kind", GRAPHS)
def test_vocabulary_references_resolve(kind: str, views: Callable[..., Any]) -> None:
    """Every reference leads to a node of the same graph, and no id is given twice."""
    graph = GRAPHS[kind](views)["@graph"]
    ids = [found["@id"] for found in graph if "@id" in found]
    references = {found["@id"] for found in nodes(graph) if "@type" not in found}

    assert len(ids) == len(set(ids))
    assert references <= set(ids)


@pytest.mark.parametrize("kind", GRAPHS)
def test_vocabulary_addresses_are_absolute(kind: str, views: Callable[..., Any]) -> None:
    """No id and no address depends on the page that it stands in, and nothing is empty."""
    addresses = {"@id", "url", "contentUrl", "thumbnailUrl", "embedUrl", "license"}

    for found in nodes(GRAPHS[kind](views)["@graph"]):
        for name, value in found.items():
            assert value not in ("", [], {}, None)
            if name in addresses:
                assert value.startswith("https://")


def test_vocabulary_site_without_url_is_the_site_alone() -> None:
    """A page that has no address of its own, such as the 404, speaks of the site only."""
    settings = SiteSettings.model_validate({"title": "Seasons", "base_url": "https://example.org"})
    text = site_graph(
        settings, Permalinks.of(settings), name="Gone", description="", url="", crumbs=()
    )

    assert [found["@type"] for found in json.loads(text)["@graph"]] == ["WebSite", "Organization"]

"""What describes the API to programs: its JSON Schemas, and an OpenAPI 3.1 description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from seasontracker.codec import encode_json, json_schemas
from seasontracker.exports.api.addresses import (
    CALENDAR,
    OPENAPI,
    SCORECARD,
    SITE,
    THEORIES,
    VERSION,
    network_file,
    schema_file,
    season_file,
    show_file,
    shows_file,
)
from seasontracker.exports.api.lists import ApiNetworkShows, ApiShows, ApiSite
from seasontracker.exports.api.overviews import ApiCalendar, ApiScorecard, ApiTheories
from seasontracker.exports.api.season import ApiSeason
from seasontracker.exports.api.show import ApiShow
from seasontracker.models import SiteSettings
from seasontracker.site.permalinks import Permalinks

KINDS: Mapping[str, type] = {
    "site": ApiSite,
    "shows": ApiShows,
    "show": ApiShow,
    "season": ApiSeason,
    "network": ApiNetworkShows,
    "calendar": ApiCalendar,
    "scorecard": ApiScorecard,
    "theories": ApiTheories,
}
"""What each kind of file holds."""
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_OURS = "Api"


def description_files(links: Permalinks, settings: SiteSettings) -> Iterator[tuple[str, bytes]]:
    """Yield output path and content of the OpenAPI description and of each JSON Schema."""
    yield OPENAPI, encode_json(openapi(links, settings))
    for kind, model in KINDS.items():
        yield schema_file(kind), encode_json(schema(links, kind, model))


def schema(links: Permalinks, kind: str, model: type) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, with all that it refers to inside."""
    found = _components([model], "#/$defs/")
    whole = found.pop(model.__name__.removeprefix(_OURS))
    return {"$schema": _DRAFT, "$id": links.file(schema_file(kind)), **whole, "$defs": found}


def openapi(links: Permalinks, settings: SiteSettings) -> dict[str, Any]:
    """Return the description of the API (OpenAPI 3.1.1)."""
    paths = {
        SITE: ("site", "The site", ()),
        shows_file(1): ("shows", "All shows, the first page", ()),
        f"{shows_file(1).removesuffix('.json')}-{{page}}.json": (
            "shows",
            "All shows, a later page",
            ("page",),
        ),
        show_file("{show}"): ("show", "A show", ("show",)),
        season_file("{show}", 0).replace("season-0", "season-{number}"): (
            "season",
            "A season",
            ("show", "number"),
        ),
        network_file("{network}", 1): ("network", "A network's shows", ("network",)),
        f"{network_file('{network}', 1).removesuffix('.json')}/page-{{page}}.json": (
            "network",
            "A network's shows, a later page",
            ("network", "page"),
        ),
        CALENDAR: ("calendar", "What is to come, and what is out", ()),
        SCORECARD: ("scorecard", "All networks, and how their shows stand", ()),
        THEORIES: ("theories", "Theories by how they stand", ()),
    }
    return {
        "openapi": "3.1.1",
        "info": {
            "title": settings.title,
            "version": VERSION,
            "description": (
                "Every fact of the site as static JSON. Fields are added at any time; what is "
                "renamed, removed or comes to mean something else makes a new version."
            ),
        },
        "jsonSchemaDialect": _DRAFT,
        "servers": [{"url": links.root}],
        "paths": {
            f"/{path}": _path(kind, summary, parameters)
            for path, (kind, summary, parameters) in paths.items()
        },
        "components": {"schemas": _components(list(KINDS.values()), "#/components/schemas/")},
    }


def _path(kind: str, summary: str, parameters: tuple[str, ...]) -> dict[str, Any]:
    name = KINDS[kind].__name__.removeprefix(_OURS)
    answer = {
        "description": summary,
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}},
    }
    operation: dict[str, Any] = {
        "summary": summary,
        "responses": {"200": answer, "404": {"description": "There is none."}},
    }
    if parameters:
        operation["parameters"] = [_parameter(one) for one in parameters]
    return {"get": operation}


def _parameter(name: str) -> dict[str, Any]:
    whole = name in ("number", "page")
    return {
        "name": name,
        "in": "path",
        "required": True,
        "schema": {"type": "integer", "minimum": 0} if whole else {"type": "string"},
    }


def _components(kinds: list[type], prefix: str) -> dict[str, Any]:
    """Return the schemas of dataclasses under names without our prefix, every field required."""
    found = json_schemas(kinds, prefix + "{name}")
    return {name.removeprefix(_OURS): _renamed(one, prefix) for name, one in found.items()}


def _renamed(value: Any, prefix: str) -> Any:
    if isinstance(value, list):
        return [_renamed(one, prefix) for one in value]
    if not isinstance(value, dict):
        return value
    made = {name: _renamed(inner, prefix) for name, inner in value.items()}
    for name in ("$ref", "title"):
        text = made.get(name)
        if isinstance(text, str):
            made[name] = text.replace(f"{prefix}{_OURS}", prefix).removeprefix(_OURS)
    return made

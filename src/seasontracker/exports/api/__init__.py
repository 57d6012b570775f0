"""The static API: every fact of the site as JSON, with JSON Schemas and an OpenAPI description."""

from seasontracker.exports.api.description import description_files
from seasontracker.exports.api.lists import (
    network_json,
    show_list_rows,
    shows_json,
    site_json,
)
from seasontracker.exports.api.overviews import calendar_json, scorecard_json, theories_json
from seasontracker.exports.api.season import season_json
from seasontracker.exports.api.show import show_json

__all__ = [
    "calendar_json",
    "description_files",
    "network_json",
    "scorecard_json",
    "season_json",
    "show_json",
    "show_list_rows",
    "shows_json",
    "site_json",
    "theories_json",
]

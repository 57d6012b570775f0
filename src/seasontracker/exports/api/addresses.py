"""Where the files of the API lie, below the output folder."""

from __future__ import annotations

from seasontracker.site.permalinks import Permalinks

VERSION = "v1"
"""It changes when a field is renamed, removed or comes to mean something else."""
ROOT = f"api/{VERSION}"
SITE = f"{ROOT}/site.json"
OPENAPI = f"{ROOT}/openapi.json"
CALENDAR = f"{ROOT}/calendar.json"
SCORECARD = f"{ROOT}/scorecard.json"
THEORIES = f"{ROOT}/theories.json"


def show_file(slug: str) -> str:
    return f"{ROOT}/shows/{slug}.json"


def season_file(slug: str, number: int) -> str:
    return f"{ROOT}/shows/{slug}/season-{number}.json"


def shows_file(page: int) -> str:
    """Return a page of the list of all shows; the first has no number."""
    return f"{ROOT}/shows.json" if page == 1 else f"{ROOT}/shows-{page}.json"


def network_file(slug: str, page: int) -> str:
    """Return a page of a network's shows; the first has no number."""
    inside = "" if page == 1 else f"/page-{page}"
    return f"{ROOT}/networks/{slug}{inside}.json"


def person_file(slug: str) -> str:
    return f"{ROOT}/people/{slug}.json"


def schema_file(kind: str) -> str:
    """Return the JSON Schema of what a kind of file holds, such as `season`."""
    return f"{ROOT}/schemas/{kind}.json"


def beside(output_path: str) -> str:
    """Return the file beside a page that holds the same as its file in the API."""
    return output_path.removesuffix("index.html") + "index.json"


def data_address(links: Permalinks, output_path: str) -> str:
    """Return where a page's head finds the file beside it."""
    return links.path(beside(output_path))

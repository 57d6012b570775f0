"""Where pages stand."""

from __future__ import annotations

import pytest

from seasontracker.models import SiteSettings
from seasontracker.site.permalinks import Permalinks, season_output, show_output


def links(base_url: str) -> Permalinks:
    return Permalinks.of(SiteSettings(title="T", base_url=base_url))


@pytest.mark.parametrize(
    ("base_url", "home", "season"),
    [
        ("https://example.org", "/", "/shows/a/season-0/"),
        ("https://example.org/", "/", "/shows/a/season-0/"),
        ("https://example.org/t", "/t/", "/t/shows/a/season-0/"),
        ("https://example.org:8080/t/u/", "/t/u/", "/t/u/shows/a/season-0/"),
    ],
)
def test_permalinks_start_with_the_sites_own_path(base_url: str, home: str, season: str) -> None:
    """A site may stand below a path of its host."""
    found = links(base_url)

    assert (found.home, found.season("a", 0)) == (home, season)
    assert found.absolute(found.home) == base_url.rstrip("/") + "/"
    assert found.absolute(season) == f"{base_url.rstrip('/')}/shows/a/season-0/"


def test_permalinks_agree_with_where_files_are_written() -> None:
    """A page's path is that of its file, without `index.html`."""
    found = links("https://example.org/t")

    assert found.path(show_output("class")) == found.show("class") == "/t/shows/class/"
    assert found.path(season_output("class", 2)) == found.season("class", 2)
    assert found.path("404.html") == "/t/404.html"
    assert found.season_feed("class", 2) == "/t/shows/class/season-2/feed.xml"

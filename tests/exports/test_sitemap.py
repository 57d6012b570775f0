"""The sitemap and robots.txt."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element, fromstring

from seasontracker.exports.sitemap import (
    SitemapEntry,
    render_robots,
    render_sitemaps,
    sitemap_entries,
    sitemap_row,
)
from seasontracker.models import SiteSettings
from seasontracker.output.records import open_records
from seasontracker.site.permalinks import Permalinks

SETTINGS = SiteSettings.model_validate({"title": "S", "base_url": "https://example.org/tracker/"})
LINKS = Permalinks.of(SETTINGS)
NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(root: Element, tag: str) -> list[tuple[str | None, str | None]]:
    """Return addresses and days of a sitemap."""
    return [
        (one.findtext(f"{NS}loc"), one.findtext(f"{NS}lastmod")) for one in root.iter(f"{NS}{tag}")
    ]


def test_sitemap_is_sorted_and_honest() -> None:
    """Addresses are in order; a page without a known day has none."""
    with open_records(None, "test") as records:
        for url, day in (("b/?a=1&b=2", None), ("a/", date(2026, 2, 5))):
            row = sitemap_row(f"https://example.org/tracker/{url}", day)
            records.set_rows(url, [row])
        entries = sitemap_entries(records)

    ((path, data),) = render_sitemaps(entries, LINKS)

    assert path == "sitemap.xml"
    assert listed(fromstring(data), "url") == [
        ("https://example.org/tracker/a/", "2026-02-05"),
        ("https://example.org/tracker/b/?a=1&b=2", None),
    ]


def test_sitemap_past_the_limit_is_an_index() -> None:
    """More addresses than one file may hold are split; a part with an unknown day has none."""
    entries = [
        SitemapEntry(f"https://example.org/tracker/{name}/", day)
        for name, day in zip(
            "abcde",
            (date(2026, 1, 1), date(2026, 1, 3), date(2026, 1, 2), None, date(2026, 1, 4)),
            strict=True,
        )
    ]

    (index_path, index), *parts = render_sitemaps(entries, LINKS, most=2)

    assert index_path == "sitemap.xml"
    assert listed(fromstring(index), "sitemap") == [
        ("https://example.org/tracker/sitemap-1.xml", "2026-01-03"),
        ("https://example.org/tracker/sitemap-2.xml", None),
        ("https://example.org/tracker/sitemap-3.xml", "2026-01-04"),
    ]
    assert [path for path, _ in parts] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert sum(len(listed(fromstring(data), "url")) for _, data in parts) == len(entries)


def test_robots_names_the_sitemap() -> None:
    """Everybody may read everything."""
    assert render_robots(SETTINGS, LINKS) == (
        "User-agent: *\nDisallow:\n\nSitemap: https://example.org/tracker/sitemap.xml\n"
    )


def test_robots_of_a_hidden_site_shuts_everybody_out() -> None:
    """A site that is not to be listed says so for its own folder."""
    hidden = SETTINGS.model_copy(update={"indexable": False})
    at_root = hidden.model_copy(update={"base_url": "https://example.org"})

    assert render_robots(hidden, LINKS) == "User-agent: *\nDisallow: /tracker/\n"
    assert render_robots(at_root, Permalinks.of(at_root)) == "User-agent: *\nDisallow: /\n"

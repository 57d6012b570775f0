"""What crawlers read first: the sitemap and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from seasontracker.models import SiteSettings
from seasontracker.site.permalinks import Permalinks

MOST_URLS = 50_000
"""In one file, by sitemaps.org; more need an index."""
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page for crawlers."""

    url: str
    """Absolute."""
    modified: date | None
    """The day of its last significant change; None where no honest one is known."""


def render_sitemaps(
    entries: Iterable[SitemapEntry], links: Permalinks, *, most: int = MOST_URLS
) -> tuple[tuple[str, bytes], ...]:
    """Return the sitemap's files by output path; past `most` URLs, `sitemap.xml` is an index."""
    by_url: dict[str, SitemapEntry] = {}
    for entry in entries:
        known = by_url.get(entry.url)
        by_url[entry.url] = _newer(known, entry) if known else entry
    ordered = [by_url[url] for url in sorted(by_url)]
    if len(ordered) <= most:
        return (("sitemap.xml", _render("urlset", "url", ordered)),)
    parts = [ordered[start : start + most] for start in range(0, len(ordered), most)]
    files = []
    index = []
    for number, part in enumerate(parts, start=1):
        output_path = f"sitemap-{number}.xml"
        files.append((output_path, _render("urlset", "url", part)))
        index.append(SitemapEntry(links.absolute(links.path(output_path)), _last(part)))
    return (("sitemap.xml", _render("sitemapindex", "sitemap", index)), *files)


def render_robots(settings: SiteSettings, links: Permalinks) -> str:
    """Return robots.txt, which shuts out everybody when the site is not to be listed."""
    if not settings.indexable:
        return f"User-agent: *\nDisallow: {links.home}\n"
    return f"User-agent: *\nDisallow:\n\nSitemap: {links.absolute(links.sitemap)}\n"


def _newer(one: SitemapEntry, other: SitemapEntry) -> SitemapEntry:
    return max(one, other, key=lambda entry: entry.modified or date.min)


def _last(entries: Sequence[SitemapEntry]) -> date | None:
    """Return when a file last changed; unknown as soon as one of its pages may have since."""
    days = [entry.modified for entry in entries]
    return None if None in days else max(day for day in days if day is not None)


def _render(root_tag: str, tag: str, entries: Sequence[SitemapEntry]) -> bytes:
    root = Element(root_tag, {"xmlns": _NAMESPACE})
    for entry in entries:
        element = SubElement(root, tag)
        SubElement(element, "loc").text = entry.url
        if entry.modified is not None:
            SubElement(element, "lastmod").text = entry.modified.isoformat()
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"

"""What crawlers read first: the sitemap and robots.txt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from seasontracker.codec import pack, unpack
from seasontracker.exports.plain_text import legal_text
from seasontracker.models import SiteSettings
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.permalinks import Permalinks

SITEMAP = "sitemap"
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


def sitemap_row(url: str, modified: date | None) -> ListRow:
    """Return a page's place in the sitemap."""
    return ListRow(SITEMAP, url, pack(SitemapEntry(url, modified)))


def sitemap_entries(rows: RowSource) -> list[SitemapEntry]:
    """Return all pages for crawlers, by address, each once."""
    return [unpack(data, SitemapEntry) for data in rows.list_rows(SITEMAP)]


def render_sitemaps(
    entries: Sequence[SitemapEntry], links: Permalinks, *, most: int = MOST_URLS
) -> tuple[tuple[str, bytes], ...]:
    """Return the sitemap's files by output path; past `most` URLs, `sitemap.xml` is an index."""
    if len(entries) <= most:
        return (("sitemap.xml", _render("urlset", "url", entries)),)
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
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


def _last(entries: Sequence[SitemapEntry]) -> date | None:
    """Return when a file last changed; unknown as soon as one of its pages may have since."""
    days = [entry.modified for entry in entries]
    return None if None in days else max(day for day in days if day is not None)


def _render(root_tag: str, tag: str, entries: Sequence[SitemapEntry]) -> bytes:
    # By hand, since the tree that the standard library makes of a large site takes longer than
    # everything else that an edited article asks for.
    lines = ["<?xml version='1.0' encoding='utf-8'?>", f'<{root_tag} xmlns="{_NAMESPACE}">']
    for entry in entries:
        lines.append(f"  <{tag}>\n    <loc>{escape(legal_text(entry.url), quote=False)}</loc>")
        if entry.modified is not None:
            lines.append(f"    <lastmod>{entry.modified.isoformat()}</lastmod>")
        lines.append(f"  </{tag}>")
    return "\n".join([*lines, f"</{root_tag}>", ""]).encode()

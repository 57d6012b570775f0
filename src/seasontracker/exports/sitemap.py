"""What crawlers read first: the sitemaps (sitemaps.org) and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from html import escape

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.codec import pack, unpack
from seasontracker.exports.plain_text import legal_text, one_line
from seasontracker.models import SiteSettings
from seasontracker.pages.views.front import sort_key
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.permalinks import NEWS_SITEMAP, SITEMAP, Permalinks

MOST_URLS = 50_000
MOST_BYTES = 50 * 1024 * 1024
"""In one file, by sitemaps.org; more need an index."""
MOST_NEWS = 1000
"""By Google's rules for sitemaps of news."""
NEWS_DAYS = timedelta(days=2)
_PAGES = "sitemap"
_NEWS = "sitemap/news"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"


class SitemapEntry(Struct, frozen=True):
    """A page for crawlers."""

    url: str
    """Absolute."""
    modified: date | None
    """The day of its last significant change; None where no honest one is known."""
    image: str = ""
    """Absolute; empty where the page has no picture at its head, or one that gives things away."""


class NewsEntry(Struct, frozen=True):
    """An article for crawlers of news."""

    url: str
    """Absolute."""
    title: str
    """Empty when it is no longer new."""
    published: date
    modified: date | None
    is_new: bool
    """Whether it was first published within the last two days."""


def sitemap_row(url: str, modified: date | None, image: str = "") -> ListRow:
    """Return a page's place in the sitemap."""
    return ListRow(_PAGES, url, pack(SitemapEntry(url, modified, image)))


def news_row(url: str, title: str, published: date, modified: date | None, clock: Clock) -> ListRow:
    """Return an article's place in the sitemap of news; the clock says for how long it is new."""
    is_new = published >= date.max - NEWS_DAYS or not clock.has_come(published + NEWS_DAYS)
    entry = NewsEntry(url, title if is_new else "", published, modified, is_new)
    return ListRow(_NEWS, sort_key(published, url), pack(entry))


def sitemap_entries(rows: RowSource) -> list[SitemapEntry]:
    """Return all pages for crawlers, by address, each once."""
    return [unpack(data, SitemapEntry) for data in rows.list_rows(_PAGES)]


def has_news(rows: RowSource) -> bool:
    """Return whether there is any article for the sitemap of news."""
    return rows.count_rows(_NEWS) > 0


def news_entries(rows: RowSource) -> list[NewsEntry]:
    """Return the newest articles, newest first."""
    found = rows.list_rows(_NEWS, most=MOST_NEWS, newest_first=True)
    return [unpack(data, NewsEntry) for data in found]


def render_sitemaps(
    entries: Sequence[SitemapEntry],
    links: Permalinks,
    *,
    most: int = MOST_URLS,
    most_bytes: int = MOST_BYTES,
) -> tuple[tuple[str, bytes], ...]:
    """Return the sitemap's files by output path; past either limit, `sitemap.xml` is an index."""
    parts = list(_parts(entries, most, most_bytes))
    if len(parts) == 1:
        return ((SITEMAP, _urlset(parts[0])),)
    files = []
    index = []
    for number, part in enumerate(parts, start=1):
        output_path = f"sitemap-{number}.xml"
        files.append((output_path, _urlset(part)))
        index.append(SitemapEntry(links.absolute(links.path(output_path)), _last(part)))
    return ((SITEMAP, _render("sitemapindex", "sitemap", "", map(_entry, index))), *files)


def render_news_sitemap(entries: Sequence[NewsEntry], settings: SiteSettings) -> bytes:
    """Return the sitemap of news.

    What is no longer new stays without its `news:news`, as Google's rules allow, so that the file
    is a valid sitemap on days without news too.
    """
    language = settings.language.partition("-")[0]
    if settings.language.casefold() in ("zh-cn", "zh-tw"):
        language = settings.language.casefold()

    def news(entry: NewsEntry) -> Iterator[str]:
        yield from _entry(SitemapEntry(entry.url, entry.modified))
        if entry.is_new:
            yield "    <news:news>"
            yield "      <news:publication>"
            yield f"        <news:name>{_text(one_line(settings.title))}</news:name>"
            yield f"        <news:language>{_text(language)}</news:language>"
            yield "      </news:publication>"
            day = entry.published.isoformat()
            yield f"      <news:publication_date>{day}</news:publication_date>"
            yield f"      <news:title>{_text(one_line(entry.title))}</news:title>"
            yield "    </news:news>"

    return _render("urlset", "url", f' xmlns:news="{_NEWS_NAMESPACE}"', map(news, entries))


def render_robots(settings: SiteSettings, links: Permalinks, *, has_news: bool) -> str:
    """Return robots.txt, which shuts out everybody when the site is not to be listed."""
    if not settings.indexable:
        return f"User-agent: *\nDisallow: {links.home}\n"
    names = (SITEMAP, NEWS_SITEMAP) if has_news else (SITEMAP,)
    listed = "".join(f"Sitemap: {links.absolute(links.path(name))}\n" for name in names)
    return f"User-agent: *\nDisallow:\n\n{listed}"


def _parts(
    entries: Sequence[SitemapEntry], most: int, most_bytes: int
) -> Iterator[Sequence[SitemapEntry]]:
    """Yield stretches of entries, each small enough for one file; at least one."""
    start, room = 0, most_bytes
    for place, entry in enumerate(entries):
        # Twice the addresses is more than all that stands around them.
        size = 2 * (len(entry.url.encode()) + len(entry.image.encode())) + 250
        if place > start and (place - start >= most or size > room):
            yield entries[start:place]
            start, room = place, most_bytes
        room -= size
    yield entries[start:]


def _last(entries: Sequence[SitemapEntry]) -> date | None:
    """Return when a file last changed; unknown as soon as one of its pages may have since."""
    days = [entry.modified for entry in entries]
    return None if None in days else max(day for day in days if day is not None)


def _urlset(entries: Sequence[SitemapEntry]) -> bytes:
    has_images = any(entry.image for entry in entries)
    namespaces = f' xmlns:image="{_IMAGE}"' if has_images else ""
    return _render("urlset", "url", namespaces, map(_entry, entries))


def _entry(entry: SitemapEntry) -> Iterator[str]:
    yield f"    <loc>{_text(entry.url)}</loc>"
    if entry.modified is not None:
        yield f"    <lastmod>{entry.modified.isoformat()}</lastmod>"
    if entry.image:
        yield f"    <image:image><image:loc>{_text(entry.image)}</image:loc></image:image>"


def _render(root_tag: str, tag: str, namespaces: str, entries: Iterable[Iterator[str]]) -> bytes:
    # By hand, since the tree that the standard library makes of a large site takes longer than
    # everything else that an edited article asks for.
    lines = [
        "<?xml version='1.0' encoding='utf-8'?>",
        f'<{root_tag} xmlns="{_NAMESPACE}"{namespaces}>',
    ]
    for entry in entries:
        lines += (f"  <{tag}>", *entry, f"  </{tag}>")
    return "\n".join([*lines, f"</{root_tag}>", ""]).encode()


def _text(text: str) -> str:
    return escape(legal_text(text), quote=False)

"""Links the site: listings become the pages and feeds that speak of several shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from seasontracker.clock import Clock
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.exports.atom import render_feed, site_entries
from seasontracker.exports.json_ld import site_graph
from seasontracker.exports.sitemap import SitemapEntry, render_robots, render_sitemaps
from seasontracker.exports.tags import feed_id
from seasontracker.output.publish import OutputFile
from seasontracker.pages.links import OutgoingLink
from seasontracker.pages.views.agenda import calendar_view
from seasontracker.pages.views.board import board_view
from seasontracker.pages.views.front import SiteContext
from seasontracker.pages.views.head import Crumb, FeedLink, Head
from seasontracker.pages.views.home import home_view
from seasontracker.pages.views.scorecard import scorecard_view
from seasontracker.pipeline.pages import RenderedPage, render_page
from seasontracker.pipeline.workshop import Workshop
from seasontracker.site.listing import ShowListing


@dataclass(frozen=True, slots=True)
class LinkedSite:
    """What the listings became."""

    pages: tuple[RenderedPage, ...]
    files: tuple[OutputFile, ...]
    valid_until: date | None


def link_site(
    workshop: Workshop,
    listings: Sequence[ShowListing],
    pages: Sequence[RenderedPage],
    clock: Clock,
) -> LinkedSite:
    """Render the pages and files of the site as a whole; `pages` are those of its shows."""
    clock = clock.fork()
    site = SiteContext(tuple(listings), workshop.words, clock, workshop.links)
    own = _site_pages(workshop, site)
    everything = [*pages, *own]
    files = [OutputFile(asset.output_path, asset.data) for asset in _assets(workshop)]
    files.append(_site_feed(workshop, listings))
    entries = [
        SitemapEntry(workshop.links.absolute(page.permalink), page.modified)
        for page in everything
        if page.indexable
    ]
    for path, data in render_sitemaps(entries, workshop.links):
        files.append(OutputFile(path, data))
    robots = render_robots(workshop.settings.value, workshop.links)
    files.append(OutputFile("robots.txt", robots.encode()))
    return LinkedSite(tuple(own), tuple(files), clock.valid_until)


def _assets(workshop: Workshop) -> Iterable[Any]:
    return workshop.assets.by_name.values()


def _site_pages(workshop: Workshop, site: SiteContext) -> list[RenderedPage]:
    words, links, frame = workshop.words, workshop.links, workshop.frame
    modified = max((show.modified for show in site.shows if show.modified), default=None)
    described = frame.description or frame.tagline or frame.title
    home = home_view(site)
    calendar = words.gettext("Calendar")
    scorecard = words.gettext("Scorecard")
    theories = words.gettext("Theory board")
    return [
        _page(
            workshop,
            "home",
            "index.html",
            home,
            modified,
            title=f"{frame.title}: {frame.tagline}" if frame.tagline else frame.title,
            description=described,
        ),
        _page(
            workshop,
            "calendar",
            "calendar/index.html",
            calendar_view(site),
            modified,
            title=calendar,
            description=words.gettext("Dates and release windows of all tracked seasons."),
            here=links.calendar,
        ),
        _page(
            workshop,
            "scorecard",
            "scorecard/index.html",
            scorecard_view(site),
            modified,
            title=scorecard,
            description=words.gettext(
                "Every tracked season by network: decided, in production, out or cancelled."
            ),
            here=links.scorecard,
        ),
        _page(
            workshop,
            "theories",
            "theories/index.html",
            board_view(site),
            modified,
            title=theories,
            description=words.gettext("Fan theories, and what the evidence says about each."),
            here=links.theories,
        ),
        _page(
            workshop,
            "not_found",
            "404.html",
            home,
            None,
            title=words.gettext("Page not found"),
            description=words.gettext("There is no page at this address."),
            exists=False,
        ),
    ]


def _page(
    workshop: Workshop,
    kind: str,
    output_path: str,
    view: Any,
    modified: date | None,
    *,
    title: str,
    description: str,
    here: str = "",
    exists: bool = True,
) -> RenderedPage:
    links, frame = workshop.links, workshop.frame
    canonical = links.absolute(links.path(output_path)) if exists else ""
    home = Crumb(workshop.words.gettext("Home"), links.home)
    crumbs = (home, Crumb(title)) if here else ()
    settings = workshop.settings.value
    graph = ""
    if exists:
        graph = site_graph(
            settings, links, name=title, description=description, url=canonical, crumbs=crumbs
        )
    head = Head(
        title=title if kind == "home" else f"{title} \N{EN DASH} {frame.title}",
        share_title=title,
        description=description,
        canonical=canonical,
        type="website",
        crumbs=crumbs,
        feeds=(FeedLink(frame.title, frame.feed),),
        json_ld=graph,
        here=here,
        indexable=exists and settings.indexable,
        scripts=("show-filter.js",) if kind == "not_found" else (),
    )
    template_name = f"pages/{kind}.html"
    return render_page(workshop, template_name, output_path, head, view, modified=modified)


def _site_feed(workshop: Workshop, listings: Sequence[ShowListing]) -> OutputFile:
    links, settings = workshop.links, workshop.settings.value
    published = [
        season.published for show in listings for season in show.seasons if season.published
    ]
    data = render_feed(
        feed_id=feed_id(settings),
        title=settings.title,
        self_url=links.absolute(links.feed),
        page_url=links.absolute(links.home),
        entries=site_entries(listings, links, settings, workshop.words),
        settings=settings,
        updated=max(published, default=None),
    )
    return OutputFile("feed.xml", data)


def check_links(
    outgoing: Iterable[OutgoingLink], pages: Iterable[RenderedPage]
) -> list[Diagnostic]:
    """Report links to pages and anchors that the site does not have."""
    anchors: Mapping[str, frozenset[str]] = {page.permalink: page.anchors for page in pages}
    found = []
    for link in outgoing:
        if link.permalink not in anchors:
            found.append(
                Diagnostic(
                    Code.BROKEN_LINK,
                    link.location,
                    f"`{link.target}` is no page of this site",
                    _hint(link, anchors),
                    link.excerpt,
                )
            )
        elif link.anchor and link.anchor not in anchors[link.permalink]:
            found.append(
                Diagnostic(
                    Code.BROKEN_ANCHOR,
                    link.location,
                    f"`#{link.anchor}` is no place on that page",
                    suggestion(
                        link.anchor,
                        anchors[link.permalink],
                        otherwise="anchors are made from headings and component names",
                    ),
                    link.excerpt,
                )
            )
    return found


def _hint(link: OutgoingLink, pages: Mapping[str, frozenset[str]]) -> str:
    form = "write `show:slug/season-2`, or the path of its `index.md` from this file"
    if not link.permalink:
        return form
    close = suggestion(link.permalink, pages)
    if "/shows/" not in close:
        return form
    inside = close.split("/shows/", 1)[1].rstrip("/?`")
    return f"did you mean `show:{inside}`?"

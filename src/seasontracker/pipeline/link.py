"""Links the site: the lists that shows put their rows into become pages, feeds and a sitemap."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import TypeAlias

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.diagnostics import Diagnostic
from seasontracker.exports.api.addresses import data_address
from seasontracker.exports.feeds import Feed, feed_of, site_entries
from seasontracker.exports.json_ld import site_graph
from seasontracker.exports.sitemap import (
    sitemap_row,
)
from seasontracker.exports.tags import feed_id
from seasontracker.output.picture_store import PictureStore
from seasontracker.output.publish import OutputFile
from seasontracker.pages.views.front import SiteContext
from seasontracker.pages.views.head import Crumb, FeedLink, Head, SharePicture
from seasontracker.pages.views.home import NotFoundView, ShowsView, latest_change
from seasontracker.pages.views.network import NetworkView
from seasontracker.pages.views.people import PersonView, people_row
from seasontracker.pipeline.cards import site_card
from seasontracker.pipeline.data_files import has_data, page_files
from seasontracker.pipeline.follow import about, feed_files
from seasontracker.pipeline.frame import Frame
from seasontracker.pipeline.icons import icon_files, icon_key
from seasontracker.pipeline.pages import PageContent, render_page
from seasontracker.pipeline.pictures import PictureShelf
from seasontracker.pipeline.reads import PlanReads, Reads, RecordingRows
from seasontracker.pipeline.site_files import SITE_FILES, site_files
from seasontracker.pipeline.site_pages import FILES, SitePage, plan_pages
from seasontracker.pipeline.workshop import Press, Workshop
from seasontracker.rows import ListRow, PlanRows, RowSource

_ICONS = "site:icons"
Units: TypeAlias = dict[str, tuple[str, SitePage | None]]
"""Each unit's key, and its page if it is one."""


class Plan(Struct, frozen=True):
    """What units a part of the site has."""

    units: Units
    reads: frozenset[str]
    """The lists that say so."""


class LinkedUnit(Struct, frozen=True):
    """A page or file of the site as a whole, made."""

    files: tuple[OutputFile, ...]
    rows: tuple[ListRow, ...]
    anchors: tuple[tuple[str, frozenset[str]], ...]
    reads: Reads
    holds_from: int | None
    holds_until: int | None
    pictures: tuple[str, ...] = ()
    """The keys of what is kept of its pictures."""
    diagnostics: tuple[Diagnostic, ...] = ()


class SiteLinker(Struct, frozen=True):
    """Makes the pages and files of the site as a whole, each by its name."""

    press: Press
    frame: Frame
    rows: PlanRows
    clock: Clock
    store: PictureStore | None = None
    """Where cards are kept; None when nothing is to be made."""

    @property
    def workshop(self) -> Workshop:
        return self.press.workshop

    def plan(self, part: str, only: Collection[str] | None = None) -> Plan:
        """Return the units of a part, or at least some, and which lists say what they are."""
        if part == FILES:
            return Plan(self._plan_files(), frozenset())
        rows = PlanReads(self.rows)
        pages = list(plan_pages(self.workshop, rows, part, only))
        keys = {page.template: self.frame.page(page.template) for page in pages}
        units: Units = {page.name: (_page_key(page, keys[page.template]), page) for page in pages}
        return Plan(units, frozenset(rows.lists))

    def _plan_files(self) -> Units:
        """Return the units that are no pages; the sitemap comes last of those that read rows."""
        units: Units = {"site:assets": (self.frame.shared, None)}
        settings = self.workshop.settings.value
        optional = (("site:humans", settings.humans), ("site:indexnow", settings.indexnow_key))
        for name in (*(name for name, is_wanted in optional if is_wanted), *SITE_FILES):
            units[name] = (self.frame.shared, None)
        units[_ICONS] = (self.frame.icons(icon_key(self.workshop.project)), None)
        return units

    def make(self, name: str, page: SitePage | None) -> LinkedUnit:
        """Make a unit; raises what Jinja raises."""
        rows, shelf = RecordingRows(self.rows), PictureShelf(self.store)
        if name == _ICONS:
            files, found = icon_files(self.workshop, shelf)
            kept = tuple(sorted(shelf.used))
            return LinkedUnit(files, (), (), rows.reads, None, None, kept, tuple(found))
        if page is None:
            files = tuple(site_files(self.press, name, rows))
            return LinkedUnit(files, (), (), rows.reads, None, None)
        site = SiteContext(self.workshop.words, self.clock.fork(), self.workshop.links, rows)
        card, cards = self._card(page, shelf)
        content = self._content(page, site, card)
        rendered = render_page(self.press, content)
        listed: tuple[ListRow, ...] = ()
        if content.indexable:
            url = self.workshop.links.absolute(rendered.permalink)
            listed = (sitemap_row(url, content.modified),)
        if isinstance(content.view, PersonView):
            listed = (*listed, people_row(site, content.view))
        return LinkedUnit(
            files=(
                rendered.file,
                *cards,
                *page_files(self.workshop, page, rows),
                *self._network_feed(page, rows),
            ),
            rows=listed,
            anchors=((rendered.permalink, rendered.anchors),),
            reads=rows.reads,
            holds_from=site.clock.holds_from,
            holds_until=site.clock.holds_until,
            pictures=tuple(sorted(shelf.used)),
        )

    def _card(
        self, page: SitePage, shelf: PictureShelf
    ) -> tuple[SharePicture | None, tuple[OutputFile, ...]]:
        """Return a page's card and its file; all pages of a list share that of the first."""
        if not page.exists or not page.is_indexable:
            return None, ()
        frame, path = self.workshop.frame, PurePosixPath(page.output_path)
        is_first = page.pager is None or page.pager.number == 1
        title = frame.title if page.kind == "home" else page.subject or page.title
        first = path if is_first else path.parent.parent / path.name
        card = site_card(self.workshop, title, page.description, str(first), shelf)
        if card is None:
            return None, ()
        return card.picture, (card.file,) if is_first else ()

    def _network_feed(self, page: SitePage, rows: RowSource) -> Iterator[OutputFile]:
        network, workshop = page.network, self.workshop
        if network is None or page.pager is None or page.pager.number > 1:
            return
        path = workshop.links.path(page.output_path)
        feed = Feed(
            id=feed_id(workshop.settings.value, f"network:{network.slug}"),
            title=f"{page.title} \N{EN DASH} {workshop.frame.title}",
            text=about(workshop, page.title),
            page=workshop.links.absolute(path),
            entries=site_entries(rows, feed_of(network.slug)),
            updated=latest_change(rows, page.changed),
        )
        yield from feed_files(workshop, path, feed)

    def _content(self, page: SitePage, site: SiteContext, card: SharePicture | None) -> PageContent:
        workshop = self.workshop
        links, frame, settings = workshop.links, workshop.frame, workshop.settings.value
        view = page.view(site)
        canonical = links.absolute(links.path(page.output_path)) if page.exists else ""
        home = Crumb(workshop.words.gettext("Home"), links.home)
        has_crumbs = page.exists and page.kind != "home"
        crumbs = (home, *page.above, Crumb(page.title)) if has_crumbs else ()
        graph = ""
        if page.exists:
            graph = site_graph(
                settings,
                links,
                name=page.title,
                description=page.description,
                url=canonical,
                crumbs=crumbs,
                person=view if isinstance(view, PersonView) else None,
            )
        head = Head(
            title=page.title if page.kind == "home" else f"{page.title} \N{EN DASH} {frame.title}",
            share_title=page.title,
            description=page.description,
            canonical=canonical,
            type="website",
            crumbs=crumbs,
            feeds=(*_own_feeds(view), *frame.follow.announced),
            picture=card,
            json_ld=graph,
            data=data_address(links, page.output_path) if has_data(page) else "",
            here=page.here,
            indexable=page.exists and page.is_indexable and settings.indexable,
            scripts=_scripts(view),
        )
        # A page of a list changes when its rows do, of which nobody keeps the day.
        is_first = page.pager is None or page.pager.number == 1
        is_dated = is_first and page.exists and bool(page.changed)
        modified = latest_change(site.rows, page.changed) if is_dated else None
        return PageContent(page.template, page.output_path, head, view, modified)


def _page_key(page: SitePage, template: str) -> str:
    # What is not in a template, nor in what the page reads, stands in the plan.
    return f"{template} {page.title} {page.pager!r} {page.made_of}"


def _own_feeds(view: object) -> tuple[FeedLink, ...]:
    """Return the feeds of a page beside those of the site."""
    return view.follow.announced if isinstance(view, NetworkView) else ()


def _scripts(view: object) -> tuple[str, ...]:
    """Return the scripts of a page; a list of shows can be searched when it is all of them."""
    is_all = isinstance(view, ShowsView | NotFoundView) and view.is_all
    return ("show-filter.js",) if is_all else ()

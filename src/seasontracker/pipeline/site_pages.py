"""The pages and files that speak of several shows: which there are, and how each is made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.models.vocabulary import TheoryState
from seasontracker.pages.views.agenda import (
    LISTS,
    MOST_IN_FRONT,
    calendar_list_view,
    calendar_view,
)
from seasontracker.pages.views.board import MOST_IN_FRONT as MOST_THEORIES
from seasontracker.pages.views.board import board_list_view, board_view, list_name
from seasontracker.pages.views.front import SiteContext
from seasontracker.pages.views.head import Crumb
from seasontracker.pages.views.home import (
    CHANGED,
    SHOWS,
    changed_of,
    home_view,
    not_found_view,
    shows_view,
)
from seasontracker.pages.views.network import network_view
from seasontracker.pages.views.paging import Pager, pager, pages_of
from seasontracker.pages.views.people import PLAYING, people_names, people_view, person_view
from seasontracker.pages.views.related import (
    all_kin,
    is_related,
    related_output,
    related_view,
    shared_people,
)
from seasontracker.pages.views.scorecard import Network, networks, scorecard_view
from seasontracker.pipeline.workshop import Workshop
from seasontracker.rows import PlanRows, RowSource
from seasontracker.wording.labels import label

PEOPLE, RELATED, PAGES, FILES = "people", "related", "pages", "files"
PARTS = (PEOPLE, RELATED, PAGES, FILES)
"""The parts of a plan, in the order in which they are made.

Of people and of related shows there are as many pages as a site has players and shows, so that
they are not even planned while nothing they are made from has changed.
"""

MakeView = Callable[[SiteContext], Any]


class SitePage(Struct, frozen=True):
    """A page that speaks of several shows."""

    output_path: str
    kind: str
    """Names its template."""
    title: str
    description: str
    view: MakeView
    here: str = ""
    """The entry of the navigation that it belongs to."""
    above: tuple[Crumb, ...] = ()
    """What the way to it leads over, after the home page."""
    exists: bool = True
    """The page for wrong addresses has none itself."""
    changed: str = CHANGED
    """The list of the days on which what it speaks of changed; empty where nobody keeps them."""
    network: Network | None = None
    """The network that it is about, if it is about one."""
    subject: str = ""
    """Its title without its number, for a page of a list."""
    pager: Pager | None = None
    """Its place among the pages of a list, if it is one."""
    made_of: str = ""
    """What the plan knows of its contents, beside the title."""
    is_indexable: bool = True
    """Whether search engines are to know it."""

    @property
    def name(self) -> str:
        """The name of its unit."""
        return page_unit(self.output_path)

    @property
    def template(self) -> str:
        return f"pages/{self.kind}.html"


def page_unit(path: str) -> str:
    """Return the name of the unit that makes a page, by where it is written."""
    return f"page:{path}"


def part_of(unit: str) -> str:
    """Return the part of the plan to which a unit of the site belongs."""
    kind, _, path = unit.partition(":")
    if kind != "page":
        return FILES
    if path.startswith("people/"):
        return PEOPLE
    return RELATED if is_related(path) else PAGES


def plan_pages(
    workshop: Workshop, rows: PlanRows, part: str, only: Collection[str] | None = None
) -> Iterator[SitePage]:
    """Yield all pages of a part that there are, given how long the lists are.

    Where there are many, those may be left out whose unit is not among the `only` ones wanted.
    """
    match part:
        case "people":
            # They come first: the list of people is made from them.
            yield from _people(workshop, rows, only)
        case "related" if not workshop.is_alone:
            yield from _related(workshop, rows)
        case "pages":
            yield from _pages_of_all(workshop, rows)


def _pages_of_all(workshop: Workshop, rows: RowSource) -> Iterator[SitePage]:
    frame, words = workshop.frame, workshop.words
    yield SitePage(
        "index.html",
        "home",
        f"{frame.title}: {frame.tagline}" if frame.tagline else frame.title,
        frame.description or frame.tagline or frame.title,
        home_view,
    )
    yield from _shows(workshop, rows)
    yield from _calendar(workshop, rows)
    yield from _scorecard(workshop, rows)
    yield from _theories(workshop, rows)
    yield SitePage(
        "404.html",
        "not_found",
        words.gettext("Page not found"),
        words.gettext("There is no page at this address."),
        not_found_view,
        exists=False,
    )


def _shows(workshop: Workshop, rows: RowSource) -> Iterator[SitePage]:
    words = workshop.words
    title = words.gettext("All shows")
    described = words.gettext("Every show that this site keeps track of.")
    for output_path, where in _pages(workshop, rows.count_rows(SHOWS), "shows"):
        view = partial(shows_view, pager=where)
        yield _numbered(workshop, where, SitePage(output_path, "shows", title, described, view))


def _calendar(workshop: Workshop, rows: RowSource) -> Iterator[SitePage]:
    words, links = workshop.words, workshop.links
    title = words.gettext("Calendar")
    described = words.gettext("Dates and release windows of all tracked seasons.")
    yield SitePage(
        "calendar/index.html", "calendar", title, described, calendar_view, links.calendar
    )
    above = (Crumb(title, links.calendar),)
    for listed in LISTS:
        total = rows.count_rows(listed.rows)
        if total <= MOST_IN_FRONT:
            continue
        name = words.gettext(listed.name)
        for output_path, where in _pages(workshop, total, f"calendar/{listed.id}"):
            view = partial(calendar_list_view, listed=listed, pager=where)
            page = SitePage(
                output_path, "calendar_list", name, described, view, links.calendar, above
            )
            yield _numbered(workshop, where, page)


def _scorecard(workshop: Workshop, rows: RowSource) -> Iterator[SitePage]:
    words, links = workshop.words, workshop.links
    title = words.gettext("Scorecard")
    described = words.gettext(
        "Every tracked season by network: decided, in production, out or cancelled."
    )
    yield SitePage(
        "scorecard/index.html", "scorecard", title, described, scorecard_view, links.scorecard
    )
    above = (Crumb(title, links.scorecard),)
    for network in networks(rows):
        about = words.gettext(
            "Every tracked show of %(network)s: what is decided, promised and out."
        ) % {"network": network.name}
        longest = max(network.seasons, network.statuses.total())
        for output_path, where in _pages(workshop, longest, f"networks/{network.slug}"):
            view = partial(network_view, network=network, pager=where)
            page = SitePage(
                output_path,
                "network",
                network.name,
                about,
                view,
                links.scorecard,
                above,
                changed=changed_of(network.slug),
                network=network,
            )
            yield _numbered(workshop, where, page)


def _people(workshop: Workshop, rows: PlanRows, only: Collection[str] | None) -> Iterator[SitePage]:
    words, links = workshop.words, workshop.links
    title = words.gettext("People")
    found, names = rows.repeated_keys(PLAYING), people_names(rows)
    for person in found:
        path, name = f"people/{person}/index.html", names[person]
        if only is not None and page_unit(path) not in only:
            continue
        yield SitePage(
            path,
            "person",
            name,
            words.gettext("What %(person)s plays in the tracked shows, and how sure each part is.")
            % {"person": name},
            partial(person_view, person=person),
            links.shows,
            (Crumb(title, links.people),),
            changed="",
        )
    if not found:
        return
    described = words.gettext("Everybody who plays in more than one of the tracked seasons.")
    for output_path, where in _pages(workshop, len(found), "people"):
        view = partial(people_view, pager=where)
        page = SitePage(output_path, "people", title, described, view, links.shows, changed="")
        yield _numbered(workshop, where, page)


def _related(workshop: Workshop, rows: PlanRows) -> Iterator[SitePage]:
    words, links = workshop.words, workshop.links
    shared = shared_people(rows)
    for kin in all_kin(rows):
        people = shared.get(kin.slug, ())
        yield SitePage(
            related_output(kin.slug),
            "related",
            words.gettext("Shows related to %(show)s") % {"show": kin.title},
            words.gettext("With people, the network or a genre that %(show)s has too.")
            % {"show": kin.title},
            partial(related_view, kin=kin, people=people),
            links.shows,
            (Crumb(kin.title, links.show(kin.slug)),),
            changed="",
            made_of=f"{kin!r} {people!r}",
            # It says nothing that those shows' own pages do not.
            is_indexable=False,
        )


def _theories(workshop: Workshop, rows: RowSource) -> Iterator[SitePage]:
    words, links = workshop.words, workshop.links
    title = words.gettext("Theory board")
    described = words.gettext("Fan theories, and what the evidence says about each.")
    yield SitePage("theories/index.html", "theories", title, described, board_view, links.theories)
    above = (Crumb(title, links.theories),)
    for state in TheoryState:
        total = rows.count_rows(list_name(state))
        if total <= MOST_THEORIES:
            continue
        for output_path, where in _pages(workshop, total, f"theories/{state.value}"):
            view = partial(board_list_view, state=state, pager=where)
            name = label(words, state)
            page = SitePage(
                output_path, "theory_list", name, described, view, links.theories, above
            )
            yield _numbered(workshop, where, page)


def _pages(workshop: Workshop, rows: int, folder: str) -> Iterator[tuple[str, Pager]]:
    """Yield output path and pager of each page of a list."""
    numbered = list(pages_of(rows, folder))
    urls = [workshop.links.path(output_path) for _, output_path in numbered]
    for number, output_path in numbered:
        yield output_path, pager(number, urls)


def _numbered(workshop: Workshop, where: Pager, page: SitePage) -> SitePage:
    """Return a page of a list with its number in its title, unless it is the only one."""
    title = page.title
    if where.number > 1:
        title = workshop.words.gettext("%(title)s, page %(number)d") % {
            "title": page.title,
            "number": where.number,
        }
    return replace(page, title=title, subject=page.title, pager=where)

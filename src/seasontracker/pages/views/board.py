"""The theory board: all theories by how they stand, and how many stand where."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from seasontracker.codec import pack, unpack
from seasontracker.models.vocabulary import TheoryState
from seasontracker.pages.views.folds import Fold, Folds
from seasontracker.pages.views.front import ListingContext, SiteContext, by_title, sort_key, topic
from seasontracker.pages.views.marks import theory_key
from seasontracker.pages.views.paging import PER_PAGE, More, Pager
from seasontracker.rows import ListRow
from seasontracker.site.listing import ListedTheory, ShowListing
from seasontracker.tracking.positions import EVERYTHING, NOTHING
from seasontracker.wording.catalogue import mark as _
from seasontracker.wording.labels import label

COUNTS = "theory-counts"
MOST_IN_FRONT = 50
"""How many theories of each state the board itself shows."""
MOST_COUNTS = 100
"""With theories about more seasons than these, they are not counted by season."""


class BoardRow(Struct, frozen=True):
    """A theory on the board."""

    show_slug: str
    taken_as_known: str
    """How far readers who have told nothing are taken to have watched the show."""

    title: str
    url: str
    topic: str
    evidence_for: int
    evidence_against: int
    fold: Fold | None


class BoardGroup(Struct, frozen=True):
    """The theories of one state."""

    id: str
    name: str
    note: str
    key: str
    is_dead: bool
    total: int
    rows: tuple[BoardRow, ...]
    more: More | None


class SeasonTheories(Struct, frozen=True):
    """The theories of a season, counted by how they stand."""

    topic: str
    url: str
    counts: dict[str, int]


class BoardListView(Struct, frozen=True):
    """A page of all theories of one state."""

    group: BoardGroup
    pager: Pager


class BoardView(Struct, frozen=True):
    """All theories by how they stand, and counts by season."""

    groups: tuple[BoardGroup, ...]
    states: tuple[str, ...]
    counts: tuple[tuple[str, str, tuple[int, ...]], ...]
    """Each season's topic and URL with a count for each state."""


_NOTES = {
    TheoryState.OPEN: _("Nothing settles these yet."),
    TheoryState.SUPPORTED: _("What is known speaks for these."),
    TheoryState.CONTESTED: _("The evidence points both ways."),
    TheoryState.CONFIRMED: _("These were settled in favour of the theory."),
    TheoryState.PARTLY_CONFIRMED: _("A part of each was settled in its favour."),
    TheoryState.DEBUNKED: _("These were settled against the theory."),
    TheoryState.MOOT: _("Nobody will ever say."),
}


def list_name(state: TheoryState) -> str:
    """Return the name of the list of all theories of a state."""
    return f"theories/{state.value}"


def board_rows(context: ListingContext, show: ShowListing) -> Iterator[ListRow]:
    """Yield a show's theories, and for each season how many stand where."""
    for season in show.seasons:
        url, name = context.links.season(show.slug, season.number), topic(show, season)
        key = sort_key(by_title(show), season.number)
        for number, theory in enumerate(season.theories):
            row = pack(_row(show, theory, url, name))
            yield ListRow(list_name(theory.state), sort_key(key, number), row)
        if season.theories:
            has_place = any(theory.anchor for theory in season.theories)
            counts: dict[str, int] = {}
            for theory in season.theories:
                counts[theory.state.value] = counts.get(theory.state.value, 0) + 1
            where = f"{url}#theories" if has_place else url
            yield ListRow(COUNTS, key, pack(SeasonTheories(name, where, counts)))


def board_view(site: SiteContext) -> BoardView:
    """Return the theory board."""
    totals = {state: site.rows.count_rows(list_name(state)) for state in TheoryState}
    shown = [state for state, total in totals.items() if total]
    seasons: list[SeasonTheories] = []
    if site.rows.count_rows(COUNTS) <= MOST_COUNTS:
        seasons = [unpack(data, SeasonTheories) for data in site.rows.list_rows(COUNTS)]
    return BoardView(
        groups=tuple(_group(site, state, totals[state], 0, MOST_IN_FRONT) for state in shown),
        states=tuple(label(site.words, state) for state in shown),
        counts=tuple(
            (one.topic, one.url, tuple(one.counts.get(state.value, 0) for state in shown))
            for one in seasons
        ),
    )


def board_list_view(site: SiteContext, state: TheoryState, pager: Pager) -> BoardListView:
    """Return a page of all theories of one state."""
    total = site.rows.count_rows(list_name(state))
    return BoardListView(_group(site, state, total, pager.start, PER_PAGE), pager)


def _row(show: ShowListing, theory: ListedTheory, url: str, name: str) -> BoardRow:
    folds = Folds(EVERYTHING if show.taken_as_known == "all" else NOTHING)
    return BoardRow(
        show_slug=show.slug,
        taken_as_known=show.taken_as_known,
        title=theory.title,
        url=f"{url}#{theory.anchor}" if theory.anchor else url,
        topic=name,
        evidence_for=theory.evidence_for,
        evidence_against=theory.evidence_against,
        fold=folds.fold(theory.spoils),
    )


def _group(site: SiteContext, state: TheoryState, total: int, start: int, most: int) -> BoardGroup:
    found = site.rows.list_rows(list_name(state), start=start, most=most)
    return BoardGroup(
        id=f"state-{state.value}",
        name=label(site.words, state),
        note=site.words.gettext(_NOTES[state]),
        key=theory_key(state),
        is_dead=state in (TheoryState.DEBUNKED, TheoryState.MOOT),
        total=total,
        rows=tuple(unpack(data, BoardRow) for data in found),
        more=More(site.links.theories_of(state.value), total) if total > most else None,
    )

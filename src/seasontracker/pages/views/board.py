"""The theory board: all theories by how they stand, and how many stand where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from seasontracker.models.vocabulary import TheoryState
from seasontracker.pages.views.front import SiteContext, by_title, topic
from seasontracker.pages.views.marks import theory_key
from seasontracker.site.listing import ListedTheory
from seasontracker.wording.catalogue import mark as _
from seasontracker.wording.labels import label


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A theory on the board."""

    title: str
    url: str
    topic: str
    evidence_for: int
    evidence_against: int


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """The theories of one state."""

    id: str
    name: str
    note: str
    key: str
    is_dead: bool
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class BoardView:
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


def board_view(site: SiteContext) -> BoardView:
    """Return the theory board."""
    words = site.words
    found: dict[TheoryState, list[BoardRow]] = {state: [] for state in TheoryState}
    seasons: list[tuple[str, str, tuple[ListedTheory, ...]]] = []
    for show in sorted(site.shows, key=by_title):
        for season in show.seasons:
            url, name = site.links.season(show.slug, season.number), topic(show, season)
            if season.theories:
                has_place = any(theory.anchor for theory in season.theories)
                seasons.append((name, f"{url}#theories" if has_place else url, season.theories))
            for theory in season.theories:
                found[theory.state].append(_row(theory, url, name))
    shown = [state for state, rows in found.items() if rows]
    return BoardView(
        groups=tuple(_group(site, state, found[state]) for state in shown),
        states=tuple(label(words, state) for state in shown),
        counts=tuple(
            (name, url, tuple(sum(one.state is state for one in theories) for state in shown))
            for name, url, theories in seasons
        ),
    )


def _row(theory: ListedTheory, url: str, name: str) -> BoardRow:
    return BoardRow(
        title=theory.title,
        url=f"{url}#{theory.anchor}" if theory.anchor else url,
        topic=name,
        evidence_for=theory.evidence_for,
        evidence_against=theory.evidence_against,
    )


def _group(site: SiteContext, state: TheoryState, rows: Iterable[BoardRow]) -> BoardGroup:
    return BoardGroup(
        id=f"state-{state.value}",
        name=label(site.words, state),
        note=site.words.gettext(_NOTES[state]),
        key=theory_key(state),
        is_dead=state in (TheoryState.DEBUNKED, TheoryState.MOOT),
        rows=tuple(rows),
    )

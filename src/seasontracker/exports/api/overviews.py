"""Calendar, scorecard and theory board for programs: as much of each list as its page shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seasontracker.codec import about, encode_json, unpack
from seasontracker.exports.api.addresses import (
    CALENDAR,
    SCORECARD,
    THEORIES,
    network_file,
    schema_file,
    season_file,
)
from seasontracker.exports.api.values import Address, Spoils
from seasontracker.models.vocabulary import TheoryState
from seasontracker.pages.views.agenda import LISTS, AgendaEntry, AgendaList
from seasontracker.pages.views.agenda import MOST_IN_FRONT as MOST_ENTRIES
from seasontracker.pages.views.board import MOST_IN_FRONT as MOST_THEORIES
from seasontracker.pages.views.board import BoardRow, list_name
from seasontracker.pages.views.scorecard import networks
from seasontracker.rows import RowSource
from seasontracker.site.permalinks import Permalinks
from seasontracker.tracking.status import ShowStatus


class ApiCalendarEntry(Struct, frozen=True):
    """A date or window of a season."""

    title: Annotated[str, about("Of the show and its season.")]
    url: Address
    data: Annotated[str, about("The season's file in this API.")]
    text: Annotated[str, about("What happens then; or how the season stands, without a date.")]
    edtf: Annotated[str, about("When, in EDTF (ISO 8601-2); empty without a date.")]
    when: Annotated[str, about("The same in words.")]
    certainty: Annotated[str, about("The confidence; empty where nothing is claimed.")]


class ApiCalendarList(Struct, frozen=True):
    """One of the calendar's lists."""

    id: str
    total: Annotated[int, about("How many entries it has; the first of them are here.")]
    entries: tuple[ApiCalendarEntry, ...]


class ApiCalendar(Struct, frozen=True):
    """What is to come, and what is out."""

    schema: Annotated[str, about("The JSON Schema that this file follows.")]
    data: Annotated[str, about("The lasting address of this file.")]
    url: Address
    lists: Annotated[
        tuple[ApiCalendarList, ...],
        about("`dates`, `windows`, `without-a-date`, and `out` with the newest first."),
    ]


class ApiNetworkScore(Struct, frozen=True):
    """A network's shows, counted."""

    id: str
    name: str
    url: Address
    data: Annotated[str, about("The network's file in this API, which lists its shows.")]
    seasons: int
    statuses: Annotated[dict[ShowStatus, int], about("How many shows have which status.")]


class ApiScorecard(Struct, frozen=True):
    """All networks, and how their shows stand."""

    schema: Annotated[str, about("The JSON Schema that this file follows.")]
    data: Annotated[str, about("The lasting address of this file.")]
    url: Address
    networks: tuple[ApiNetworkScore, ...]


class ApiBoardTheory(Struct, frozen=True):
    """A theory on the board."""

    spoils: Spoils
    title: str
    state: TheoryState
    topic: Annotated[str, about("The show and the season that it is about.")]
    show: Annotated[str, about("The id of the show.")]
    url: Address
    evidence_for: int
    evidence_against: int


class ApiTheories(Struct, frozen=True):
    """Theories by how they stand."""

    schema: Annotated[str, about("The JSON Schema that this file follows.")]
    data: Annotated[str, about("The lasting address of this file.")]
    url: Address
    totals: Annotated[dict[TheoryState, int], about("How many theories there are of each state.")]
    theories: Annotated[tuple[ApiBoardTheory, ...], about("The first of each state.")]


def calendar_json(rows: RowSource, links: Permalinks) -> bytes:
    """Return the calendar's file."""
    calendar = ApiCalendar(
        schema=links.file(schema_file("calendar")),
        data=links.file(CALENDAR),
        url=links.absolute(links.calendar),
        lists=tuple(
            ApiCalendarList(one.id, rows.count_rows(one.rows), tuple(_entries(rows, links, one)))
            for one in LISTS
        ),
    )
    return encode_json(calendar)


def scorecard_json(rows: RowSource, links: Permalinks) -> bytes:
    """Return the scorecard's file."""
    scorecard = ApiScorecard(
        schema=links.file(schema_file("scorecard")),
        data=links.file(SCORECARD),
        url=links.absolute(links.scorecard),
        networks=tuple(
            ApiNetworkScore(
                one.slug,
                one.name,
                links.absolute(links.network(one.slug)),
                links.file(network_file(one.slug, 1)),
                one.seasons,
                {status: one.statuses[status.value] for status in ShowStatus},
            )
            for one in networks(rows)
        ),
    )
    return encode_json(scorecard)


def theories_json(rows: RowSource, links: Permalinks) -> bytes:
    """Return the theory board's file."""
    board = ApiTheories(
        schema=links.file(schema_file("theories")),
        data=links.file(THEORIES),
        url=links.absolute(links.theories),
        totals={state: rows.count_rows(list_name(state)) for state in TheoryState},
        theories=tuple(one for state in TheoryState for one in _theories(rows, links, state)),
    )
    return encode_json(board)


def _entries(rows: RowSource, links: Permalinks, listed: AgendaList) -> Iterator[ApiCalendarEntry]:
    found = rows.list_rows(listed.rows, most=MOST_ENTRIES, newest_first=listed.newest_first)
    for data in found:
        entry = unpack(data, AgendaEntry)
        yield ApiCalendarEntry(
            title=entry.title,
            url=links.absolute(entry.url),
            data=links.file(season_file(entry.show, entry.season)),
            text=entry.text,
            edtf=entry.edtf,
            when=entry.when,
            certainty=entry.mark.key,
        )


def _theories(rows: RowSource, links: Permalinks, state: TheoryState) -> Iterator[ApiBoardTheory]:
    for data in rows.list_rows(list_name(state), most=MOST_THEORIES):
        row = unpack(data, BoardRow)
        yield ApiBoardTheory(
            spoils=row.fold.position if row.fold else "none",
            title=row.title,
            state=state,
            topic=row.topic,
            show=row.show_slug,
            url=links.absolute(row.url),
            evidence_for=row.evidence_for,
            evidence_against=row.evidence_against,
        )

"""The calendar: dates by month, then windows, then promises without either, then what is out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from msgspec import Struct

from seasontracker.codec import pack, unpack
from seasontracker.pages.views.front import (
    ListingContext,
    SiteContext,
    coming,
    sort_key,
    topic,
)
from seasontracker.pages.views.horizon import Horizon
from seasontracker.pages.views.marks import (
    Mark,
    Moment,
    confidence_mark,
    day_moment,
    month_moment,
    sentence_case,
)
from seasontracker.pages.views.paging import PER_PAGE, More, Pager
from seasontracker.rows import ListRow
from seasontracker.site.listing import ListedSeason, ListedWindow, ShowListing
from seasontracker.tracking.release import ReleaseState
from seasontracker.wording.catalogue import mark as _
from seasontracker.wording.dates import month_label, window_label
from seasontracker.wording.labels import label

MOST_COMING = 24
MOST_IN_FRONT = 100
"""How many rows of each list the calendar itself shows."""


class AgendaEntry(Struct, frozen=True):
    """A date or window in the calendar."""

    title: str
    url: str
    text: str
    when: str
    iso: str
    mark: Mark
    show: str
    """Its slug."""
    season: int
    edtf: str = ""
    """The date or window for programs."""


class AgendaList(Struct, frozen=True):
    """One of the calendar's lists."""

    id: str
    name: str
    note: str = ""
    newest_first: bool = False

    @property
    def rows(self) -> str:
        """The name of its list of rows."""
        return f"calendar/{self.id}"


DATES = AgendaList("dates", _("Dates"))
WINDOWS = AgendaList(
    "windows", _("Windows"), _("Somebody has named a time, and nobody has named a day.")
)
WITHOUT_A_DATE = AgendaList("without-a-date", _("No date"), _("Promised, and without a time."))
OUT = AgendaList("out", _("Already out"), newest_first=True)
LISTS = (DATES, WINDOWS, WITHOUT_A_DATE, OUT)


class AgendaGroup(Struct, frozen=True):
    """The entries of a month, or of one kind."""

    id: str
    name: str
    note: str
    entries: tuple[AgendaEntry, ...]
    more: More | None = None


class CalendarView(Struct, frozen=True):
    """The calendar."""

    as_of: Moment
    """The month."""
    horizon: Horizon | None
    groups: tuple[AgendaGroup, ...]


class CalendarListView(Struct, frozen=True):
    """A page of one of the calendar's lists."""

    name: str
    note: str
    groups: tuple[AgendaGroup, ...]
    pager: Pager


def calendar_rows(context: ListingContext, show: ShowListing) -> Iterator[ListRow]:
    """Yield a show's part of each of the calendar's lists."""
    for season in show.seasons:
        for listed, key, entry in _entries(context, show, season):
            yield ListRow(listed.rows, sort_key(key, entry.title, entry.url), pack(entry))


def calendar_view(site: SiteContext) -> CalendarView:
    """Return the calendar."""
    words = site.words
    groups: list[AgendaGroup] = []
    for listed in LISTS:
        total = site.rows.count_rows(listed.rows)
        entries = _read(site, listed, 0, MOST_IN_FRONT)
        more = More(site.links.calendar_list(listed.id), total) if total > MOST_IN_FRONT else None
        if listed is DATES:
            months = list(_by_month(site, entries))
            groups += [
                AgendaGroup(one.id, one.name, one.note, one.entries, more if last else None)
                for one, last in zip(months, [*[False] * (len(months) - 1), True], strict=False)
            ]
        elif entries:
            name, note = words.gettext(listed.name), listed.note and words.gettext(listed.note)
            groups.append(AgendaGroup(listed.id, name, note, entries, more))
    caption = words.gettext("Windows and dates to come on one axis, the nearest first.")
    horizon = coming(site, caption, most=MOST_COMING)
    return CalendarView(month_moment(words, site.clock.month()), horizon, tuple(groups))


def calendar_list_view(site: SiteContext, listed: AgendaList, pager: Pager) -> CalendarListView:
    """Return a page of one of the calendar's lists."""
    words = site.words
    entries = _read(site, listed, pager.start, PER_PAGE)
    if listed is DATES:
        groups = tuple(_by_month(site, entries))
    else:
        groups = (AgendaGroup(listed.id, "", "", entries),)
    note = listed.note and words.gettext(listed.note)
    return CalendarListView(words.gettext(listed.name), note, groups, pager)


def _read(site: SiteContext, listed: AgendaList, start: int, most: int) -> tuple[AgendaEntry, ...]:
    found = site.rows.list_rows(
        listed.rows, start=start, most=most, newest_first=listed.newest_first
    )
    return tuple(unpack(data, AgendaEntry) for data in found)


def _by_month(site: SiteContext, entries: Iterable[AgendaEntry]) -> Iterator[AgendaGroup]:
    """Yield the months of the days to come, each with its days in order."""
    for month, inside in groupby(entries, key=lambda entry: entry.iso[:7]):
        year, number = month.split("-")
        name = month_label(site.words, int(year), int(number))
        yield AgendaGroup(f"month-{month}", name, "", tuple(inside))


_Entry = tuple[AgendaList, str, AgendaEntry]


def _entries(context: ListingContext, show: ShowListing, season: ListedSeason) -> Iterator[_Entry]:
    """Yield a season's entries, each with its list and what orders it there."""
    words, name = context.words, topic(show, season)
    place = (show.slug, season.number)
    url = context.links.season(*place)

    def on_day(text: str, day: date, certainty: Mark | None = None) -> AgendaEntry:
        moment = day_moment(words, day)
        mark = certainty or confidence_mark(words, season.answer_confidence)
        return AgendaEntry(name, url, text, moment.label, moment.iso, mark, *place, day.isoformat())

    for day in season.air_days:
        if not context.clock.has_passed(day):
            yield DATES, str(day), on_day(words.gettext("Episodes out"), day)
    awaited = _awaited(season)
    for one in awaited:
        day_named = one.window.earliest if one.window.is_day else None
        certainty = confidence_mark(words, one.confidence)
        if day_named is not None:
            yield DATES, str(day_named), on_day(words.gettext("Release"), day_named, certainty)
        else:
            shown = sentence_case(window_label(words, one.window))
            text = words.gettext("Release window")
            group, last, rank, second, written = one.window.sort_key
            key = sort_key(group, last, rank, second, written)
            yield (
                WINDOWS,
                key,
                AgendaEntry(name, url, text, shown, "", certainty, *place, one.window.edtf),
            )
    if season.premiere and all(map(context.clock.has_passed, season.air_days)):
        yield OUT, str(season.premiere), on_day(words.gettext("Came out"), season.premiere)
    is_ahead = season.state is not ReleaseState.NEVER and not season.state.has_begun
    if is_ahead and not awaited:
        mark = confidence_mark(words, season.answer_confidence)
        entry = AgendaEntry(name, url, label(words, season.state), "", "", mark, *place)
        yield WITHOUT_A_DATE, "", entry


def _awaited(season: ListedSeason) -> list[ListedWindow]:
    """Return the windows of a season that is still to come."""
    if season.state is ReleaseState.NEVER or season.state.has_begun:
        return []
    return [one for one in season.windows if one.window.is_known]

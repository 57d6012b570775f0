"""The calendar: dates by month, then windows, then promises without either, then what is out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from seasontracker.pages.views.front import SiteContext, coming, topic
from seasontracker.pages.views.horizon import Horizon
from seasontracker.pages.views.marks import (
    Mark,
    Moment,
    confidence_mark,
    day_moment,
    sentence_case,
)
from seasontracker.site.listing import ListedSeason, ListedWindow, ShowListing
from seasontracker.tracking.release import ReleaseState
from seasontracker.wording.dates import month_label, window_label
from seasontracker.wording.labels import label


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A date or window in the calendar."""

    title: str
    url: str
    text: str
    when: str
    iso: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """The entries of a month, or of one kind."""

    id: str
    name: str
    note: str
    entries: tuple[AgendaEntry, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The calendar."""

    today: Moment
    horizon: Horizon | None
    groups: tuple[AgendaGroup, ...]


_Listed = tuple[ShowListing, ListedSeason]


def calendar_view(site: SiteContext) -> CalendarView:
    """Return the calendar."""
    words = site.words
    listed = [(show, season) for show in site.shows for season in show.seasons]
    groups = list(_months(site, listed))
    for id_, name, note, entries in (
        (
            "windows",
            words.gettext("Windows"),
            words.gettext("Somebody has named a time, and nobody has named a day."),
            _windows(site, listed),
        ),
        (
            "without-a-date",
            words.gettext("No date"),
            words.gettext("Promised, and without a time."),
            _without_a_date(site, listed),
        ),
        ("out", words.gettext("Already out"), "", _out(site, listed)),
    ):
        if entries:
            groups.append(AgendaGroup(id_, name, note, tuple(entries)))
    caption = words.gettext("All windows and dates to come, on one axis.")
    return CalendarView(day_moment(words, site.clock.today), coming(site, caption), tuple(groups))


def _months(site: SiteContext, listed: list[_Listed]) -> Iterator[AgendaGroup]:
    """Yield the months of the days to come, each with its days in order."""
    dated: dict[tuple[int, int], list[tuple[date, AgendaEntry]]] = {}
    for one in listed:
        for day, entry in _days(site, one):
            dated.setdefault((day.year, day.month), []).append((day, entry))
    for (year, month), entries in sorted(dated.items()):
        ordered = sorted(entries, key=lambda pair: (pair[0], pair[1].title))
        yield AgendaGroup(
            f"month-{year:04d}-{month:02d}",
            month_label(site.words, year, month),
            "",
            tuple(entry for _, entry in ordered),
        )


def _days(site: SiteContext, listed: _Listed) -> Iterator[tuple[date, AgendaEntry]]:
    """Yield the days to come on which a season starts or has episodes."""
    _, season = listed
    for day in season.air_days:
        if not site.clock.has_passed(day):
            yield day, _on_day(site, listed, site.words.gettext("Episodes out"), day)
    for window in _awaited(season):
        day_named = window.window.earliest if window.window.is_day else None
        if day_named is not None:
            mark = confidence_mark(site.words, window.confidence)
            text = site.words.gettext("Release")
            yield day_named, _on_day(site, listed, text, day_named, mark)


def _awaited(season: ListedSeason) -> list[ListedWindow]:
    """Return the windows of a season that is still to come."""
    if season.state is ReleaseState.NEVER or season.state.has_begun:
        return []
    return [one for one in season.windows if one.window.is_known]


def _windows(site: SiteContext, listed: list[_Listed]) -> list[AgendaEntry]:
    found = []
    for show, season in listed:
        for one in _awaited(season):
            if not one.window.is_day:
                shown = sentence_case(window_label(site.words, one.window))
                mark = confidence_mark(site.words, one.confidence)
                text = site.words.gettext("Release window")
                url = site.links.season(show.slug, season.number)
                entry = AgendaEntry(topic(show, season), url, text, shown, "", mark)
                found.append((one.window.sort_key, entry))
    return [entry for _, entry in sorted(found, key=lambda pair: (pair[0], pair[1].title))]


def _without_a_date(site: SiteContext, listed: list[_Listed]) -> list[AgendaEntry]:
    found = [
        AgendaEntry(
            topic(show, season),
            site.links.season(show.slug, season.number),
            label(site.words, season.state),
            "",
            "",
            confidence_mark(site.words, season.answer_confidence),
        )
        for show, season in listed
        if season.state is not ReleaseState.NEVER
        and not season.state.has_begun
        and not _awaited(season)
    ]
    return sorted(found, key=lambda entry: entry.title)


def _out(site: SiteContext, listed: list[_Listed]) -> list[AgendaEntry]:
    """Return the seasons of which no day is to come, newest first."""
    found = [
        (premiere, _on_day(site, (show, season), site.words.gettext("Came out"), premiere))
        for show, season in listed
        if (premiere := season.premiere) and all(map(site.clock.has_passed, season.air_days))
    ]
    found.sort(key=lambda pair: pair[1].title)
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _on_day(
    site: SiteContext, listed: _Listed, text: str, day: date, mark: Mark | None = None
) -> AgendaEntry:
    show, season = listed
    moment = day_moment(site.words, day)
    return AgendaEntry(
        title=topic(show, season),
        url=site.links.season(show.slug, season.number),
        text=text,
        when=moment.label,
        iso=moment.iso,
        mark=mark or confidence_mark(site.words, season.answer_confidence),
    )

"""Makes what a show can be followed by: feeds and calendars of it and of each season."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from seasontracker.exports.calendars.event import CalendarEvent
from seasontracker.exports.calendars.events import EventContext, season_events
from seasontracker.exports.calendars.files import DATES as DATE_ROWS
from seasontracker.exports.calendars.files import WINDOWS as WINDOW_ROWS
from seasontracker.exports.calendars.files import event_rows, written_events
from seasontracker.exports.calendars.ical import CalendarHead, WrittenEvent, write_calendar
from seasontracker.exports.feeds import (
    FEED,
    MOST_ENTRIES,
    Feed,
    FeedEntry,
    feed_of,
    feed_rows,
    newest_entries,
    render_atom,
    render_json_feed,
    season_entries,
)
from seasontracker.exports.tags import feed_id
from seasontracker.output.publish import OutputFile
from seasontracker.pages.views.follow import follow_links
from seasontracker.pages.views.front import topic
from seasontracker.pages.views.head import FollowLinks
from seasontracker.pipeline.desk import SeasonDesk, ShowDesk
from seasontracker.pipeline.workshop import Workshop
from seasontracker.rows import ListRow
from seasontracker.site.listing import ListedSeason, ShowListing
from seasontracker.site.networks import network_slug
from seasontracker.site.permalinks import DATES, WINDOWS, beside
from seasontracker.site.permalinks import FEED as ATOM_FILE
from seasontracker.site.permalinks import JSON_FEED as JSON_FILE
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.status import ShowStatus

_OVER = (ReleaseState.RELEASED, ReleaseState.NEVER)
_Events = tuple[tuple[CalendarEvent, WrittenEvent], ...]


class Following(Struct, frozen=True):
    """The feeds and calendars of a show, and its part of those of all shows."""

    show: FollowLinks
    seasons: Mapping[int, FollowLinks]
    files: tuple[OutputFile, ...]
    rows: tuple[ListRow, ...]


class _Followed(Struct, frozen=True):
    """One season, with what its feeds and calendars hold."""

    listed: ListedSeason
    entries: tuple[FeedEntry, ...]
    dates: _Events
    windows: _Events
    is_tracked: bool
    """Whether its log says anything yet."""

    @property
    def has_calendars(self) -> bool:
        """Whether anything may come yet, or has come so lately that a calendar keeps it."""
        may_come = self.is_tracked and self.listed.state not in _OVER
        return may_come or bool(self.dates or self.windows)


def follow_show(desk: ShowDesk, listing: ShowListing, seasons: Sequence[SeasonDesk]) -> Following:
    """Return the feeds and calendars of a show; its standing must be known."""
    workshop = desk.workshop
    words, links = workshop.words, workshop.links
    followed = [_season(desk, listing, season) for season in seasons]
    found: dict[int, FollowLinks] = {}
    files: list[OutputFile] = []
    for one in followed:
        page = links.season(listing.slug, one.listed.number)
        name = topic(listing, one.listed)
        found[one.listed.number] = follow_links(
            words, links, page, name, has_calendars=one.has_calendars
        )
        feed = Feed(
            id=feed_id(workshop.settings.value, f"{listing.id}/season-{one.listed.number}"),
            title=f"{listing.title}, {one.listed.name} \N{EN DASH} {workshop.frame.title}",
            text=about(workshop, name),
            page=links.absolute(page),
            entries=one.entries,
            updated=one.listed.modified or one.listed.published,
        )
        files += feed_files(workshop, page, feed)
        if one.has_calendars:
            files += calendar_files(workshop, page, name, _bare(one.dates), _bare(one.windows))
    dates = tuple(chain.from_iterable(one.dates for one in followed))
    windows = tuple(chain.from_iterable(one.windows for one in followed))
    entries = [entry for one in followed for entry in one.entries]
    show, show_files = _show(desk, listing, followed, dates, windows)
    rows = (
        *feed_rows(FEED, entries),
        *feed_rows(feed_of(network_slug(listing.network)), entries),
        *event_rows(DATE_ROWS, dates, desk.clock),
        *event_rows(WINDOW_ROWS, windows, desk.clock),
    )
    return Following(show, found, (*files, *show_files), rows)


def about(workshop: Workshop, name: str) -> str:
    """Return what a feed about `name` tells."""
    return workshop.words.gettext("Each change that matters to %(name)s.") % {"name": name}


def feed_files(workshop: Workshop, page: str, feed: Feed) -> Iterator[OutputFile]:
    """Yield a feed in both forms, beside its page, given as a path."""
    settings, links = workshop.settings.value, workshop.links
    atom = render_atom(feed, settings, links, workshop.words)
    yield OutputFile(links.output_path(beside(page, ATOM_FILE)), atom)
    yield OutputFile(links.output_path(beside(page, JSON_FILE)), render_json_feed(feed, settings))


def calendar_files(
    workshop: Workshop,
    page: str,
    name: str,
    dates: Sequence[WrittenEvent],
    windows: Sequence[WrittenEvent],
) -> Iterator[OutputFile]:
    """Yield both calendars that stand beside a page, given as a path."""
    words, links = workshop.words, workshop.links
    site = workshop.frame.title
    values = {"name": name}
    for file_name, events, title, text in (
        (
            DATES,
            dates,
            words.gettext("%(name)s: dates"),
            words.gettext("Days that are sure: releases, episodes and finales."),
        ),
        (
            WINDOWS,
            windows,
            words.gettext("%(name)s: windows"),
            words.gettext("Spans of time that somebody has named without a day; none is sure."),
        ),
    ):
        path = beside(page, file_name)
        head = CalendarHead(
            name=f"{title % values} \N{EN DASH} {site}" if name != site else title % values,
            text=text,
            source=links.absolute(path),
            url=links.absolute(page),
            zone=workshop.settings.value.timezone,
        )
        yield OutputFile(links.output_path(path), write_calendar(head, events))


def _season(desk: ShowDesk, listing: ShowListing, season: SeasonDesk) -> _Followed:
    workshop = desk.workshop
    words, links, settings = workshop.words, workshop.links, workshop.settings.value
    name = topic(listing, season.listed)
    context = EventContext(words, desk.clock, links, settings, listing.slug, listing.id, name)
    events = season_events(context, season.standing)
    return _Followed(
        listed=season.listed,
        entries=season_entries(listing, season.listed, links, settings, words),
        dates=written_events(events.dates, desk.clock),
        windows=written_events(events.windows, desk.clock),
        is_tracked=bool(season.standing.claims),
    )


def _show(
    desk: ShowDesk,
    listing: ShowListing,
    followed: Sequence[_Followed],
    dates: _Events,
    windows: _Events,
) -> tuple[FollowLinks, list[OutputFile]]:
    workshop = desk.workshop
    words, links, title = workshop.words, workshop.links, listing.title
    page = links.show(listing.slug)
    is_over = listing.status in (ShowStatus.CANCELLED, ShowStatus.ENDED)
    may_go_on = not is_over and any(one.is_tracked for one in followed)
    has_calendars = may_go_on or any(one.has_calendars for one in followed)
    feed = Feed(
        id=feed_id(workshop.settings.value, f"show:{listing.id}"),
        title=f"{title} \N{EN DASH} {workshop.frame.title}",
        text=about(workshop, title),
        page=links.absolute(page),
        entries=newest_entries(
            (entry for one in followed for entry in one.entries), most=MOST_ENTRIES
        ),
        updated=listing.modified,
    )
    files = [*feed_files(workshop, page, feed)]
    if has_calendars:
        files += calendar_files(workshop, page, title, _bare(dates), _bare(windows))
    return follow_links(words, links, page, title, has_calendars=has_calendars), files


def _bare(events: Iterable[tuple[CalendarEvent, WrittenEvent]]) -> tuple[WrittenEvent, ...]:
    return tuple(written for _, written in events)

"""What a season puts into calendars: its release, its episodes, and the windows it was promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.exports.calendars.airings import Airing, airings
from seasontracker.exports.calendars.event import CalendarEvent, EventStatus
from seasontracker.exports.plain_text import one_line
from seasontracker.exports.tags import event_uid
from seasontracker.models import Claim, SiteSettings
from seasontracker.models.vocabulary import Confidence, Pattern
from seasontracker.site.permalinks import Permalinks
from seasontracker.tracking.schedule import Promise, Schedule, season_schedule
from seasontracker.tracking.season import SeasonStanding
from seasontracker.wording.catalogue import Words
from seasontracker.wording.catalogue import mark as _
from seasontracker.wording.dates import window_label
from seasontracker.wording.labels import label

_ALL = _("%(season)s: all episodes")
_PREMIERE = _("%(season)s: premiere")
_RELEASE = _("%(season)s: release")
_UNDATED = date(1970, 1, 1)
"""Stands where an event must name the day of its last revision and nothing was ever said."""


class EventContext(Struct, frozen=True):
    """What a season's events are made with."""

    words: Words
    clock: Clock
    links: Permalinks
    settings: SiteSettings
    slug: str
    show_id: str
    """What feeds and calendars know the show by."""
    topic: str
    """The show and the season as one name."""


class SeasonEvents(Struct, frozen=True):
    """A season's part of both calendars."""

    dates: tuple[CalendarEvent, ...]
    windows: tuple[CalendarEvent, ...]


def season_events(context: EventContext, season: SeasonStanding) -> SeasonEvents:
    """Return a season's events, in order of their identity and not of their days."""
    maker = _Maker(context, season, season_schedule(season, context.clock))
    return SeasonEvents(tuple(maker.dates()), tuple(maker.windows()))


class _Maker(Struct, frozen=True):
    """Makes the events of one season."""

    context: EventContext
    season: SeasonStanding
    schedule: Schedule

    def dates(self) -> Iterator[CalendarEvent]:
        """Yield the release, then each later day on which episodes come out."""
        promise = self.schedule.day
        found = airings(self.season, promise)
        out = found.days
        if promise is not None:
            value = promise.entry.value
            opening = next((one for one in out if one.day == value.earliest), None)
            yield self._event(
                "release",
                title=self._opening(out),
                first=value.earliest,
                last=value.earliest,
                instant=value.instant or (opening.instant if opening else None),
                minutes=opening.minutes if opening else 0,
                status=EventStatus.CONFIRMED if promise.stands else EventStatus.CANCELLED,
                promise=promise,
            )
        for one in out:
            if promise is None or one.day != promise.entry.value.earliest:
                yield self._airing(one)
        for one in found.gone:
            yield self._airing(one)

    def windows(self) -> Iterator[CalendarEvent]:
        """Yield the window that stands, or the last that did, and those that contradict it."""
        for index, promise in enumerate(self.schedule.windows):
            value, entry = promise.entry.value, promise.entry
            yield self._event(
                # What disputes the current window is another event, known by what it says.
                f"window-{value.edtf.replace('/', '_')}" if index else "window",
                title=self.context.words.gettext("%(season)s: %(window)s (%(certainty)s)")
                % {
                    "season": self.context.topic,
                    "window": window_label(self.context.words, value),
                    "certainty": label(self.context.words, entry.confidence),
                },
                first=value.earliest,
                last=value.latest,
                instant=value.instant,
                status=EventStatus.TENTATIVE if promise.stands else EventStatus.CANCELLED,
                promise=promise,
            )

    def _opening(self, out: tuple[Airing, ...]) -> str:
        """Return what the event of the release day is called."""
        words, pattern = self.context.words, self.season.axes.pattern.value
        if pattern is Pattern.ALL_AT_ONCE:
            title = words.gettext(_ALL)
        elif pattern is not None or len(out) > 1:
            title = words.gettext(_PREMIERE)
        else:
            title = words.gettext(_RELEASE)
        return title % {"season": self.context.topic}

    def _airing(self, one: Airing) -> CalendarEvent:
        return self._event(
            f"episode-{one.numbers[0]}",
            title=_airing_title(self.context, one),
            first=one.day,
            last=one.day,
            instant=one.instant,
            minutes=one.minutes,
            status=one.status,
        )

    def _event(
        self,
        name: str,
        *,
        title: str,
        first: date | None,
        last: date | None,
        instant: datetime | None,
        status: EventStatus,
        minutes: int = 0,
        promise: Promise | None = None,
    ) -> CalendarEvent:
        context = self.context
        assert first is not None
        assert last is not None
        zone = context.settings.zone
        confidence = promise.entry.confidence if promise else None
        return CalendarEvent(
            uid=event_uid(context.settings, context.show_id, self.season.number, name),
            status=status,
            title=one_line(title),
            text="\n".join(_lines(context, promise, confidence)),
            url=context.links.absolute(context.links.season(context.slug, self.season.number)),
            category=label(context.words, confidence) if confidence else "",
            first=first,
            last=last,
            instant=instant.astimezone(zone) if instant else None,
            minutes=minutes,
            revision=self.schedule.revision,
            revised=self.schedule.revised or self.season.season.published or _UNDATED,
        )


def _lines(
    context: EventContext, promise: Promise | None, confidence: Confidence | None
) -> Iterator[str]:
    if promise is None or confidence is None:
        return
    yield label(context.words, confidence)
    claim = promise.entry.claim
    if isinstance(claim, Claim):
        yield from (one_line(text) for text in (claim.headline, claim.note) if text)


def _airing_title(context: EventContext, one: Airing) -> str:
    words = context.words
    values = {"season": context.topic, "first": one.numbers[0], "last": one.numbers[-1]}
    if len(one.numbers) > 1:
        text = _("%(season)s: finale, episodes %(first)d to %(last)d")
        return words.gettext(text if one.is_last else _SEVERAL) % values
    text = _("%(season)s: finale, episode %(first)d") if one.is_last else _ONE
    title = words.gettext(text) % values
    return f"{title}, {one.title}" if one.title else title


_ONE = _("%(season)s: episode %(first)d")
_SEVERAL = _("%(season)s: episodes %(first)d to %(last)d")

"""News: significant changes, newest first, gathered and chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct

from seasontracker.codec import pack
from seasontracker.models.vocabulary import CastStatus
from seasontracker.pages.views.front import ListingContext, sort_key, topic
from seasontracker.pages.views.marks import Mark, Moment, confidence_mark, told_moment
from seasontracker.rows import ListRow
from seasontracker.site.listing import ListedChange, ListedPicture, ListedSeason, ShowListing
from seasontracker.tracking.positions import HARMLESS
from seasontracker.wording.catalogue import Words
from seasontracker.wording.labels import label

NEWS = "news"
MOST_OF_A_SEASON = 3
"""So that one season with much to tell does not fill the home page."""
_MOST_CAST_LINES = 2
"""More lines than these about the cast of one season on one day become one."""
_MANY = 10**9


class NewsItem(Struct, frozen=True):
    """A significant change, as the home page and hubs tell it."""

    when: Moment
    url: str
    topic: str
    """The show and season."""
    title: str
    note: str
    mark: Mark | None
    """None for what the site itself says."""
    picture: ListedPicture | None
    """The season's."""


class _Told(Struct, frozen=True):
    """A line of news before it is worded."""

    show: ShowListing
    season: ListedSeason
    title: str
    change: ListedChange
    turn: int = 0
    """How many lines of its season and day stand before it."""

    @property
    def place(self) -> tuple[str, int]:
        return (self.show.slug, self.season.number)


def show_news(context: ListingContext, show: ShowListing, *, most: int) -> tuple[NewsItem, ...]:
    """Return the newest news of one show; what spoils is left to its page."""
    told = [line for season in show.seasons for line in _of_season(context, show, season)]
    told.sort(key=_order, reverse=True)
    return tuple(item for _, item in _worded(context, told[:most]))


def news_rows(context: ListingContext, show: ShowListing) -> Iterator[ListRow]:
    """Yield the newest news of each season, for the site's."""
    for season in show.seasons:
        told = sorted(_of_season(context, show, season), key=_order, reverse=True)
        for line, item in _worded(context, told[:MOST_OF_A_SEASON]):
            yield ListRow(NEWS, _order(line), pack(item))


def _order(line: _Told) -> str:
    """Return the key by which the newest news are last.

    Seasons take turns within a day, so that one with much to tell does not crowd out the others.
    """
    change = line.change
    turn = _MANY - line.turn
    return sort_key(change.added, turn, change.day, line.show.slug, change.key)


def _of_season(site: ListingContext, show: ShowListing, season: ListedSeason) -> Iterator[_Told]:
    """Yield the news of one season day by day, each line once."""
    harmless = [change for change in season.changes if change.spoils in HARMLESS]
    ordered = sorted(harmless, key=_newest, reverse=True)
    for _, group in groupby(ordered, key=lambda change: change.added):
        lines: dict[str, ListedChange] = {}
        for title, change in _gathered(site.words, tuple(group)):
            lines.setdefault(title, change)
        for turn, (title, change) in enumerate(lines.items()):
            yield _Told(show, season, title, change, turn)


def _newest(change: ListedChange) -> tuple[date, date, str]:
    return (change.added, change.day, change.key)


def _gathered(words: Words, changes: Sequence[ListedChange]) -> Iterator[tuple[str, ListedChange]]:
    """Yield the titles of one day's changes, with much news of the cast made one line."""
    casting = [change for change in changes if change.cast_status is not None]
    is_much = len(casting) > _MOST_CAST_LINES
    for change in changes:
        if change.cast_status is None or not is_much:
            yield change.title, change
        elif change is casting[0]:
            # As sure as the least sure of them.
            weakest = max(casting, key=lambda one: one.confidence.rank if one.confidence else 0)
            yield _cast_title(words, casting), weakest


def _cast_title(words: Words, casting: Sequence[ListedChange]) -> str:
    """Return the count of parts by status, in the order of the vocabulary."""
    count: Counter[CastStatus] = Counter()
    for change in casting:
        if change.cast_status is not None:
            count[change.cast_status] += change.parts
    parts = [
        words.gettext("%(status)s (%(number)d)")
        % {"status": label(words, status), "number": number}
        for status in CastStatus
        if (number := count[status])
    ]
    return words.gettext("News of the cast: %(parts)s") % {"parts": ", ".join(parts)}


def _worded(site: ListingContext, lines: Iterable[_Told]) -> Iterator[tuple[_Told, NewsItem]]:
    noted: set[tuple[tuple[str, int], str]] = set()
    for line in lines:
        change = line.change
        # A claim that speaks of two things is two lines of news with one note.
        is_new = bool(change.note) and (line.place, change.note) not in noted
        noted.add((line.place, change.note))
        item = NewsItem(
            when=told_moment(site.words, change.added, change.told_as),
            url=site.links.season(line.show.slug, line.season.number),
            topic=topic(line.show, line.season),
            title=line.title,
            note=change.note if is_new else "",
            mark=confidence_mark(site.words, change.confidence) if change.confidence else None,
            picture=line.season.picture,
        )
        yield line, item

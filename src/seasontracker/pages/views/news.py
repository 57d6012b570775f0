"""News: significant changes, newest first, gathered and chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from seasontracker.models.vocabulary import CastStatus
from seasontracker.pages.views.front import SiteContext, topic
from seasontracker.pages.views.marks import Mark, Moment, confidence_mark, told_moment
from seasontracker.pages.views.spoilers import HARMLESS
from seasontracker.site.listing import ListedChange, ListedPicture, ListedSeason, ShowListing
from seasontracker.wording.catalogue import Words
from seasontracker.wording.labels import label

_MOST_CAST_LINES = 2
"""More lines than these about the cast of one season on one day become one."""


@dataclass(frozen=True, slots=True)
class NewsItem:
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


@dataclass(frozen=True, slots=True)
class _Told:
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


def news_items(
    site: SiteContext, shows: Iterable[ShowListing], *, most: int, most_of_a_season: int
) -> tuple[NewsItem, ...]:
    """Return the newest news; what spoils is left to its page.

    Seasons take turns within a day, so that one with much to tell does not crowd out the others.
    """
    told = [
        line for show in shows for season in show.seasons for line in _of_season(site, show, season)
    ]
    # Sorted twice, since days and keys run backwards and turns forwards.
    told.sort(key=lambda line: (line.change.day, line.show.slug, line.change.key), reverse=True)
    told.sort(key=lambda line: (-line.change.added.toordinal(), line.turn))
    chosen: list[_Told] = []
    count: Counter[tuple[str, int]] = Counter()
    for line in told:
        if len(chosen) < most and count[line.place] < most_of_a_season:
            count[line.place] += 1
            chosen.append(line)
    return tuple(_worded(site, chosen))


def _of_season(site: SiteContext, show: ShowListing, season: ListedSeason) -> Iterator[_Told]:
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


def _worded(site: SiteContext, lines: Iterable[_Told]) -> Iterator[NewsItem]:
    noted: set[tuple[tuple[str, int], str]] = set()
    for line in lines:
        change = line.change
        # A claim that speaks of two things is two lines of news with one note.
        is_new = bool(change.note) and (line.place, change.note) not in noted
        noted.add((line.place, change.note))
        yield NewsItem(
            when=told_moment(site.words, change.added, change.told_as),
            url=site.links.season(line.show.slug, line.season.number),
            topic=topic(line.show, line.season),
            title=line.title,
            note=change.note if is_new else "",
            mark=confidence_mark(site.words, change.confidence) if change.confidence else None,
            picture=line.season.picture,
        )

"""What pages that speak of several shows share: their context, names of seasons, what is coming."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from seasontracker.clock import Clock
from seasontracker.codec import pack, unpack
from seasontracker.pages.views.horizon import Bar, Horizon, draw_horizon, present
from seasontracker.pages.views.marks import confidence_mark, sentence_case
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.listing import ListedSeason, ShowListing
from seasontracker.site.networks import network_slug
from seasontracker.site.permalinks import Permalinks
from seasontracker.wording.catalogue import Words
from seasontracker.wording.dates import window_label
from seasontracker.wording.direction import isolated

COMING = "coming"
_BETWEEN = "\x01"
"""Below every letter, so that joined keys stand in the order of their parts."""


class ListingContext(Struct, frozen=True):
    """What a show's part of the site's lists is made with."""

    words: Words
    clock: Clock
    links: Permalinks


class SiteContext(Struct, frozen=True):
    """What the site's pages are made from."""

    words: Words
    clock: Clock
    links: Permalinks
    rows: RowSource


def topic(show: ShowListing, season: ListedSeason) -> str:
    """Return a show and its season as one name."""
    name = season.name_within or season.name
    return f"{isolated(show.title, name)}, {name}"


def by_title(show: ShowListing) -> str:
    """Return the key that orders shows by title; two may have the same."""
    return sort_key(show.title.casefold(), show.slug)


def sort_key(*parts: str | int | date) -> str:
    """Return parts as one text that sorts as they would, numbers below a million million."""
    return _BETWEEN.join(f"{part:013d}" if isinstance(part, int) else str(part) for part in parts)


def coming_rows(context: ListingContext, show: ShowListing) -> Iterator[ListRow]:
    """Yield the windows of a show's promised seasons, the nearest first."""
    for season in show.seasons:
        if not season.is_promised:
            continue
        for window in season.windows:
            bar = Bar(
                window=window.window,
                mark=confidence_mark(context.words, window.confidence),
                label=sentence_case(window_label(context.words, window.window)),
                title=topic(show, season),
                url=context.links.season(show.slug, season.number),
            )
            group, day, rank, second, text = bar.window.sort_key
            # An instant may lie before 1970.
            key = sort_key(group, day, rank, second + 10**11, text, bar.title, bar.url)
            data = pack(bar)
            yield ListRow(COMING, key, data)
            yield ListRow(coming_of(network_slug(show.network)), key, data)


def coming_of(network: str) -> str:
    """Return the name of the list of what a network has promised, by its slug."""
    return f"network/{network}/coming"


def coming(site: SiteContext, caption: str, *, most: int, rows: str = COMING) -> Horizon | None:
    """Return the nearest windows of promised seasons, or of those in a list, on one axis."""
    bars = [unpack(data, Bar) for data in site.rows.list_rows(rows, most=most)]
    now = present(site.words, site.clock, bars)
    return draw_horizon(bars, now, caption=caption, quiet=False)

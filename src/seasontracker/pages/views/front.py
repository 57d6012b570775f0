"""What pages that speak of several shows share: their context, names of seasons, what is coming."""

from __future__ import annotations

from dataclasses import dataclass

from seasontracker.clock import Clock
from seasontracker.pages.views.horizon import Bar, Horizon, draw_horizon
from seasontracker.pages.views.marks import confidence_mark, sentence_case
from seasontracker.site.listing import ListedSeason, ShowListing
from seasontracker.site.permalinks import Permalinks
from seasontracker.wording.catalogue import Words
from seasontracker.wording.dates import short_day_label, window_label


@dataclass(frozen=True, slots=True)
class SiteContext:
    """What the site's pages are made from."""

    shows: tuple[ShowListing, ...]
    words: Words
    clock: Clock
    links: Permalinks


def topic(show: ShowListing, season: ListedSeason) -> str:
    """Return a show and its season as one name."""
    return f"{show.title}, {season.name_within or season.name}"


def by_title(show: ShowListing) -> tuple[str, str]:
    """Return the key that orders shows by title; two may have the same."""
    return (show.title.casefold(), show.slug)


def coming(site: SiteContext, caption: str) -> Horizon | None:
    """Return the windows of all promised seasons on one axis, the nearest first."""
    bars = [
        Bar(
            window=window.window,
            mark=confidence_mark(site.words, window.confidence),
            label=sentence_case(window_label(site.words, window.window)),
            title=topic(show, season),
            url=site.links.season(show.slug, season.number),
        )
        for show in site.shows
        for season in show.seasons
        if season.is_promised
        for window in season.windows
    ]
    bars.sort(key=lambda bar: (bar.window.sort_key, bar.title, bar.url))
    today = site.words.gettext("as of %(day)s") % {
        "day": short_day_label(site.words, site.clock.today)
    }
    return draw_horizon(bars, site.clock.today, today, caption=caption, quiet=False)

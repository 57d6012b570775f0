"""The home page, whose list of shows the page for wrong addresses has too."""

from __future__ import annotations

from dataclasses import dataclass

from seasontracker.pages.views.front import SiteContext, by_title, coming
from seasontracker.pages.views.horizon import Horizon
from seasontracker.pages.views.marks import Mark, confidence_mark
from seasontracker.pages.views.news import NewsItem, news_items
from seasontracker.site.listing import ListedPicture, ShowListing
from seasontracker.wording.labels import label

MOST_NEWS = 12
MOST_NEWS_OF_A_SEASON = 3


@dataclass(frozen=True, slots=True)
class ShowTile:
    """A show among all shows."""

    title: str
    original_title: str
    language: str
    url: str
    network: str
    status: str
    answer: str
    mark: Mark | None
    picture: ListedPicture | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    coming: Horizon | None
    news: tuple[NewsItem, ...]
    shows: tuple[ShowTile, ...]


def home_view(site: SiteContext) -> HomeView:
    """Return the home page."""
    caption = site.words.gettext(
        "Every season that is promised, on one axis. The thin vertical line is today."
    )
    return HomeView(
        coming=coming(site, caption),
        news=news_items(site, site.shows, most=MOST_NEWS, most_of_a_season=MOST_NEWS_OF_A_SEASON),
        shows=tuple(_tile(site, show) for show in sorted(site.shows, key=by_title)),
    )


def _tile(site: SiteContext, show: ShowListing) -> ShowTile:
    latest = show.latest
    return ShowTile(
        title=show.title,
        original_title=show.original_title,
        language=show.language,
        url=site.links.show(show.slug),
        network=show.network,
        status=label(site.words, show.status),
        answer=latest.answer if latest else show.summary,
        mark=confidence_mark(site.words, latest.answer_confidence) if latest else None,
        picture=next((one.picture for one in reversed(show.seasons) if one.picture), None),
    )

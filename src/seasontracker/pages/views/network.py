"""A network's page: its shows, what it has promised, and how each of its seasons stands."""

from __future__ import annotations

from msgspec import Struct

from seasontracker.codec import unpack
from seasontracker.pages.views.follow import follow_links
from seasontracker.pages.views.front import SiteContext, coming, coming_of
from seasontracker.pages.views.head import FollowLinks
from seasontracker.pages.views.home import MOST_COMING, MOST_SHOWS, ShowTile, shows_of
from seasontracker.pages.views.horizon import Horizon
from seasontracker.pages.views.paging import Pager
from seasontracker.pages.views.scorecard import Network, ScoreGroup, score_group


class NetworkView(Struct, frozen=True):
    """A page about a network; only the first says more than how seasons stand."""

    name: str
    total: int
    """How many shows it has."""
    shows: tuple[ShowTile, ...]
    """By title; none where they are too many to be looked through."""
    coming: Horizon | None
    group: ScoreGroup
    pager: Pager
    follow: FollowLinks


def network_view(site: SiteContext, network: Network, pager: Pager) -> NetworkView:
    """Return a page about a network."""
    total = site.rows.count_rows(shows_of(network.slug))
    horizon, shows = None, []
    if pager.number == 1:
        caption = site.words.gettext(
            "Promised seasons on one axis, the nearest first. The thin vertical line is now."
        )
        promised = coming_of(network.slug)
        horizon = coming(site, caption, most=MOST_COMING, rows=promised)
        if total <= MOST_SHOWS:
            shows = site.rows.list_rows(shows_of(network.slug))
    return NetworkView(
        name=network.name,
        total=total,
        shows=tuple(unpack(data, ShowTile) for data in shows),
        coming=horizon,
        group=score_group(site, network, pager.start),
        pager=pager,
        follow=follow_links(
            site.words,
            site.links,
            site.links.network(network.slug),
            network.name,
            has_calendars=False,
        ),
    )

"""Compiles a show's hub."""

from __future__ import annotations

from collections.abc import Sequence

from seasontracker.exports.api.addresses import data_address
from seasontracker.exports.json_ld import show_graph
from seasontracker.pages.views.article import PictureView
from seasontracker.pages.views.head import Crumb, FollowLinks, Head, SharePicture
from seasontracker.pages.views.hub import hub_view
from seasontracker.pages.views.related import related_address
from seasontracker.pipeline.desk import SeasonDesk, ShowDesk
from seasontracker.pipeline.pages import PageContent
from seasontracker.pipeline.season_page import share_picture, watched_scripts
from seasontracker.site.listing import ShowListing
from seasontracker.site.permalinks import show_output


def show_page(
    desk: ShowDesk,
    listing: ShowListing,
    seasons: Sequence[SeasonDesk],
    card: SharePicture | None,
    follow: FollowLinks,
) -> PageContent:
    """Compile the hub of a show, which speaks first of its newest season."""
    context = desk.context()
    words, links = desk.workshop.words, desk.workshop.links
    standings = [season.standing for season in seasons]
    picture = _picture(seasons)
    related = "" if desk.workshop.is_alone else related_address(links, listing.slug)
    hub = hub_view(context, listing, standings, picture, follow, related)
    crumbs = (Crumb(words.gettext("Home"), links.home), Crumb(hub.title))
    title = words.gettext("%(show)s: all seasons and what is known of them") % {"show": hub.title}
    head = Head(
        title=title,
        share_title=title,
        description=hub.summary,
        canonical=links.absolute(links.show(listing.slug)),
        type="website",
        crumbs=crumbs,
        feeds=(*follow.announced, *desk.workshop.frame.follow.announced[:2]),
        picture=card or share_picture(desk.workshop, hub.picture),
        json_ld=show_graph(hub, listing, standings, context, crumbs),
        accent=desk.accent,
        data=data_address(links, show_output(listing.slug)),
        indexable=desk.workshop.settings.value.indexable,
        scripts=watched_scripts(hub.watched),
    )
    return PageContent(
        "pages/show.html",
        show_output(listing.slug),
        head,
        hub,
        modified=listing.modified,
    )


def _picture(seasons: Sequence[SeasonDesk]) -> PictureView | None:
    """Return the head picture of the newest season that has one."""
    for season in reversed(seasons):
        found = season.pictures.get(season.loaded.season.value.picture or "")
        if found is not None:
            return found
    return None

"""What the frame around every page shows, and what its `<head>` says."""

from __future__ import annotations

from msgspec import Struct

from seasontracker.models.vocabulary import Confidence
from seasontracker.pages.views.marks import Mark, confidence_mark
from seasontracker.site.icons import DRAWING, FAVICON, TOUCH
from seasontracker.site.permalinks import WEB_MANIFEST, Permalinks
from seasontracker.wording.catalogue import Words
from seasontracker.wording.catalogue import mark as _

_LEGEND = {
    Confidence.OFFICIAL: _("The maker, network or agency has said so."),
    Confidence.ON_RECORD: _("A named member of the cast or crew has said so."),
    Confidence.REPORTED: _("An outlet reports it."),
    Confidence.LISTING: _("A shop, guild or filing lists it."),
    Confidence.RUMOUR: _("It is said, and nobody stands behind it."),
    Confidence.SPECULATION: _("It is a guess, and its premises are named."),
}


class Crumb(Struct, frozen=True):
    """A step of the breadcrumb; the last has no URL."""

    name: str
    url: str = ""


class AssetLink(Struct, frozen=True):
    """A style sheet or script as a page refers to it."""

    url: str
    integrity: str


class FeedLink(Struct, frozen=True):
    """A feed or calendar that the page announces."""

    title: str
    url: str
    type: str
    """Its media type."""


class FollowLinks(Struct, frozen=True):
    """The feeds and calendars of a page, as paths; empty where there is none."""

    feed: str
    json_feed: str
    dates: str = ""
    """The calendar of days that are sure."""
    windows: str = ""
    subscribe_dates: str = ""
    """The address that makes a calendar program subscribe."""
    subscribe_windows: str = ""
    announced: tuple[FeedLink, ...] = ()
    """The same for programs."""


class SharePicture(Struct, frozen=True):
    """The picture of link previews; an SVG is of no use to them."""

    url: str
    """Absolute."""
    width: int
    height: int
    alt: str


class Head(Struct, frozen=True):
    """One page's metadata."""

    title: str
    """Of the document, with the site's name where that is not the page's own."""
    share_title: str
    description: str
    canonical: str
    """Absolute; empty for a page that has no address of its own."""
    type: str
    """Open Graph's: `article` or `website`."""
    crumbs: tuple[Crumb, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    published: str = ""
    """ISO 8601 with offset."""
    modified: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    picture: SharePicture | None = None
    json_ld: str = ""
    """Ready to stand in a script element; see `exports.json_ld`."""
    data: str = ""
    """The URL of the same as JSON, if there is such a file."""
    accent: AssetLink | None = None
    """The URL of the show's own colours."""
    here: str = ""
    """The path of the navigation's entry that this page is."""
    indexable: bool = True
    scripts: tuple[str, ...] = ()
    """Names of modules that enhance this kind of page."""


class LegendLine(Struct, frozen=True):
    """What a line means."""

    mark: Mark
    text: str


class NavLink(Struct, frozen=True):
    """An entry of the masthead."""

    name: str
    url: str


class IconLinks(Struct, frozen=True):
    """The site's icons, whose addresses stay, since search engines and bookmarks keep them."""

    favicon: str
    drawing: str
    touch: str
    manifest: str


def icon_links(links: Permalinks) -> IconLinks:
    """Return where a site's icons are."""
    return IconLinks(*(links.path(name) for name in (FAVICON, DRAWING, TOUCH, WEB_MANIFEST)))


class SiteFrame(Struct, frozen=True):
    """What all pages of a site share."""

    title: str
    short_title: str
    """For where there is little room."""
    tagline: str
    description: str
    language: str
    direction: str
    """`ltr` or `rtl`."""
    open_graph_locale: str
    icons: IconLinks
    home: str
    nav: tuple[NavLink, ...]
    shows: str
    calendar: str
    follow: FollowLinks
    """How to follow everything on the site."""
    legend: tuple[LegendLine, ...]
    publisher: str
    publisher_url: str
    policy: str = ""
    """The content security policy, for hosts that send no headers."""


def legend(words: Words) -> tuple[LegendLine, ...]:
    """Return what each form of line means, for the footer."""
    return tuple(
        LegendLine(confidence_mark(words, confidence), words.gettext(text))
        for confidence, text in _LEGEND.items()
    )

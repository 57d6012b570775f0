"""The lasting ids of what the site's graphs speak of, the same on every page that names it."""

from __future__ import annotations

from seasontracker.site.permalinks import Permalinks


def absolute(links: Permalinks, url: str) -> str:
    """Return an address with its scheme and host, which a path of this site lacks."""
    return url if "://" in url else links.absolute(url)


def website_id(links: Permalinks) -> str:
    return f"{links.absolute(links.home)}#website"


def publisher_id(links: Permalinks) -> str:
    return f"{links.absolute(links.home)}#publisher"


def series_id(links: Permalinks, show_slug: str) -> str:
    return f"{links.absolute(links.show(show_slug))}#series"


def person_id(links: Permalinks, person: str) -> str:
    """Return a player's id, which all shows share, whether or not the person has a page."""
    return f"{links.absolute(links.person(person))}#person"


def season_id(links: Permalinks, show_slug: str, number: int) -> str:
    return f"{links.absolute(links.season(show_slug, number))}#season"


def episode_id(links: Permalinks, show_slug: str, number: int, episode: int) -> str:
    return f"{links.absolute(links.season(show_slug, number))}#episode-{episode}"

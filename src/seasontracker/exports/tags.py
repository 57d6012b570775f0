"""Lasting names: tag URIs (RFC 4151) of feeds and entries, and UIDs (RFC 7986) of events.

Each is made of what tells the site from all others, what the show is known by, and what it names
within the show. An address is in none of them, so that those who follow what has moved are told
nothing twice.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from seasontracker.models import SiteSettings

# A tag's date is one on which its host was the site's. It is the year of this scheme and not one
# from the content, since an editor who corrects a date must not make old entries new again.
_SINCE = "2026"
_ALLOWED = ":/?@!$&'()*+,;=-._~"


def feed_id(settings: SiteSettings, name: str = "feed") -> str:
    """Return the id of a feed; `name` is such as `severance/season-2`."""
    return f"{_authority(*settings.identity)}{quote(name, safe=_ALLOWED)}"


@lru_cache(maxsize=16)
def _authority(host: str, path: str) -> str:
    # No name begins with a slash, so no site on a path has an id of the one at the root.
    return f"tag:{host},{_SINCE}:{path and quote(path, safe='/%~') + ':'}"


def entry_id(settings: SiteSettings, show_id: str, number: int, key: str) -> str:
    """Return the id of a feed's entry about a change of a season."""
    return feed_id(settings, f"{show_id}/season-{number}/{key}")


def event_uid(settings: SiteSettings, show_id: str, number: int, name: str) -> str:
    """Return the UID of an event of a season.

    RFC 7986, section 5.3, wants no host in it lest it tell on its user; here it is a site's name,
    which the calendar says anyway.
    """
    host, path = settings.identity
    return f"{show_id}.season-{number}.{name}@{host}{path}"

"""Tag URIs (RFC 4151): ids of feeds and entries that outlive every change of address."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, urlsplit

from seasontracker.models import SiteSettings

# A tag's date is one on which its host was the site's. It is the year of this scheme and not one
# from the content, since an editor who corrects a date must not make old entries new again.
_SINCE = "2026"
_ALLOWED = ":/?@!$&'()*+,;=-._~"


def feed_id(settings: SiteSettings, name: str = "feed") -> str:
    """Return the id of a feed; `name` is such as `severance/season-2`."""
    return f"{_authority(settings.root)}:{quote(name, safe=_ALLOWED)}"


@lru_cache(maxsize=16)
def _authority(root: str) -> str:
    return f"tag:{urlsplit(root).hostname or ''},{_SINCE}"


def entry_id(settings: SiteSettings, show_slug: str, number: int, key: str) -> str:
    """Return the id of a feed's entry about a change of a season."""
    return feed_id(settings, f"{show_slug}/season-{number}/{key}")

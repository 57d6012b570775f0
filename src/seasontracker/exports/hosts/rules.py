"""Headers and redirects as facts, before any host's form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from seasontracker.exports.hosts.policy import security_headers
from seasontracker.models import SiteSettings
from seasontracker.site.permalinks import DATES, WEB_MANIFEST, WINDOWS
from seasontracker.wording.catalogue import Words

IMMUTABLE = "public, max-age=31536000, immutable"
"""For files whose name holds their content's digest (RFC 8246)."""
FRESH = "public, max-age=0, must-revalidate"
"""For all else: kept, and asked for again, which costs a 304 while nothing has changed."""

MEDIA_TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".xsl": "text/xsl; charset=utf-8",
    ".yaml": "application/yaml; charset=utf-8",
}
"""By suffix, as the registry of IANA has them."""
FEED_TYPES = {
    "feed.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
}
"""By name, where the suffix does not say it (RFC 4287, JSON Feed 1.1)."""
_BESIDE_PAGES = (*FEED_TYPES, DATES, WINDOWS, "index.json")
"""What lies beside pages, and hosts may not know by its suffix, or send without its encoding."""
_DEPTH = 3
"""In how many folders a page may lie: `shows/<show>/season-<n>/`."""
OPEN_PATHS = ("/api/*",)
"""What programs on other sites' pages may read: JSON, all of it."""
IMMUTABLE_PATHS = ("/assets/*", "/shows/:show/:season/images/*")
"""Where files lie that are named after their content; cards are among the assets."""


class HeaderRule(Struct, frozen=True):
    """Headers for the paths that a pattern matches.

    In a pattern `:name` stands for one part of a path and a final `*` for any rest, which is what
    Netlify and Cloudflare both read.
    """

    pattern: str
    headers: tuple[tuple[str, str], ...]

    def matches(self, path: str) -> bool:
        """Return whether the rule is about a path of the host."""
        return re.fullmatch(pattern_expression(self.pattern), path) is not None


class Redirect(Struct, frozen=True):
    """An address that has moved for good."""

    source: str
    """A path of the host, decoded; with a slash at its end it stands for the one without too."""
    target: str
    """A path of the host or an address elsewhere, as it is sent."""


class HostRules(Struct, frozen=True):
    """Everything that a host is told."""

    settings: SiteSettings
    words: Words
    everywhere: tuple[tuple[str, str], ...]
    """The headers of every answer."""
    some: tuple[HeaderRule, ...]
    """More headers of some; no two rules say the same header about one path, since hosts differ
    in what they make of that."""
    redirects: tuple[Redirect, ...]

    @property
    def prefix(self) -> str:
        return self.settings.path_prefix

    @property
    def header_rules(self) -> tuple[HeaderRule, ...]:
        """All rules, the one for every path first."""
        return (HeaderRule(f"{self.prefix}/*", self.everywhere), *self.some)


def host_rules(
    settings: SiteSettings, words: Words, redirects: Iterable[Redirect] = ()
) -> HostRules:
    """Return what hosts are to be told of a site."""
    prefix = settings.path_prefix
    caching = (("Cache-Control", IMMUTABLE),)
    some = [HeaderRule(prefix + path, caching) for path in IMMUTABLE_PATHS]
    data = (("Access-Control-Allow-Origin", "*"), ("Content-Type", MEDIA_TYPES[".json"]))
    some += [HeaderRule(prefix + path, data) for path in OPEN_PATHS]
    some.append(_typed(f"{prefix}/{WEB_MANIFEST}"))
    for name in _BESIDE_PAGES:
        for depth in range(_DEPTH + 1):
            folders = "".join(f"/:part{number}" for number in range(1, depth + 1))
            some.append(_typed(f"{prefix}{folders}/{name}"))
    secure = settings.base_url.startswith("https://")
    everywhere = security_headers(is_secure=secure, owns_host=not prefix)
    return HostRules(settings, words, everywhere, tuple(some), tuple(redirects))


def media_type(path: str) -> str:
    """Return the type of a file by its name; empty for one whose suffix we never write."""
    name = path.rpartition("/")[2]
    return FEED_TYPES.get(name) or MEDIA_TYPES.get("." + name.rpartition(".")[2], "")


def _typed(pattern: str) -> HeaderRule:
    """Return the rule that says the type of what a pattern's last part names."""
    return HeaderRule(pattern, (("Content-Type", media_type(pattern)),))


def pattern_expression(pattern: str) -> str:
    """Return a pattern of paths as a regular expression that must match all of a path."""
    rest = pattern.endswith("*")
    parts = (pattern[:-1] if rest else pattern).split("/")
    written = [r"[^/]+" if part.startswith(":") else re.escape(part) for part in parts]
    return "/".join(written) + (".*" if rest else "")

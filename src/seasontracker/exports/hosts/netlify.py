"""Netlify: `_headers` and `_redirects` at the root of what is deployed.

Patterns have `*` as a whole part of a path only, and rules whose paths meet are added up
(docs.netlify.com, "Custom headers"; "Redirects and rewrites"). Pages are sent as
`public, max-age=0, must-revalidate` unless told otherwise, and compressed by the host itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.exports.hosts.rules import HostRules
from seasontracker.exports.hosts.underscored import headers_file, redirects_file
from seasontracker.models.vocabulary import HostName

HOST = HostName.NETLIFY
MOST_REDIRECTS: int | None = 10_000
"""No limit: a deploy may fail when they are too large in all, and from here on placeholders are
recommended, which addresses of our own choosing cannot use ("Redirects and rewrites")."""
LONGEST_REDIRECT: int | None = None
COUNTS_LINES = False


def files(rules: HostRules, /) -> Iterator[tuple[str, bytes]]:
    """Yield what Netlify reads."""
    yield "_headers", headers_file(rules)
    if rules.redirects:
        yield "_redirects", redirects_file(rules)

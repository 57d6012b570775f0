"""Cloudflare Pages: `_headers` and `_redirects` at the root of what is deployed.

At most 2,000 redirects without placeholders and 100 with, of 1,000 characters each
(developers.cloudflare.com, "Redirects", section "Per file"); at most 100 rules of headers, with
2,000 characters a line ("Headers" and "Limits" there; more fail at the upload with code 100324).
A header that two rules give one path is sent once, with both values and a comma.
Pages are sent as `public, max-age=0, must-revalidate` unless told otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.exports.hosts.rules import HostRules
from seasontracker.exports.hosts.underscored import headers_file, redirects_file
from seasontracker.models.vocabulary import HostName

HOST = HostName.CLOUDFLARE_PAGES
MOST_REDIRECTS: int | None = 2_000
LONGEST_REDIRECT: int | None = 1_000
COUNTS_LINES = True
MOST_HEADER_RULES = 100
LONGEST_HEADER_LINE = 2_000


def files(rules: HostRules, /) -> Iterator[tuple[str, bytes]]:
    """Yield what Cloudflare Pages reads."""
    yield "_headers", headers_file(rules)
    if rules.redirects:
        yield "_redirects", redirects_file(rules)

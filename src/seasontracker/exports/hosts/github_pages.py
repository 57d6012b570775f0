"""GitHub Pages: `.nojekyll`, `CNAME`, and pages in the place of redirects.

It takes no headers, so that pages carry their policy in a `<meta>` element. Without `.nojekyll` a
branch is built with Jekyll, which leaves out names that start with `_` or `.`. `CNAME` names the
site's own domain (docs.github.com, "About GitHub Pages", "Managing a custom domain"). What is
published may be 1 GB large ("GitHub Pages limits"), which nothing here checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from seasontracker.exports.hosts import stubs
from seasontracker.exports.hosts.rules import HostRules
from seasontracker.models.vocabulary import HostName

HOST = HostName.GITHUB_PAGES
MOST_REDIRECTS: int | None = None
LONGEST_REDIRECT: int | None = None
COUNTS_LINES = False


def files(rules: HostRules, /) -> Iterator[tuple[str, bytes]]:
    """Yield what GitHub Pages reads."""
    yield ".nojekyll", b""
    host = urlsplit(rules.settings.base_url).hostname or ""
    # A site below a path is a project's, whose domain is that of its owner.
    if not rules.prefix and not host.endswith(".github.io"):
        yield "CNAME", f"{host}\n".encode()
    yield from stubs.files(rules)

"""The form of `_headers` and `_redirects`, which Netlify and Cloudflare share."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from seasontracker.exports.hosts.rules import HostRules, Redirect

_KEPT = "/:@!$&'()*+,;=~"
"""What a path may hold beside letters, digits and `-._` (RFC 3986, 3.3)."""


def encoded(path: str) -> str:
    """Return a path as it is sent."""
    return quote(path, safe=_KEPT)


def headers_file(rules: HostRules) -> bytes:
    """Return `_headers`: a pattern, and below it, indented, what answers say."""
    lines = []
    for rule in rules.header_rules:
        lines.append(rule.pattern)
        lines += [f"  {name}: {value}" for name, value in rule.headers]
    return _text(lines)


def redirects_file(rules: HostRules) -> bytes:
    """Return `_redirects`: from, to and the answer's number, a line each."""
    return _text([line for one in rules.redirects for line in redirect_lines(one)])


def redirect_lines(redirect: Redirect) -> Iterator[str]:
    """Yield a redirect's lines; Cloudflare takes `/old` and `/old/` for two addresses."""
    sources = [redirect.source]
    if redirect.source.endswith("/"):
        sources.append(redirect.source.rstrip("/"))
    for source in sources:
        yield f"{encoded(source)} {redirect.target} 301"


def _text(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()

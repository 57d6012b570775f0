"""nginx: one file to be included in a `server` block.

A `location` that adds headers of its own inherits none, which is why all of them are added by the
server, with values that are worked out before (nginx.org, `ngx_http_headers_module`). Redirects
are exact locations, of which there may be many.
"""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.exports.hosts.rules import (
    FEED_TYPES,
    FRESH,
    MEDIA_TYPES,
    HostRules,
    Redirect,
    pattern_expression,
)
from seasontracker.models.vocabulary import HostName

HOST = HostName.NGINX
MOST_REDIRECTS: int | None = None
LONGEST_REDIRECT: int | None = None
COUNTS_LINES = False
OUTPUT_PATH = ".hosts/nginx.conf"


def files(rules: HostRules, /) -> Iterator[tuple[str, bytes]]:
    """Yield the file that a `server` block includes."""
    lines = ["# Include this in a `server` block whose `root` is the folder that holds the site."]
    lines += [*_general(rules), *_headers(rules), *_types(), *_locations(rules)]
    yield OUTPUT_PATH, "".join(f"{line}\n" for line in lines).encode()


def _general(rules: HostRules) -> Iterator[str]:
    yield "index index.html;"
    yield f"error_page 404 {quoted(f'{rules.prefix}/404.html')};"
    yield "server_tokens off;"
    yield "charset utf-8;"
    types = [kind.partition(";")[0] for kind in (*MEDIA_TYPES.values(), *FEED_TYPES.values())]
    texts = [kind for kind in dict.fromkeys(types) if _is_text(kind)]
    yield f"charset_types {' '.join(texts)};"
    if rules.settings.precompress:
        yield "gzip_static on;"
        yield "# With the module for it: brotli_static on;"
    yield "gzip on;"
    yield "gzip_comp_level 6;"
    yield "gzip_vary on;"
    yield f"gzip_types {' '.join(texts)};"


def _headers(rules: HostRules) -> Iterator[str]:
    for name, value in rules.everywhere:
        yield f"add_header {name} {quoted(value)} always;"
    usual = {"Cache-Control": FRESH}
    names = dict.fromkeys(name for rule in rules.some for name, _ in rule.headers)
    for name in (name for name in names if name != "Content-Type"):
        variable = f"$seasontracker_{name.lower().replace('-', '_')}"
        yield f"set {variable} {quoted(usual.get(name, ''))};"
        for rule in rules.some:
            for value in (value for key, value in rule.headers if key == name):
                expression = quoted(f"^{pattern_expression(rule.pattern)}$")
                yield f"if ($uri ~ {expression}) {{ set {variable} {quoted(value)}; }}"
        # Not `always`: what is missing today may be there tomorrow.
        yield f"add_header {name} {variable};"


def _types() -> Iterator[str]:
    yield "types {"
    for suffix, kind in MEDIA_TYPES.items():
        yield f"  {kind.partition(';')[0]} {suffix[1:]};"
    yield "}"
    yield "default_type application/octet-stream;"


def _locations(rules: HostRules) -> Iterator[str]:
    yield f"location {rules.prefix}/.hosts/ {{ return 404; }}"
    for name, kind in FEED_TYPES.items():
        expression = quoted(f"/{name.replace('.', chr(92) + '.')}$")
        plain = kind.partition(";")[0]
        yield f"location ~ {expression} {{ types {{ }} default_type {plain}; }}"
    for redirect in rules.redirects:
        yield from _redirect(redirect)


def _redirect(redirect: Redirect) -> Iterator[str]:
    sources = {redirect.source, redirect.source.rstrip("/")}
    for source in sorted(sources):
        yield f"location = {quoted(source)} {{ return 301 {quoted(redirect.target)}; }}"


def _is_text(kind: str) -> bool:
    has_text = kind.startswith("text/") or kind.endswith(("json", "xml", "yaml", "javascript"))
    # Of `text/html` both directives speak by themselves, and warn when it is named again.
    return has_text and kind != "text/html"


def quoted(value: str) -> str:
    """Return a value as nginx reads it: with quotes, and `$` only where it names a variable."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

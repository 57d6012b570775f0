"""Pages at old addresses that lead on to the new ones, for hosts that know no redirects.

Search engines take a refresh after no seconds for a redirect that is permanent
(developers.google.com, "Redirects and Google Search"); `canonical` says the same to the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import urljoin

from seasontracker.exports.hosts.policy import content_security_policy
from seasontracker.exports.hosts.rules import HostRules, Redirect

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}"{direction}>
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta http-equiv="refresh" content="0; url={url}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="{url}">
</head>
<body>
<main>
<h1>{title}</h1>
<p><a href="{url}">{url}</a></p>
</main>
</body>
</html>
"""


def files(rules: HostRules) -> Iterator[tuple[str, bytes]]:
    """Yield a page for each redirect."""
    for redirect in rules.redirects:
        yield stub_path(redirect, rules.prefix), _page(rules, redirect)


def stub_path(redirect: Redirect, prefix: str) -> str:
    """Return where the page at an old address is written."""
    path = redirect.source.removeprefix(f"{prefix}/")
    # A file called `old.php` would be sent as it is; as a folder it has a page.
    return path if path.endswith((".html", ".htm")) else f"{path.rstrip('/')}/index.html"


def _page(rules: HostRules, redirect: Redirect) -> bytes:
    return _PAGE.format(
        language=rules.settings.language,
        direction=' dir="rtl"' if rules.words.locale.text_direction == "rtl" else "",
        title=escape(rules.words.gettext("This page has moved")),
        policy=escape(content_security_policy(is_meta=True)),
        url=escape(urljoin(rules.settings.base_url, redirect.target)),
    ).encode()

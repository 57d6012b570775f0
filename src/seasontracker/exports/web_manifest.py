"""The web manifest: what the site is called, and looks like, on the home screen of a device."""

from __future__ import annotations

import json
from collections.abc import Iterator

from seasontracker.pages.views.head import SiteFrame
from seasontracker.site.icons import DRAWING, LARGE, MASKABLE, MASKABLE_SIZE
from seasontracker.site.palette import PAPER
from seasontracker.site.permalinks import Permalinks


def render_web_manifest(frame: SiteFrame, links: Permalinks) -> bytes:
    """Return a manifest as the W3C's Web Application Manifest describes it."""
    manifest = {
        "id": links.home,
        "name": frame.title,
        "short_name": frame.short_title,
        "description": frame.description,
        "lang": frame.language,
        "dir": frame.direction,
        "start_url": links.home,
        "scope": links.home,
        # Not like an app: whoever reads news wants to see where, go back, and share the address.
        "display": "browser",
        "theme_color": PAPER,
        "background_color": PAPER,
        "icons": list(_icons(links)),
    }
    said = {name: value for name, value in manifest.items() if value}
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _icons(links: Permalinks) -> Iterator[dict[str, str]]:
    yield {"src": links.path(DRAWING), "sizes": "any", "type": "image/svg+xml"}
    for size, name in LARGE.items():
        yield {"src": links.path(name), "sizes": f"{size}x{size}", "type": "image/png"}
    yield {
        "src": links.path(MASKABLE),
        "sizes": f"{MASKABLE_SIZE}x{MASKABLE_SIZE}",
        "type": "image/png",
        "purpose": "maskable",
    }

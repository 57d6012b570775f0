"""Links from one page of the site to another, as editors write them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import unquote

from msgspec import Struct

from seasontracker.diagnostics import Location
from seasontracker.site.permalinks import Permalinks

_SHOW = re.compile(r"show:(?P<slug>[a-z0-9-]+)(?:/season-(?P<number>[0-9]{1,4}))?")
_SEASON_FILE = re.compile(r"shows/(?P<slug>[a-z0-9-]+)/season-(?P<number>[0-9]{1,4})/index\.md")
_THEORY_FILE = re.compile(
    r"shows/(?P<slug>[a-z0-9-]+)/season-(?P<number>[0-9]{1,4})/theories/(?P<theory>[a-z0-9-]+)\.md"
)


class OutgoingLink(Struct, frozen=True):
    """A link that a page makes to the site, to be checked once all pages are known."""

    permalink: str
    """Empty when the target can be no page at all."""
    anchor: str
    target: str
    """As the editor wrote it."""
    location: Location
    excerpt: str


TheoryAnchor = Callable[[str, int, str], str]
"""Gives the anchor of a theory, by its show, season and own name."""


def resolve_link(
    target: str,
    *,
    file: PurePosixPath,
    content: PurePosixPath,
    own: str,
    links: Permalinks,
    theory_anchor: TheoryAnchor,
) -> tuple[str, str]:
    """Return the permalink and anchor that a target stands for; no permalink when it is none.

    `file` is the file that holds the link and `own` the permalink of its page.
    """
    path, _, written = target.partition("#")
    anchor = unquote(written)  # ids are written as they are, in any script
    if not path:
        return own, anchor
    if match := _SHOW.fullmatch(path):
        if match["number"] is None:
            return links.show(match["slug"]), anchor
        return links.season(match["slug"], int(match["number"])), anchor
    if ":" in path or path.startswith("/"):
        return "", anchor
    joined = posixpath.normpath(posixpath.join(str(file.parent), path))
    try:
        inside = str(PurePosixPath(joined).relative_to(content))
    except ValueError:
        return "", anchor
    if match := _SEASON_FILE.fullmatch(inside):
        return links.season(match["slug"], int(match["number"])), anchor
    if match := _THEORY_FILE.fullmatch(inside):
        number = int(match["number"])
        page = links.season(match["slug"], number)
        return page, anchor or theory_anchor(match["slug"], number, match["theory"])
    return "", anchor

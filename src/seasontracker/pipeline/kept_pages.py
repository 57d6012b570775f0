"""Keeps a show as it was compiled, so that other templates print its pages without compiling it.

What is kept is data, as [the cache may hold](decisions/what-the-cache-may-hold.md) it: the views
of the pages, and the links that must be checked against their new anchors.
"""

from __future__ import annotations

import hashlib

from msgspec import Struct

from seasontracker.codec import pack_named, squeeze, unpack_named, unsqueeze
from seasontracker.output.records import UnitRecord
from seasontracker.pages.links import OutgoingLink
from seasontracker.pipeline.pages import PageContent

_VIEWS = "seasontracker.pages.views"


class KeptPages(Struct, frozen=True):
    """The pages of a show as they were compiled."""

    pages: tuple[PageContent, ...]
    links: tuple[OutgoingLink, ...]
    """Those from one page of the show to another."""


def keep_pages(pages: KeptPages) -> bytes:
    """Return pages as bytes; raises `TypeError` for a view that holds what cannot be kept."""
    return squeeze(pack_named(pages))


def kept_pages(data: bytes) -> KeptPages:
    """Return pages from bytes; raises `DamageError`."""
    return unpack_named(unsqueeze(data), KeptPages, _VIEWS)


def pages_key(content: str, own: str, unit: UnitRecord) -> str:
    """Return the digest of all that a show's pages were compiled from.

    That is `Frame.content`, the digest of the show's folder, and the days on which the same follows
    from them: for a day outside of these there are other pages, of another key.
    """
    parts = f"{content}\n{own}\n{unit.holds_from}\n{unit.holds_until}"
    return hashlib.sha256(parts.encode()).hexdigest()

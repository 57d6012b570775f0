"""What a show asked of the shared sources; alone here, as builds without changes read it too."""

from __future__ import annotations

from msgspec import Struct


class SourcesAsked(Struct, frozen=True):
    """Questions about the site's sources, and a digest of the answers."""

    questions: tuple[str, ...] = ()
    digest: str = ""

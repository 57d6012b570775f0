"""Rendered prose as bytes, for the cache, and the digest of what it was rendered from."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from seasontracker.codec import pack, unpack
from seasontracker.diagnostics import Diagnostic, Location
from seasontracker.pages.markdown.prose import RENDERER_VERSION
from seasontracker.pages.markdown.values import (
    Citation,
    DirectiveSegment,
    Heading,
    HtmlSegment,
    LinkReference,
    PictureReference,
    Prose,
    Segment,
)


class _KeptSegment(Struct, frozen=True):
    """Either kind of segment; HTML has no place."""

    text: str
    location: Location | None = None
    argument: str = ""
    children: tuple[_KeptSegment, ...] = ()


class _KeptProse(Struct, frozen=True):
    segments: tuple[_KeptSegment, ...]
    headings: tuple[Heading, ...]
    links: tuple[LinkReference, ...]
    citations: tuple[Citation, ...]
    pictures: tuple[PictureReference, ...]
    diagnostics: tuple[Diagnostic, ...]
    footnotes_html: str
    words: int


def prose_key(
    text: str,
    *,
    path: PurePosixPath,
    first_line: int,
    language: str,
    id_prefix: str,
    quick: bool,
    program: str,
) -> str:
    """Return the digest of all that a rendered text depends on; `program` names our code."""
    parts = (
        program,
        RENDERER_VERSION,
        str(path),
        str(first_line),
        language,
        id_prefix,
        str(quick),
        text,
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def keep_prose(prose: Prose) -> bytes:
    """Return prose as bytes."""
    return pack(
        _KeptProse(
            segments=_kept(prose.segments),
            headings=prose.headings,
            links=prose.links,
            citations=prose.citations,
            pictures=prose.pictures,
            diagnostics=prose.diagnostics,
            footnotes_html=prose.footnotes_html,
            words=prose.words,
        )
    )


def kept_prose(data: bytes) -> Prose:
    """Return prose from bytes; raises `DamageError`."""
    kept = unpack(data, _KeptProse)
    return Prose(
        segments=_restored(kept.segments),
        headings=kept.headings,
        links=kept.links,
        citations=kept.citations,
        pictures=kept.pictures,
        diagnostics=kept.diagnostics,
        footnotes_html=kept.footnotes_html,
        words=kept.words,
    )


def _kept(segments: Sequence[Segment]) -> tuple[_KeptSegment, ...]:
    return tuple(
        _KeptSegment(one.html)
        if isinstance(one, HtmlSegment)
        else _KeptSegment(one.name, one.location, one.argument, _kept(one.children))
        for one in segments
    )


def _restored(segments: Sequence[_KeptSegment]) -> tuple[Segment, ...]:
    return tuple(
        HtmlSegment(one.text)
        if one.location is None
        else DirectiveSegment(one.text, one.argument, one.location, _restored(one.children))
        for one in segments
    )

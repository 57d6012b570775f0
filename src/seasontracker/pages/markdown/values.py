"""What an editor's Markdown becomes: HTML with slots, directives, and what the text refers to."""

from __future__ import annotations

from msgspec import Struct

from seasontracker.diagnostics import Diagnostic, Location


class HtmlSegment(Struct, frozen=True):
    """A stretch of cleaned HTML, with slots that `fill` replaces."""

    html: str


class DirectiveSegment(Struct, frozen=True):
    """A component that the article places, and for a container what it contains."""

    name: str
    argument: str
    """The rest of the line, empty when there is none."""
    location: Location
    children: tuple[Segment, ...] = ()


Segment = HtmlSegment | DirectiveSegment


class Heading(Struct, frozen=True):
    """A heading of the text."""

    level: int
    id: str
    text: str
    """Plain text, not escaped."""
    html: str
    """Inline HTML without links, citations, marks and pictures, as a table of contents needs it."""
    spoils: str = ""
    """The argument of the innermost spoiler around it, empty when there is none."""


class LinkReference(Struct, frozen=True):
    """A link whose target is part of this site."""

    target: str
    location: Location
    """The target in the text."""


class Citation(Struct, frozen=True):
    """Sources named by `[@id]` or `[@id1; @id2]`."""

    source_ids: tuple[str, ...]
    location: Location


class PictureReference(Struct, frozen=True):
    """A picture placed by `![alt](file "title")`."""

    file: str
    alt: str
    title: str
    location: Location
    """The file name in the text."""
    alone: bool = False
    """It stands where a paragraph would, as block markup does that takes its place."""


class FootnoteBack(Struct, frozen=True):
    """The way back from a footnote to one of the places that refer to it."""

    number: int
    repeat: int
    """1 for the first place that refers to the footnote, 2 for the second ..."""
    target_id: str


class Prose(Struct, frozen=True):
    """An editor's text, rendered without any knowledge of the data around it."""

    segments: tuple[Segment, ...]
    headings: tuple[Heading, ...]
    links: tuple[LinkReference, ...]
    citations: tuple[Citation, ...]
    pictures: tuple[PictureReference, ...]
    diagnostics: tuple[Diagnostic, ...]
    footnotes_html: str
    """An ordered list with slots, empty when there are no footnotes."""
    words: int
    """Without the footnotes."""

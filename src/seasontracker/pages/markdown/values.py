"""What an editor's Markdown becomes: HTML with slots, directives, and what the text refers to."""

from __future__ import annotations

from dataclasses import dataclass

from seasontracker.diagnostics import Diagnostic, Location


@dataclass(frozen=True, slots=True)
class HtmlSegment:
    """A stretch of cleaned HTML, with slots that `fill` replaces."""

    html: str


@dataclass(frozen=True, slots=True)
class DirectiveSegment:
    """A component that the article places, and for a container what it contains."""

    name: str
    argument: str
    """The rest of the line, empty when there is none."""
    location: Location
    children: tuple[Segment, ...] = ()


Segment = HtmlSegment | DirectiveSegment


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text."""

    level: int
    id: str
    text: str
    """Plain text, not escaped."""
    html: str
    """Inline HTML without links, citations, marks and pictures, as a table of contents needs it."""
    spoils: str = ""
    """The argument of the innermost spoiler around it, empty when there is none."""


@dataclass(frozen=True, slots=True)
class LinkReference:
    """A link whose target is part of this site."""

    target: str
    location: Location
    """The target in the text."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Sources named by `[@id]` or `[@id1; @id2]`."""

    source_ids: tuple[str, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class PictureReference:
    """A picture placed by `![alt](file "title")`."""

    file: str
    alt: str
    title: str
    location: Location
    """The file name in the text."""
    alone: bool = False
    """It stands where a paragraph would, so block markup may take its place."""


@dataclass(frozen=True, slots=True)
class FootnoteBack:
    """The way back from a footnote to one of the places that refer to it."""

    number: int
    repeat: int
    """1 for the first place that refers to the footnote, 2 for the second ..."""
    target_id: str


@dataclass(frozen=True, slots=True)
class Prose:
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

"""An editor's Markdown, turned into prose that knows what it refers to."""

from seasontracker.pages.markdown.directives import DIRECTIVES, DirectiveKind, Need
from seasontracker.pages.markdown.prose import RENDERER_VERSION, render_prose
from seasontracker.pages.markdown.slots import fill, plain_way_back, references, without_slots
from seasontracker.pages.markdown.values import (
    Citation,
    DirectiveSegment,
    FootnoteBack,
    Heading,
    HtmlSegment,
    LinkReference,
    PictureReference,
    Prose,
    Segment,
)

__all__ = [
    "DIRECTIVES",
    "RENDERER_VERSION",
    "Citation",
    "DirectiveKind",
    "DirectiveSegment",
    "FootnoteBack",
    "Heading",
    "HtmlSegment",
    "LinkReference",
    "Need",
    "PictureReference",
    "Prose",
    "Segment",
    "fill",
    "plain_way_back",
    "references",
    "render_prose",
    "without_slots",
]

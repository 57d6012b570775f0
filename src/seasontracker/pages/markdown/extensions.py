"""Which Markdown extensions a text needs."""

from __future__ import annotations

from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from seasontracker.pages.markdown.citations import CitationsExtension
from seasontracker.pages.markdown.footnotes import FootnotesExtension
from seasontracker.pages.markdown.links import LinksExtension
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import PlacesExtension
from seasontracker.pages.markdown.spans import SpansExtension
from seasontracker.pages.markdown.typography import SIGNS, smarty_extension


def extensions_for(text: str, manuscript: Manuscript, language: str) -> list[Extension]:
    """Return the extensions that may change this text; all others would leave it as it is."""
    needed: tuple[tuple[bool, Extension], ...] = tuple(
        (any(sign in text for sign in signs), extension)
        for signs, extension in _by_signs(manuscript, language)
    )
    return [extension for is_needed, extension in needed if is_needed]


def every_extension(manuscript: Manuscript, language: str) -> list[Extension]:
    """Return the full set, which a text rendered with fewer must equal."""
    return [extension for _, extension in _by_signs(manuscript, language)]


def _by_signs(
    manuscript: Manuscript, language: str
) -> tuple[tuple[tuple[str, ...], Extension], ...]:
    """Pair each extension with signs, one of which stands in every text that it changes."""
    return (
        (("",), PlacesExtension()),
        (("",), LinksExtension(manuscript)),
        (("",), SaneListExtension()),
        (("[@", "[!"), CitationsExtension(manuscript)),
        (("]{",), SpansExtension(manuscript)),
        (("[^",), FootnotesExtension(manuscript)),
        (("|",), TableExtension(use_align_attribute=True)),
        (("```", "~~~"), FencedCodeExtension()),
        ((": ", ":\t"), DefListExtension()),
        (SIGNS, smarty_extension(language)),
    )

"""Which Markdown extensions a text needs."""

from __future__ import annotations

from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.smarty import SmartyExtension
from markdown.extensions.tables import TableExtension

from seasontracker.pages.markdown.citations import CitationsExtension
from seasontracker.pages.markdown.footnotes import FootnotesExtension
from seasontracker.pages.markdown.links import LinksExtension
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import PlacesExtension
from seasontracker.pages.markdown.spans import SpansExtension

# Only double quotes differ: a single closing quote is also the apostrophe.
_DOUBLE_QUOTES = {
    "de": ("&bdquo;", "&ldquo;"),
    "es": ("&laquo;", "&raquo;"),
    "fr": ("&laquo;&nbsp;", "&nbsp;&raquo;"),
    "it": ("&laquo;", "&raquo;"),
    "pl": ("&bdquo;", "&rdquo;"),
}
_ENGLISH_QUOTES = ("&ldquo;", "&rdquo;")


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
    opening, closing = _DOUBLE_QUOTES.get(language.partition("-")[0], _ENGLISH_QUOTES)
    typography = {"left-double-quote": opening, "right-double-quote": closing}
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
        (("'", '"', "--", "..."), SmartyExtension(substitutions=typography)),
    )

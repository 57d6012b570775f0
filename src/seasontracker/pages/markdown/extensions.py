"""Which Markdown extensions a text needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
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
    return [
        make()
        for signs, make in _by_signs(manuscript, language)
        if any(sign in text for sign in signs)
    ]


def every_extension(manuscript: Manuscript, language: str) -> list[Extension]:
    """Return the full set, which a text rendered with fewer must equal."""
    return [make() for _, make in _by_signs(manuscript, language)]


def _by_signs(
    manuscript: Manuscript, language: str
) -> tuple[tuple[tuple[str, ...], Callable[[], Extension]], ...]:
    """Pair signs with the extension that one of them stands for in every text it changes."""
    return (
        (("",), PlacesExtension),
        (("",), partial(LinksExtension, manuscript)),
        (("",), SaneListExtension),
        (("[@", "[!"), partial(CitationsExtension, manuscript)),
        (("]{",), partial(SpansExtension, manuscript)),
        (("[^",), partial(FootnotesExtension, manuscript)),
        (("|",), partial(TableExtension, use_align_attribute=True)),
        (("```", "~~~"), _fenced_code),
        ((": ", ":\t"), DefListExtension),
        (SIGNS, partial(smarty_extension, language)),
    )


def _fenced_code() -> Extension:
    # Here, since it brings Pygments along, and hardly any article has code in it.
    from markdown.extensions.fenced_code import FencedCodeExtension  # noqa: PLC0415

    return FencedCodeExtension()

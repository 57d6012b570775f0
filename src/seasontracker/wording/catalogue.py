"""The words that the program itself puts on a page, in the site's language."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

_MOST_MESSAGES = 2048
"""More than the program has."""
_SHIPPED = Path(__file__).parent / "catalogues"


class CatalogueError(Exception):
    """A catalogue of messages cannot be used; the text says which and why."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A language's messages, and how it writes dates and numbers.

    Each is equal to itself alone, so that what a language says can be kept by its words.
    """

    locale: Locale
    translations: NullTranslations
    gettext: Callable[[str], str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        kept = lru_cache(maxsize=_MOST_MESSAGES)(self.translations.gettext)
        object.__setattr__(self, "gettext", kept)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return self.translations.ngettext(singular, plural, number)

    def pgettext(self, context: str, message: str) -> str:
        return self.translations.pgettext(context, message)


def mark(message: str) -> str:
    """Mark a message for extraction that is translated where it is used."""
    return message


def load_words(language: str, own_catalogues: Path | None = None) -> Words:
    """Return a language's words; a site's own `locale/<language>.po` goes before ours.

    `language` is a BCP 47 tag. Where a message has no translation, English stands in for it.
    Raises `CatalogueError` when a catalogue is damaged or the language is unknown to CLDR.
    """
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise CatalogueError(f"`{language}` is not a language known to CLDR") from error
    translations: NullTranslations = NullTranslations()
    primary = language.split("-", maxsplit=1)[0]
    for folder in (_SHIPPED, own_catalogues):
        for name in dict.fromkeys((primary, language)):
            file = folder / f"{name}.po" if folder else None
            if file is not None and file.is_file():
                found = _read(file, locale)
                found.add_fallback(translations)
                translations = found
    return Words(locale, translations)


@lru_cache(maxsize=16)
def _compiled(file: Path, modified: int, locale: str) -> bytes:
    """Compile a catalogue; `modified` is part of the key, so that an edit is seen.

    The locale supplies the plural forms of a catalogue whose header does not name its language.
    """
    try:
        with file.open("rb") as stream:
            catalogue = read_po(stream, locale=locale, abort_invalid=True)
        faults = [(message, errors) for message, errors in catalogue.check() if not message.fuzzy]
    except (PoFileError, ValueError, LookupError, OSError) as error:
        raise CatalogueError(f"`{file.name}` is not a catalogue: {error}") from error
    for message, errors in faults:
        # A translation that asks for a value which there is not would stop the build half-way.
        raise CatalogueError(f"`{file.name}`, line {message.lineno}: {errors[0]}")
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def _read(file: Path, locale: Locale) -> GNUTranslations:
    return GNUTranslations(io.BytesIO(_compiled(file, file.stat().st_mtime_ns, str(locale))))

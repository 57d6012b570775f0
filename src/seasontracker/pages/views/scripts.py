"""Whether a text is evidently written in a language, judged by its letters."""

from __future__ import annotations

import unicodedata

_CYRILLIC = ("CYRILLIC",)
_ARABIC = ("ARABIC",)
_SCRIPTS = {
    "ar": _ARABIC,
    "be": _CYRILLIC,
    "bg": _CYRILLIC,
    "bn": ("BENGALI",),
    "el": ("GREEK",),
    "fa": _ARABIC,
    "he": ("HEBREW",),
    "hi": ("DEVANAGARI",),
    "hy": ("ARMENIAN",),
    "ja": ("CJK", "HIRAGANA", "KATAKANA"),
    "ka": ("GEORGIAN",),
    "ko": ("HANGUL",),
    "mk": _CYRILLIC,
    "ru": _CYRILLIC,
    "ta": ("TAMIL",),
    "th": ("THAI",),
    "uk": _CYRILLIC,
    "ur": _ARABIC,
    "zh": ("CJK",),
}
"""The scripts of languages that do not use the Latin one, as Unicode names begin."""


def is_written_in(text: str, language: str) -> bool:
    """Return whether most letters of a text are of a script that only such languages use.

    Of what is written in Latin letters nobody can tell without reading it: the title of a French
    source may be French, or what an English editor calls it.
    """
    scripts = _SCRIPTS.get(language.split("-", maxsplit=1)[0])
    letters = [letter for letter in text if letter.isalpha()]
    if not scripts or not letters:
        return False
    own = sum(unicodedata.name(letter, "").startswith(scripts) for letter in letters)
    return own * 2 > len(letters)

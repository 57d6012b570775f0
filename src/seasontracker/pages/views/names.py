"""What seasons and people are called, at full length and in a word or two."""

from __future__ import annotations

from seasontracker.wording.catalogue import Words


def season_name(words: Words, number: int, own_name: str | None) -> str:
    """Return a season's own name, or `Season 2`."""
    # A season and its number stay on one line.
    return own_name or words.gettext("Season\N{NO-BREAK SPACE}%(number)s") % {"number": number}


def season_within(words: Words, number: int, own_name: str | None) -> str:
    """Return a season's name as it stands inside a sentence: its own, or `season 2`."""
    return own_name or words.gettext("season\N{NO-BREAK SPACE}%(number)s") % {"number": number}


def initials(name: str) -> str:
    """Return up to two initials; `?` where there is no letter.

    Of a name with the family name first they stand as it is written. A given name of two
    syllables joined by a hyphen is one word, as are the syllables of a Hangul name.
    """
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        # A name in quotation marks still has letters.
        words = [letter for letter in name if letter.isalnum()][:1]
    letters = [word[0] for word in (*words[:1], *words[1:][-1:])]
    return "".join(_capital(letter) for letter in letters) or "?"


def _capital(letter: str) -> str:
    """Return one capital letter; some have a capital form of two, which is no initial."""
    capital = letter.upper()
    return capital if len(capital) == 1 else letter

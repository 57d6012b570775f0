"""Invents titles and people, from the languages in which series are made."""

from __future__ import annotations

import re
import unicodedata
from random import Random
from typing import TypeVar

import words
from facts import Fate, Outline

_T = TypeVar("_T")

# A season before the last is nearly always out; the last one may stand anywhere.
_FATES = ((Fate.OUT, 50), (Fate.WINDOW, 15), (Fate.DATED, 10), (Fate.OVERDUE, 9), (Fate.TBA, 9),
          (Fate.CANCELLED, 7))  # fmt: skip
_SEASONS = ((1, 38), (2, 36), (3, 26))
_PLAIN = str.maketrans("øØłŁßıđĐæ", "oOlLsidDa")


def slugify(text: str) -> str:
    """Return the text as a folder's name."""
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")


def pick(random: Random, weighted: tuple[tuple[_T, int], ...]) -> _T:
    """Choose one of the values by weight."""
    values = [value for value, _ in weighted]
    return random.choices(values, [weight for _, weight in weighted])[0]


def outline_shows(seed: int, seasons: int) -> list[Outline]:
    """Return shows with so many seasons in all, each under a title of its own."""
    outlines: list[Outline] = []
    taken: set[str] = set()
    left = seasons
    while left:
        index = len(outlines)
        random = Random(f"{seed}:outline:{index}")
        title = _title(random)
        while slugify(title) in taken:
            title = _title(random)
        taken.add(slugify(title))
        count = min(left, pick(random, _SEASONS))
        fates = (Fate.OUT,) * (count - 1) + (pick(random, _FATES),)
        outlines.append(Outline(index, slugify(title), title, fates))
        left -= count
    return outlines


def _title(random: Random) -> str:
    adjective, noun, other = (
        random.choice(words.TITLE_ADJECTIVES),
        random.choice(words.TITLE_NOUNS),
        random.choice(words.TITLE_NOUNS),
    )
    place = random.choice(words.TITLE_PLACES)
    return random.choice(
        (
            f"{adjective} {noun}",
            f"The {adjective} {noun}",
            f"The {noun} of {place}",
            f"{place}'s {noun}",
            f"{noun} and {other}",
            f"The {noun} at {place}",
            f"{place}: {adjective} {noun}",
            f"A {noun} in {random.choice(words.MONTHS)}",
            f"The {adjective} {noun} of {place}",
            f"{random.randint(1890, 2060)}: {noun}",
            f"No {noun}, No {other}",
            f"My {adjective} {noun}",
        )
    )


def invent_person(random: Random, language: str) -> tuple[str, str | None]:
    """Return a name, and how it is written in the original script if that is another."""
    if language == "ko":
        family, family_hangul = random.choice(words.KOREAN_LAST)
        given, given_hangul = random.choice(words.KOREAN_FIRST)
        return f"{family} {given}", family_hangul + given_hangul
    if language == "en":
        return f"{random.choice(words.ENGLISH_FIRST)} {random.choice(words.ENGLISH_LAST)}", None
    return f"{random.choice(words.LATIN_FIRST)} {random.choice(words.LATIN_LAST)}", None


def invent_people(random: Random, language: str, count: int) -> dict[str, tuple[str, str | None]]:
    """Return people by their ids, none twice."""
    found: dict[str, tuple[str, str | None]] = {}
    while len(found) < count:
        # A cast of a country has guests from elsewhere.
        tongue = language if random.random() < 0.85 else random.choice(("en", "ko", "fr"))
        name, original = invent_person(random, tongue)
        found.setdefault(slugify(name), (name, original))
    return found

"""How English prose names seasons, numbers and days, as far as that can be read without a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from seasontracker.checks.passages import Passage
from seasontracker.checks.tracked import TrackedSeason, TrackedShow

CARDINALS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(CARDINALS)})"
SEASON = (
    rf"(?:[Ss]eason (?P<season>[0-9]{{1,2}}|{'|'.join(CARDINALS[:10])})"
    rf"|[Tt]he (?P<ordinal>{'|'.join(ORDINALS)}) season)"
    r"(?: of \*?(?P<of>[A-Z][^.,;:\n*]{0,60}?)\*?)?"
)
"""A season by its number, and the show that it is said to be of."""
DAY = (
    rf"(?:(?P<d1>[0-9]{{1,2}}) (?P<m1>{'|'.join(MONTHS)}),? (?P<y1>[0-9]{{4}})"
    rf"|(?P<m2>{'|'.join(MONTHS)}) (?P<d2>[0-9]{{1,2}}),? (?P<y2>[0-9]{{4}})"
    r"|(?P<y3>[0-9]{4})-(?P<m3>[0-9]{2})-(?P<d3>[0-9]{2}))"
)
_BEFORE_SEASON = re.compile(rf"[Tt]he (?:{'|'.join(ORDINALS)}) $")
_NAMED = re.compile(SEASON)
_OTHER_SEASON = re.compile(r"\b(?:previous|last|earlier|former|next|other) season\b", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![*\w])([*_])(?=\S)([^*_\n]+)(?<=\S)\1(?![*\w])")
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")


def places_of_seasons(words: str) -> Iterator[int]:
    """Yield where `SEASON` may match, in order; to search for it everywhere takes far longer."""
    for place in places_of("eason ", words):
        if ordinal := _BEFORE_SEASON.search(words, max(0, place - 13), place - 1):
            yield ordinal.start()
        yield place - 1


def places_of(sign: str, words: str) -> Iterator[int]:
    """Yield where a sign stands, but for the very beginning."""
    place = words.find(sign, 1)
    while place >= 0:
        yield place
        place = words.find(sign, place + 1)


def matches_at(
    expression: re.Pattern[str], words: str, places: Iterable[int]
) -> Iterator[re.Match[str]]:
    """Yield what an expression finds at some places, in order, each stretch once."""
    done = 0
    for place in places:
        if place >= done and (match := expression.match(words, place)):
            done = match.end()
            yield match


def number_of(word: str) -> int:
    """Return a number that is written in digits or as a word."""
    if word.isdecimal():
        return int(word)
    small = word.lower()
    return (CARDINALS.index(small) if small in CARDINALS else ORDINALS.index(small)) + 1


def day_of(match: re.Match[str]) -> date | None:
    """Return the day that `DAY` matched; None when the calendar has no such day."""
    for form in "123":
        if match[f"y{form}"]:
            month = match[f"m{form}"]
            number = int(month) if month.isdecimal() else MONTHS.index(month.capitalize()) + 1
            try:
                return date(int(match[f"y{form}"]), number, int(match[f"d{form}"]))
            except ValueError:
                return None
    return None


def season_of(match: re.Match[str], show: TrackedShow, words: str) -> TrackedSeason | None:
    """Return the season that `SEASON` matched, unless another show is, or may be, meant."""
    titles = _titles(show)
    if match["of"] and match["of"].strip().casefold() not in titles:
        return None
    if speaks_of_another_show(match, show, words):
        return None
    return show.season(number_of(match["season"] or match["ordinal"]))


def speaks_of_another_show(match: re.Match[str], show: TrackedShow, words: str) -> bool:
    """Return whether the sentence holds a title, in italics, that is not the show's."""
    start = 0
    for end in _SENTENCE_END.finditer(words, 0, match.start()):
        start = end.end()
    last = _SENTENCE_END.search(words, match.end())
    sentence = words[start : last.start() if last else len(words)]
    titles = _titles(show)
    return any(one[2].casefold() not in titles for one in _EMPHASIS.finditer(sentence))


def paragraph_before(passage: Passage, place: int) -> str:
    """Return what stands in a paragraph before a place in it, on one line."""
    gap = passage.text.rfind("\n\n", 0, place)
    return passage.raw[0 if gap < 0 else gap + 2 : place]


def speaks_of_another_season(words: str, own: TrackedSeason, *, later: bool = False) -> bool:
    """Return whether a season is named that is not the page's own; with `later` one after it."""
    number = own.loaded.number
    named = [number_of(one["season"] or one["ordinal"]) for one in _NAMED.finditer(words)]
    if later:
        return any(one > number for one in named)
    return any(one != number for one in named) or _OTHER_SEASON.search(words) is not None


def _titles(show: TrackedShow) -> set[str]:
    value = show.unit.loaded.show.value
    named = (value.title, value.original_title or "", *value.also_known_as)
    return {title.casefold() for title in named} | {"the series", "the show"}


def first_day(season: TrackedSeason) -> date | None:
    """Return the day on which a season came or is to come out, if it is known to the day."""
    release = season.standing.axes.release
    entry = release.fulfilled or release.current
    return entry.value.earliest if entry and entry.value.is_day else None


def episode_count(season: TrackedSeason) -> int | None:
    """Return how many episodes a season has, if that was claimed."""
    return season.standing.axes.episode_order.value


def written(day: date) -> str:
    """Return a day as English prose writes it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

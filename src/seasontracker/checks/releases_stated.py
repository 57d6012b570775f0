"""Where English prose says on which day, or in which year, a season comes out.

A sentence is taken for such a statement when its subject is a season beyond doubt: by number; or
the show by its title, "the season", "it", while the article is about a season that is to come.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from seasontracker.checks.passages import Passage
from seasontracker.checks.stated import (
    DAY,
    MONTHS,
    NUMBER,
    ORDINALS,
    SEASON,
    day_of,
    episode_count,
    number_of,
    paragraph_before,
    places_of,
    season_of,
    speaks_of_another_season,
    speaks_of_another_show,
)
from seasontracker.checks.tracked import TrackedSeason, TrackedShow

_WILL = r"(?:will|is (?:set|due|scheduled|slated) to) "
# Not "was to premiere" and "had been set to arrive": what was planned may have been another day.
_COMING = (
    rf"(?:{_WILL}(?:premiere|debut|launch|arrive|return|come out|be released|drop)"
    r"|(?:premiere|debut|arrive|return|drop|release)s|launches|comes out|is released)"
)
_CAME = r"(?:(?:was|were) released|(?:premiere|arrive)d|launched|debuted|came out)"
_THEY_COME = r"(?:(?:will )?(?:premiere|debut|launch|arrive|drop|come out)|are released)"
_DATE_IS = r"(?:release|premiere) date is"
_LOOSE = r"(?:arriving|coming|premiering|returning|launching|landing|debuting|out|due)"
_WHERE = r"(?: (?:on|to|at) (?:\*?[A-Z][\w+]*\*? ?){1,3})?(?: worldwide| globally| everywhere)?"
_NUMBERED = rf"(?: for (?:a|its|the) (?P<ordinal>{'|'.join(ORDINALS)})(?: and final)? season)?"
_YEAR = rf"(?: (?P<month>{'|'.join(MONTHS)}))? (?P<year>(?:19|20)[0-9]{{2}})(?![-\w/\u2013])"
_STATED = re.compile(
    rf"\b(?:(?P<coming>(?i:{_COMING}))|(?P<came>{_CAME})|(?P<plural>{_THEY_COME})"
    rf"|(?P<date>{_DATE_IS})|(?P<loose>(?i:{_LOOSE}))){_NUMBERED}"
    # A country that is named behind it may have a day of its own.
    rf"(?:(?:{_WHERE}(?: on|,)? ?{DAY})(?! in (?:the )?[A-Z])"
    rf"| in{_YEAR}(?! (?:in|on|at|to) (?:the )?\*?[A-Z]))",
)
_REACH, _BEHIND_YEAR = 70, 30
"""How far before its year a statement begins, at most, and what matters behind that."""
_BEFORE_YEAR = (" in", ",", *MONTHS)
_VERBS = (
    "emiere", "ebut", "aunch", "rriv", "eturn", "eleas", "come", "coming", "came", "out ", "due",
    "rop", "anding", "date is",
)  # fmt: skip
"""One of these is in whatever the expression finds; to look for them first is far faster."""
_BY_NUMBER = re.compile(rf"{SEASON} $")
_BY_NUMBER_AND_DATE = re.compile(rf"{SEASON}['\u2019]s $")
_CLAUSE = r"(?:^\s*|[.!?:;,]\s+|\b[Aa]nd |\b[Ww]hen |\b[Uu]ntil |\b[Bb]efore |#\s+)"
_BEGINS = re.compile(f"{_CLAUSE}$")
_PRONOUN = re.compile(rf"{_CLAUSE}[Ii]t $")
_SEASON = re.compile(rf"{_CLAUSE}[Tt]he (?P<new>new )?season $")
_ITS_DATE = re.compile(rf"{_CLAUSE}(?:[Tt]he|[Ii]ts) $")
_EPISODES = re.compile(rf"\b(?:[Tt]he|[Aa]ll|[Ii]ts) (?P<count>{NUMBER}) (?:new )?episodes $")
OTHER_WORK = re.compile(
    r"\b(?:trailer|teaser|clip|first look|documentary|special|film|movie|spin-?off|prequel|book|"
    r"novel|comic|game|album|song|soundtrack|podcast|musical|poster|episode|festival)s?\b",
    re.IGNORECASE,
)
"""What may come out as well, on a day of its own."""


class Statement(Struct, frozen=True):
    """What a text says about the release of a season."""

    season: TrackedSeason
    when: tuple[int, int]
    """Where its date stands in the text."""
    first: date
    last: date


def release_statements(
    passage: Passage, own: TrackedSeason, show: TrackedShow
) -> Iterator[Statement]:
    """Yield what a text of one season's page says about when seasons of its show come out."""
    words = passage.raw
    for match in dated(words):
        days = _days_of(match)
        if days is None or not passage.is_own(*match.span()):
            continue
        if season := _season_of(match, passage, own, show):
            yield Statement(season, when_of(match), *days)


def dated(words: str) -> Iterator[re.Match[str]]:
    """Yield where a text says that something comes, or came, out at some time."""
    done = 0
    # Only around a year, since to search for the expression everywhere takes far longer.
    for place in sorted(place for sign in (" 20", " 19") for place in places_of(sign, words)):
        start = max(done, place - _REACH)
        if not words.endswith(_BEFORE_YEAR, start, place) and words[place + 5 : place + 6] != "-":
            continue
        before = words[start:place]
        if not any(sign in before for sign in _VERBS):
            continue
        match = _STATED.search(words, start, place + _BEHIND_YEAR)
        if match is not None and match.start() < place:
            done = match.end()
            yield match


def when_of(match: re.Match[str]) -> tuple[int, int]:
    """Return where the date of a statement stands."""
    starts = (match.start(group) for group in ("d1", "m2", "y3", "month", "year"))
    return min(start for start in starts if start >= 0), match.end()


def _days_of(match: re.Match[str]) -> tuple[date, date] | None:
    """Return the first and the last day of what is stated; None when there is no such day."""
    if not match["year"]:
        day = day_of(match)
        return (day, day) if day else None
    year = int(match["year"])
    if not match["month"]:
        return date(year, 1, 1), date(year, 12, 31)
    month = MONTHS.index(match["month"]) + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _season_of(
    match: re.Match[str], passage: Passage, own: TrackedSeason, show: TrackedShow
) -> TrackedSeason | None:
    """Return the season that a statement is about; None when that is not beyond doubt."""
    words, start = passage.raw, match.start()
    before = paragraph_before(passage, start)
    if speaks_of_another_show(match, show, words):
        return None
    by_number = _BY_NUMBER_AND_DATE if match["date"] else _BY_NUMBER
    if numbered := by_number.search(before):
        return season_of(numbered, show, before)
    if match["loose"]:
        return None
    if episodes := _EPISODES.search(before):
        known, said = episode_count(own), number_of(episodes["count"])
        # Of fewer than all it may be said when just they come.
        is_all = match["plural"] and (not known or said >= known)
        return own if is_all and not speaks_of_another_season(before, own) else None
    if season := _SEASON.search(before):
        is_told = match["coming"] if season["new"] else match["coming"] or match["came"]
        if not is_told or speaks_of_another_season(before, own):
            return None
        return own if match["came"] or not own.standing.state.has_begun else None
    if own.standing.state.has_begun or not (match["coming"] or match["date"]):
        return None  # of a season that is out it may tell what came after
    return _coming_season(match, before, passage, own, show)


def _coming_season(
    match: re.Match[str], before: str, passage: Passage, own: TrackedSeason, show: TrackedShow
) -> TrackedSeason | None:
    """Return the season that is to come when a page about it names no other."""
    if speaks_of_another_season(before, own, later=True):
        return None
    if match["date"]:
        return own if _ITS_DATE.search(before) and not OTHER_WORK.search(before) else None
    if not (_begins_with_title(before, show) or (passage.key and _BEGINS.search(before))):
        is_doubtful = OTHER_WORK.search(before) or speaks_of_another_season(before, own)
        if is_doubtful or not _PRONOUN.search(before):
            return None
    return show.season(number_of(match["ordinal"])) if match["ordinal"] else own


def _begins_with_title(before: str, show: TrackedShow) -> bool:
    """Return whether a clause begins, so far, with the show's title and nothing else."""
    value = show.unit.loaded.show.value
    return any(
        before.endswith(written) and _BEGINS.search(before[: -len(written)]) is not None
        for title in (value.title, *value.also_known_as)
        for written in (f"{title} ", f"*{title}* ", f"_{title}_ ")
    )

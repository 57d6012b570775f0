"""Dates and windows as people of the site's language write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache

from babel.dates import format_date, format_skeleton, format_time, get_timezone_gmt
from babel.lists import format_list
from babel.numbers import format_decimal

from seasontracker.dates import PartialDate, Precision
from seasontracker.wording.catalogue import Words
from seasontracker.wording.windows import HALVES, INSIDE, NAMES

# A site repeats few dates many times, and what makes text of them takes long.
_kept = lru_cache(maxsize=4096)


@_kept
def day_label(words: Words, day: date) -> str:
    """Return a day in full: `22 November 2026`."""
    return format_date(day, format="long", locale=words.locale)


@_kept
def short_day_label(words: Words, day: date) -> str:
    """Return a day with its month cut short: `22 Nov 2026`."""
    return format_date(day, format="medium", locale=words.locale)


@_kept
def month_label(words: Words, year: int, month: int) -> str:
    """Return a month of a year: `November 2026`."""
    moment = datetime.combine(date(year, month, 1), time())
    return format_skeleton("yMMMM", moment, locale=words.locale)


@_kept
def window_label(words: Words, window: PartialDate) -> str:
    """Return a partial date as it stands alone: `first half of 2024`, `2026 or later`."""
    label = _label(words, window)
    if window.uncertain:
        return words.gettext("possibly %(window)s") % {"window": label}
    return label


def in_window(words: Words, window: PartialDate) -> str:
    """Return a partial date inside a sentence: `in the first half of 2024`."""
    text = _inside(words, window)
    if window.uncertain:
        return words.gettext("possibly %(when)s") % {"when": text}
    return text


def alternatives(words: Words, windows: Sequence[PartialDate]) -> str:
    """Return several partial dates inside a sentence: `in 2027 or possibly in early 2028`."""
    return format_list([in_window(words, one) for one in windows], "or", locale=words.locale)


def _label(words: Words, window: PartialDate) -> str:
    match window.precision:
        case Precision.UNKNOWN:
            return words.gettext("to be announced")
        case Precision.DAY | Precision.MONTH:
            return _calendar_label(words, window)
        case Precision.INSTANT:
            return words.gettext("%(day)s, %(time)s %(zone)s") % _instant(words, window)
        case Precision.FROM if window.start is not None:
            return words.gettext("%(start)s or later") % {"start": _label(words, window.start)}
        case Precision.UNTIL:
            return _inside(words, window)
        case Precision.RANGE:
            start, end = _ends(words, window)
            return words.gettext("%(start)s to %(end)s") % {"start": start, "end": end}
    return words.gettext(NAMES[window.precision, window.unit]) % {"year": window.year}


def _inside(words: Words, window: PartialDate) -> str:
    match window.precision:
        case Precision.UNKNOWN:
            return words.gettext("at a time to be announced")
        case Precision.DAY:
            return words.gettext("on %(day)s") % {"day": _calendar_label(words, window)}
        case Precision.MONTH:
            return words.gettext("in %(month)s") % {"month": _calendar_label(words, window)}
        case Precision.INSTANT:
            return words.gettext("on %(day)s at %(time)s %(zone)s") % _instant(words, window)
        case Precision.FROM if window.start is not None:
            return words.gettext("%(start)s or later") % {"start": _inside(words, window.start)}
        case Precision.UNTIL if window.end is not None:
            if window.end.precision is Precision.YEAR:
                return words.gettext("by the end of %(year)s") % {"year": window.end.year}
            return words.gettext("by %(end)s") % {"end": _noun(words, window.end)}
        case Precision.RANGE:
            start, end = _ends(words, window, inside=True)
            return words.gettext("between %(start)s and %(end)s") % {"start": start, "end": end}
    return words.gettext(INSIDE[window.precision, window.unit]) % {"year": window.year}


def _noun(words: Words, window: PartialDate) -> str:
    """Return a window as a noun of a sentence, with its article where it has one."""
    if window.precision is Precision.HALF:
        return words.gettext(HALVES[window.unit]) % {"year": window.year}
    return _label(words, window)


def _ends(words: Words, window: PartialDate, *, inside: bool = False) -> tuple[str, str]:
    """Return a range's ends; months and days of one year name it once."""
    start, end = window.start, window.end
    assert start is not None
    assert end is not None
    named = _noun if inside else _label
    last = named(words, end)
    if start.year == end.year and {start.precision, end.precision} <= _CALENDAR:
        return _calendar_label(words, start, with_year=False), last
    return named(words, start), last


_CALENDAR = {Precision.MONTH, Precision.DAY}


def _calendar_label(words: Words, window: PartialDate, *, with_year: bool = True) -> str:
    day = window.earliest or date.min
    if window.precision is Precision.MONTH:
        if with_year:
            return month_label(words, day.year, day.month)
        return format_date(day, "LLLL", locale=words.locale)
    if with_year:
        return day_label(words, day)
    return format_skeleton("MMMMd", datetime.combine(day, time()), locale=words.locale)


def _instant(words: Words, window: PartialDate) -> dict[str, str]:
    assert window.instant is not None
    offset = get_timezone_gmt(window.instant, width="long", locale=words.locale)
    return {
        "day": day_label(words, window.earliest or window.instant.date()),
        "time": format_time(window.instant, format="short", locale=words.locale),
        "zone": offset if window.instant.utcoffset() else "UTC",
    }


def region_name(words: Words, region: str) -> str:
    """Return a country's name by its ISO 3166-1 code, or the code where CLDR has no name."""
    return str(words.locale.territories.get(region, region))


def language_name(words: Words, language: str) -> str:
    """Return a language's name by its BCP 47 tag, or the tag where CLDR has no name."""
    return str(words.locale.languages.get(language.split("-", maxsplit=1)[0], language))


def number_label(words: Words, number: int) -> str:
    """Return a whole number with the language's grouping: `1,234`."""
    return format_decimal(number, locale=words.locale)

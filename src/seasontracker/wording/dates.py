"""Dates and windows as people of the site's language write them."""

from __future__ import annotations

from datetime import date, datetime, time

from babel.dates import format_date, format_skeleton, format_time, get_timezone_name
from babel.numbers import format_decimal

from seasontracker.dates import PartialDate, Precision
from seasontracker.wording.catalogue import Words


def day_label(words: Words, day: date) -> str:
    """Return a day in full: `22 November 2026`."""
    return format_date(day, format="long", locale=words.locale)


def short_day_label(words: Words, day: date) -> str:
    """Return a day with its month cut short: `22 Nov 2026`."""
    return format_date(day, format="medium", locale=words.locale)


def month_label(words: Words, year: int, month: int) -> str:
    """Return a month of a year: `November 2026`."""
    moment = datetime.combine(date(year, month, 1), time())
    return format_skeleton("yMMMM", moment, locale=words.locale)


def window_label(words: Words, window: PartialDate) -> str:
    """Return a partial date as it stands alone: `first half of 2024`, `2026 or later`."""
    label = _known_label(words, window)
    if window.uncertain:
        return words.gettext("possibly %(window)s") % {"window": label}
    return label


def in_window(words: Words, window: PartialDate) -> str:
    """Return a partial date inside a sentence: `in the first half of 2024`."""
    if window.uncertain:
        return words.gettext("possibly %(when)s") % {"when": _in_known(words, window)}
    return _in_known(words, window)


def _known_label(words: Words, window: PartialDate) -> str:
    values = {"year": window.year, "number": window.unit}
    match window.precision:
        case Precision.UNKNOWN:
            return words.gettext("to be announced")
        case Precision.YEAR:
            return str(window.year)
        case Precision.HALF:
            halves = {
                1: words.gettext("first half of %(year)s"),
                2: words.gettext("second half of %(year)s"),
            }
            return halves[int(window.unit or 1)] % values
        case Precision.QUARTER:
            return words.gettext("Q%(number)s %(year)s") % values
        case Precision.SEASON:
            seasons = {
                "spring": words.gettext("spring %(year)s"),
                "summer": words.gettext("summer %(year)s"),
                "autumn": words.gettext("autumn %(year)s"),
                "fall": words.gettext("fall %(year)s"),
            }
            return seasons[str(window.unit)] % values
        case Precision.PART:
            parts = {
                "early": words.gettext("early %(year)s"),
                "mid": words.gettext("mid-%(year)s"),
                "late": words.gettext("late %(year)s"),
            }
            return parts[str(window.unit)] % values
        case Precision.MONTH:
            return month_label(words, window.year or 1, int(window.unit or 1))
        case Precision.DAY:
            return day_label(words, window.earliest or date.min)
        case Precision.INSTANT:
            return _instant_label(words, window)
        case _:
            return _range_label(words, window)


def _in_known(words: Words, window: PartialDate) -> str:
    values = {"window": _known_label(words, window)}
    match window.precision:
        case Precision.DAY | Precision.INSTANT:
            return words.gettext("on %(window)s") % values
        case Precision.HALF:
            return words.gettext("in the %(window)s") % values
        case Precision.RANGE:
            start, end = window.start, window.end
            ends = {
                "start": _known_label(words, start) if start else "",
                "end": _known_label(words, end) if end else "",
            }
            return words.gettext("between %(start)s and %(end)s") % ends
        case Precision.FROM:
            first = _known_label(words, window.start) if window.start else ""
            return words.gettext("in %(start)s or later") % {"start": first}
        case Precision.UNTIL:
            last = _known_label(words, window.end) if window.end else ""
            return words.gettext("by %(end)s") % {"end": last}
        case _:
            return words.gettext("in %(window)s") % values


def _range_label(words: Words, window: PartialDate) -> str:
    start = _known_label(words, window.start) if window.start else ""
    end = _known_label(words, window.end) if window.end else ""
    ends = {"start": start, "end": end}
    if window.precision is Precision.FROM:
        return words.gettext("%(start)s or later") % ends
    if window.precision is Precision.UNTIL:
        return words.gettext("by %(end)s") % ends
    return words.gettext("%(start)s to %(end)s") % ends


def _instant_label(words: Words, window: PartialDate) -> str:
    assert window.instant is not None
    values = {
        "day": day_label(words, window.earliest or window.instant.date()),
        "time": format_time(window.instant, format="short", locale=words.locale),
        "zone": get_timezone_name(
            window.instant, width="short", locale=words.locale, return_zone=False
        ),
    }
    return words.gettext("%(day)s, %(time)s %(zone)s") % values


def region_name(words: Words, region: str) -> str:
    """Return a country's name by its ISO 3166-1 code, or the code where CLDR has no name."""
    return str(words.locale.territories.get(region, region))


def language_name(words: Words, language: str) -> str:
    """Return a language's name by its BCP 47 tag, or the tag where CLDR has no name."""
    return str(words.locale.languages.get(language.split("-", maxsplit=1)[0], language))


def number_label(words: Words, number: int) -> str:
    """Return a whole number with the language's grouping: `1,234`."""
    return format_decimal(number, locale=words.locale)

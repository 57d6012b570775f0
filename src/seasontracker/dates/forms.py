"""The closed forms of a partial date: their grammar, and the days each one covers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType

from seasontracker.dates.guesses import MONTH_NAMES
from seasontracker.dates.partial import PartialDate
from seasontracker.dates.precision import Precision
from seasontracker.dates.refusal import PartialDateError

# One expression for every closed form: none of its groups contains another, so the group that
# matched last names the form. ASCII, since `\d` and ignored case let foreign digits and letters in.
CLOSED_FORM = re.compile(
    r"""
    (?P<year>[0-9]{4})
    (?: - (?: H(?P<half>[0-9])
            | Q(?P<quarter>[0-9])
            | (?P<season>spring|summer|autumn|fall)
            | (?P<month>[0-9]{2})
              (?: -(?P<day>[0-9]{2})
                  (?: T(?P<time>[0-9]{2}:[0-9]{2}(?: :[0-9]{2} )?)
                      (?P<offset>Z|[+-][0-9]{2}:[0-9]{2}) )? )? ) )?
    | (?P<part>early|mid|late) \s+ (?P<part_year>[0-9]{4})
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
YEARS = range(1900, 2200)
# A season has to lie inside its year, which is why there is no winter.
SEASON_STARTS = MappingProxyType({"spring": 3, "summer": 6, "autumn": 9, "fall": 9})
PART_STARTS = MappingProxyType({"early": 1, "mid": 5, "late": 9})


def closed_window(match: re.Match[str]) -> PartialDate:
    """Make the window of one closed form; refuse months, days and hours that do not exist."""
    form = str(match.lastgroup)
    year = match["part_year"] or match["year"]
    if int(year) not in YEARS:
        raise PartialDateError(
            f"`{year}` is not a year that can be tracked", "write a year from 1900 to 2199"
        )
    return _FORMS[form](match, int(year))


def _months(
    text: str, precision: Precision, year: int, first: int, count: int, unit: int | str | None
) -> PartialDate:
    after = first + count - 1
    latest = date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return PartialDate(text, precision, date(year, first, 1), latest, unit=unit)


def _year(match: re.Match[str], year: int) -> PartialDate:
    return _months(match[0], Precision.YEAR, year, 1, 12, None)


def _half(match: re.Match[str], year: int) -> PartialDate:
    half = int(match["half"])
    if half not in (1, 2):
        raise PartialDateError(
            f"`{match[0]}` is not a half: a year has H1 and H2", f"write {year}-H1 or {year}-H2"
        )
    return _months(f"{year}-H{half}", Precision.HALF, year, 6 * half - 5, 6, half)


def _quarter(match: re.Match[str], year: int) -> PartialDate:
    quarter = int(match["quarter"])
    if quarter not in (1, 2, 3, 4):
        raise PartialDateError(
            f"`{match[0]}` is not a quarter: a year has Q1 to Q4",
            f"write {year}-Q1, {year}-Q2, {year}-Q3 or {year}-Q4",
        )
    return _months(f"{year}-Q{quarter}", Precision.QUARTER, year, 3 * quarter - 2, 3, quarter)


def _season(match: re.Match[str], year: int) -> PartialDate:
    season = match["season"].lower()
    return _months(f"{year}-{season}", Precision.SEASON, year, SEASON_STARTS[season], 3, season)


def _part(match: re.Match[str], year: int) -> PartialDate:
    part = match["part"].lower()
    return _months(f"{part} {year}", Precision.PART, year, PART_STARTS[part], 4, part)


def _month(match: re.Match[str], year: int) -> PartialDate:
    month = _month_number(match, year)
    return _months(match[0], Precision.MONTH, year, month, 1, month)


def _day(match: re.Match[str], year: int) -> PartialDate:
    day = _calendar_day(match, year)
    return PartialDate(match[0], Precision.DAY, day, day)


def _instant(match: re.Match[str], year: int) -> PartialDate:
    day = _calendar_day(match, year)
    hour, minute, second = (int(part) for part in f"{match['time']}:00".split(":")[:3])
    if hour > 23 or minute > 59 or second > 59:
        raise PartialDateError(
            f"`{match['time']}` is not a time: hours run from 00 to 23, minutes and seconds to 59",
            "correct the time, as in 09:00 or 21:30",
        )
    offset, zone = _offset(match["offset"].upper())
    instant = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)
    time = f"{instant:%H:%M:%S}" if second else f"{instant:%H:%M}"
    return PartialDate(f"{day}T{time}{offset}", Precision.INSTANT, day, day, instant)


def _month_number(match: re.Match[str], year: int) -> int:
    month = int(match["month"])
    if 1 <= month <= 12:
        return month
    # Day and month change places easily between countries.
    day = int(match["day"] or 0)
    swapped = 1 <= day <= 12 and 1 <= month <= _month_length(year, day)
    raise PartialDateError(
        f"`{year}-{month:02}` is not a month: months run from 01 to 12",
        f"write {year}-{day:02}-{month:02}"
        if swapped
        else f"write a month from {year}-01 to {year}-12",
    )


def _calendar_day(match: re.Match[str], year: int) -> date:
    month, day = _month_number(match, year), int(match["day"])
    length = _month_length(year, month)
    if not 1 <= day <= length:
        written = f"{year}-{month:02}"
        raise PartialDateError(
            f"`{written}-{day:02}` is not a day: {MONTH_NAMES[month - 1]} {year} has {length} days",
            f"write a day from {written}-01 to {written}-{length}, or {written} for the month",
        )
    return date(year, month, day)


def _offset(written: str) -> tuple[str, timezone]:
    if written in ("Z", "+00:00", "-00:00"):
        return "Z", UTC
    sign = -1 if written[0] == "-" else 1
    minutes = int(written[1:3]) * 60 + int(written[4:])
    # No place on Earth lies further from UTC; a larger number is a slip of the hand.
    if int(written[4:]) > 59 or not -12 * 60 <= sign * minutes <= 14 * 60:
        raise PartialDateError(
            f"`{written}` is not an offset from UTC: they run from -12:00 to +14:00",
            "correct the offset, as in +09:00 for Seoul, or write Z for UTC",
        )
    return written, timezone(timedelta(minutes=sign * minutes))


def _month_length(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


_FORMS: Mapping[str, Callable[[re.Match[str], int], PartialDate]] = MappingProxyType(
    {
        "year": _year,
        "half": _half,
        "quarter": _quarter,
        "season": _season,
        "month": _month,
        "day": _day,
        "offset": _instant,
        "part_year": _part,
    }
)

"""Partial dates in EDTF (ISO 8601-2), the form that data exports carry."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from seasontracker.dates.precision import Precision

if TYPE_CHECKING:
    from seasontracker.dates.partial import PartialDate

# EDTF numbers the parts of a year beyond the twelve months. Its seasons 21 to 24 are those that
# do not say which hemisphere they mean, and neither do announcements.
_SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23}
_QUARTER_BASE = 32
_HALF_BASE = 39


def edtf_form(window: PartialDate) -> str:
    """Write `window` as EDTF; empty for tba, which EDTF cannot say."""
    if window.precision is Precision.UNKNOWN:
        return ""
    if window.start is None and window.end is None:
        return _closed_form(window, uncertain=window.uncertain)
    # A qualifier after an EDTF interval belongs to its second date alone, and `..?` is not EDTF,
    # so the doubt about a whole range is repeated at each date.
    ends = (
        ".." if end is None else _closed_form(end, uncertain=window.uncertain)
        for end in (window.start, window.end)
    )
    return "/".join(ends)


def rfc3339(instant: datetime) -> str:
    """Write an instant to the second, with `Z` for UTC."""
    return instant.isoformat(timespec="seconds").replace("+00:00", "Z")


def _closed_form(window: PartialDate, *, uncertain: bool) -> str:
    mark = "?" if uncertain else ""
    match window.precision, window.unit:
        case Precision.INSTANT, _ if window.instant is not None:
            return f"{rfc3339(window.instant)}{mark}"
        case Precision.DAY, _:
            return f"{window.earliest}{mark}"
        case Precision.MONTH, int(month):
            return f"{window.year}-{month:02}{mark}"
        case Precision.SEASON, str(season):
            return f"{window.year}-{_SEASON_CODES[season]}{mark}"
        case Precision.QUARTER, int(quarter):
            return f"{window.year}-{_QUARTER_BASE + quarter}{mark}"
        case Precision.HALF, int(half):
            return f"{window.year}-{_HALF_BASE + half}{mark}"
        case Precision.PART, _:
            # "Early 2026" is vaguer than EDTF's four-month codes 37 to 39, which few readers
            # know: approximately that year, and `%` is EDTF for approximate and uncertain.
            return f"{window.year}{'%' if uncertain else '~'}"
    return f"{window.year}{mark}"

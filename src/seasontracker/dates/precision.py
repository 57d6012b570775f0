"""How exactly a partial date is known."""

from enum import Enum


class Precision(Enum):
    """The form of a partial date, from nothing known to the minute, and the three ranges."""

    UNKNOWN = "unknown"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    PART = "part"
    """A third of a year: early, mid or late."""
    MONTH = "month"
    DAY = "day"
    INSTANT = "instant"
    RANGE = "range"
    """From one closed form to another, `a..b`."""
    FROM = "from"
    """Not before, `a..`."""
    UNTIL = "until"
    """Not after, `..b`."""

    __hash__ = object.__hash__

    @property
    def sort_rank(self) -> int:
        """Order two windows that end on the same day: the narrower form comes first."""
        return _NARROWEST_FIRST.index(self)


_NARROWEST_FIRST = (
    Precision.INSTANT,
    Precision.DAY,
    Precision.MONTH,
    Precision.QUARTER,
    Precision.SEASON,
    Precision.PART,
    Precision.HALF,
    Precision.YEAR,
    Precision.RANGE,
    Precision.UNTIL,
    Precision.FROM,
    Precision.UNKNOWN,
)

"""The value of a date that is known only in part."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone, tzinfo

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.dates import interval, movement
from seasontracker.dates.edtf import edtf_form
from seasontracker.dates.movement import Movement
from seasontracker.dates.precision import Precision


class PartialDate(Struct, frozen=True):
    """A window of days in which something may happen; `parse_partial_date` makes them."""

    text: str
    """The canonical written form, which parses to this value again."""
    precision: Precision
    earliest: date | None
    """The first day it may mean; None for tba and `..b`."""
    latest: date | None
    """The last day it may mean, included; None for tba and `a..`."""
    instant: datetime | None = None
    """Aware, in a fixed offset, and only there for an INSTANT."""
    uncertain: bool = False
    """Written with a `?`."""
    start: PartialDate | None = None
    """The `a` of `a..b` and `a..`."""
    end: PartialDate | None = None
    """The `b` of `a..b` and `..b`."""
    unit: int | str | None = None
    """Which half, quarter or month (from 1), season or part (in the author's word)."""

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        # What is equal is written alike; a hash of all the rest would take far longer.
        return hash(self.text)

    @property
    def year(self) -> int | None:
        """The year a label names; None for tba and ranges, whose ends have their own."""
        if self.earliest is None or self.start is not None:
            return None
        return self.earliest.year

    @property
    def edtf(self) -> str:
        """The EDTF form; empty for tba."""
        return edtf_form(self)

    @property
    def is_known(self) -> bool:
        """Whether anything at all is said."""
        return self.precision is not Precision.UNKNOWN

    @property
    def is_day(self) -> bool:
        """Whether it names one day of the calendar."""
        return self.precision in (Precision.DAY, Precision.INSTANT)

    @property
    def is_open(self) -> bool:
        """Whether one end is missing."""
        return self.precision in (Precision.FROM, Precision.UNTIL)

    @property
    def days(self) -> int | None:
        """The length in days; None where an end is missing."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    @property
    def sort_key(self) -> tuple[int, int, int, int, str]:
        """Order by last day, then by precision; `a..` after all of those, tba at the end."""
        if self.latest is not None:
            group, day = 0, self.latest.toordinal()
        elif self.earliest is not None:
            group, day = 1, self.earliest.toordinal()
        else:
            group, day = 2, 0
        second = 0 if self.instant is None else int(self.instant.timestamp())
        return group, day, self.precision.sort_rank, second, self.text

    def in_zone(self, zone: tzinfo) -> PartialDate:
        """Give an instant the day it has in `zone`; every other form means that day anywhere."""
        if self.instant is None:
            return self
        local = self.instant.astimezone(zone)
        # Python compares two times of one zone by the clock on the wall, which is wrong in the
        # hour that summer time repeats, so the zone is reduced to its offset at that moment.
        offset = timezone(local.utcoffset() or timedelta(0))
        fixed = local.replace(tzinfo=offset, fold=0)
        return replace(self, instant=fixed, earliest=local.date(), latest=local.date())

    def contains(self, other: PartialDate) -> bool:
        """Say whether `other` lies inside this window; tba contains everything."""
        return interval.contains(self, other)

    def refines(self, other: PartialDate) -> bool:
        """Say whether this lies inside `other` and is strictly narrower."""
        return interval.refines(self, other)

    def overlaps(self, other: PartialDate) -> bool:
        """Say whether both windows can come true at once."""
        return interval.overlaps(self, other)

    def compare(self, earlier_window: PartialDate) -> Movement:
        """Name how the window moved since an earlier claim said `earlier_window`."""
        return movement.compare(self, earlier_window)

    def days_moved(self, earlier_window: PartialDate) -> int | None:
        """Count the days it moved since `earlier_window`; positive is later."""
        return movement.days_moved(self, earlier_window)

    def slips(self, earlier_window: PartialDate) -> bool:
        """Say whether it moved to later than `earlier_window`."""
        return self.compare(earlier_window) is Movement.SLIPPED

"""How a window moved from one claim to the next."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from seasontracker.dates.interval import contains, first_day, last_day, overlaps

if TYPE_CHECKING:
    from seasontracker.dates.partial import PartialDate


class Movement(Enum):
    """What became of a window when a later claim named another."""

    SAME = "same"
    NARROWED = "narrowed"
    WIDENED = "widened"
    SLIPPED = "slipped"
    BROUGHT_FORWARD = "brought-forward"


def compare(window: PartialDate, earlier_window: PartialDate) -> Movement:
    """Name the movement from `earlier_window` to `window`; one always applies."""
    inside = contains(earlier_window, window)
    around = contains(window, earlier_window)
    if inside and around:
        return Movement.SAME
    if inside:
        return Movement.NARROWED
    if around:
        return Movement.WIDENED
    return Movement.SLIPPED if _is_later(window, earlier_window) else Movement.BROUGHT_FORWARD


def days_moved(window: PartialDate, earlier_window: PartialDate) -> int | None:
    """Count the days from `earlier_window` to `window`; positive is later, None has no answer."""
    if window.latest is not None and earlier_window.latest is not None:
        days = (window.latest - earlier_window.latest).days
        return _agreeing(days, window, earlier_window)
    if window.earliest is not None and earlier_window.earliest is not None:
        return (window.earliest - earlier_window.earliest).days
    # What is left is `..a` against `b..`, or tba. Where those two overlap, the gap between their
    # known ends is negative although the window slipped, so there is no honest number.
    if overlaps(window, earlier_window):
        return None
    if window.earliest is not None and earlier_window.latest is not None:
        return (window.earliest - earlier_window.latest).days
    if window.latest is not None and earlier_window.earliest is not None:
        return (window.latest - earlier_window.earliest).days
    return None


def _is_later(window: PartialDate, earlier_window: PartialDate) -> bool:
    if window.instant is not None and earlier_window.instant is not None:
        return window.instant > earlier_window.instant
    ends = last_day(window), first_day(window)
    return ends > (last_day(earlier_window), first_day(earlier_window))


def _agreeing(days: int, window: PartialDate, earlier_window: PartialDate) -> int:
    # 01:00+09:00 on the 15th comes before 17:00Z on the 14th: where the written days of two
    # instants contradict their order, neither day moved.
    if window.instant is None or earlier_window.instant is None:
        return days
    elapsed = (window.instant - earlier_window.instant).total_seconds()
    return days if days * elapsed > 0 else 0

"""Partial dates as intervals of days, where a missing end reaches for ever."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seasontracker.dates.partial import PartialDate


def first_day(window: PartialDate) -> date:
    """Return the first day, or one before every date an editor can write."""
    return window.earliest or date.min


def last_day(window: PartialDate) -> date:
    """Return the last day, or one after every date an editor can write."""
    return window.latest or date.max


def contains(outer: PartialDate, inner: PartialDate) -> bool:
    """Say whether whatever `inner` may turn out to be, `outer` allowed for it."""
    # An instant is finer than the day it falls on: naming the hour narrows the day, and the
    # same moment written with two offsets may carry two different days.
    if outer.instant is not None:
        return inner.instant == outer.instant
    return first_day(outer) <= first_day(inner) and last_day(inner) <= last_day(outer)


def refines(narrow: PartialDate, wide: PartialDate) -> bool:
    """Say whether `narrow` lies inside `wide` and is strictly narrower."""
    return contains(wide, narrow) and not contains(narrow, wide)


def overlaps(one: PartialDate, other: PartialDate) -> bool:
    """Say whether both can come true at once."""
    if one.instant is not None and other.instant is not None:
        return one.instant == other.instant
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)

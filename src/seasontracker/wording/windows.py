"""The parts of a year, as they stand alone and inside a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from seasontracker.dates import Precision
from seasontracker.wording.catalogue import mark as _

Part = tuple[Precision, int | str | None]
"""A form of a partial date, and which of its kind."""

NAMES: Mapping[Part, str] = MappingProxyType(
    {
        (Precision.YEAR, None): _("%(year)s"),
        (Precision.HALF, 1): _("first half of %(year)s"),
        (Precision.HALF, 2): _("second half of %(year)s"),
        (Precision.QUARTER, 1): _("Q1 %(year)s"),
        (Precision.QUARTER, 2): _("Q2 %(year)s"),
        (Precision.QUARTER, 3): _("Q3 %(year)s"),
        (Precision.QUARTER, 4): _("Q4 %(year)s"),
        (Precision.SEASON, "spring"): _("spring %(year)s"),
        (Precision.SEASON, "summer"): _("summer %(year)s"),
        (Precision.SEASON, "autumn"): _("autumn %(year)s"),
        (Precision.SEASON, "fall"): _("fall %(year)s"),
        (Precision.PART, "early"): _("early %(year)s"),
        (Precision.PART, "mid"): _("mid-%(year)s"),
        (Precision.PART, "late"): _("late %(year)s"),
    }
)
INSIDE: Mapping[Part, str] = MappingProxyType(
    {
        (Precision.YEAR, None): _("in %(year)s"),
        (Precision.HALF, 1): _("in the first half of %(year)s"),
        (Precision.HALF, 2): _("in the second half of %(year)s"),
        (Precision.QUARTER, 1): _("in Q1 %(year)s"),
        (Precision.QUARTER, 2): _("in Q2 %(year)s"),
        (Precision.QUARTER, 3): _("in Q3 %(year)s"),
        (Precision.QUARTER, 4): _("in Q4 %(year)s"),
        (Precision.SEASON, "spring"): _("in spring %(year)s"),
        (Precision.SEASON, "summer"): _("in summer %(year)s"),
        (Precision.SEASON, "autumn"): _("in autumn %(year)s"),
        (Precision.SEASON, "fall"): _("in fall %(year)s"),
        (Precision.PART, "early"): _("in early %(year)s"),
        (Precision.PART, "mid"): _("in mid-%(year)s"),
        (Precision.PART, "late"): _("in late %(year)s"),
    }
)
HALVES: Mapping[int | str | None, str] = MappingProxyType(
    {1: _("the first half of %(year)s"), 2: _("the second half of %(year)s")}
)
"""As nouns of a sentence: `by the first half of 2027`."""

"""Partial dates: what an editor may write about when, and how such windows compare."""

from seasontracker.dates.movement import Movement
from seasontracker.dates.parse import parse_partial_date
from seasontracker.dates.partial import PartialDate
from seasontracker.dates.precision import Precision
from seasontracker.dates.refusal import PartialDateError

__all__ = ["Movement", "PartialDate", "PartialDateError", "Precision", "parse_partial_date"]

"""Read a partial date as an editor writes it."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from seasontracker.dates.forms import CLOSED_FORM, closed_window
from seasontracker.dates.interval import first_day, last_day
from seasontracker.dates.partial import PartialDate
from seasontracker.dates.precision import Precision
from seasontracker.dates.refusal import PartialDateError, refusal, shown

_TBA = PartialDate("tba", Precision.UNKNOWN, None, None)


# A site repeats few dates many times. Nothing outside can tell that the values are shared,
# since they are frozen.
@lru_cache(maxsize=8192)
def parse_partial_date(text: str) -> PartialDate:
    """Read `text`, or raise a `PartialDateError` that says what is wrong with it."""
    try:
        return _read(text.strip())
    except _NoFormError as error:
        raise refusal(str(error), _is_date) from None


class _NoFormError(Exception):
    """Text, or the end of a range, that has none of our forms."""


def _is_date(text: str) -> bool:
    # Not by way of `parse_partial_date`, which would go on to guess about the guess.
    try:
        _read(text)
    except (PartialDateError, _NoFormError):
        return False
    return True


def _read(written: str) -> PartialDate:
    if match := CLOSED_FORM.fullmatch(written):
        return closed_window(match)
    if written.lower() == _TBA.text:
        return _TBA
    plain = written.removesuffix("?").rstrip()
    if match := CLOSED_FORM.fullmatch(plain):
        window = closed_window(match)
    else:
        # The whole text, so that a refusal quotes it and its guess keeps the question mark.
        window = _range(plain, written)
    if plain == written:
        return window
    return replace(window, text=f"{window.text}?", uncertain=True)


def _range(plain: str, written: str) -> PartialDate:
    first, dots, last = (part.strip() for part in plain.partition(".."))
    # A third dot is a slip of the hand, a slash beside the dots is EDTF, and `..` says nothing.
    if not dots or last.startswith((".", "/")) or first.endswith("/") or not (first or last):
        raise _NoFormError(written)
    if ".." in last:
        raise PartialDateError(
            f"`{shown(written)}` has more than one `..`", "write one range, as in 2026-10..2026-12"
        )
    start = _end(first, instead=f"..{last}") if first else None
    end = _end(last, instead=f"{first}..") if last else None
    if start is not None and end is not None:
        return _closed_range(start, end)
    return PartialDate(
        f"{start or ''}..{end or ''}",
        Precision.UNTIL if start is None else Precision.FROM,
        start.earliest if start else None,
        end.latest if end else None,
        start=start,
        end=end,
    )


def _end(written: str, *, instead: str) -> PartialDate:
    if match := CLOSED_FORM.fullmatch(written):
        return closed_window(match)
    if written.lower() == _TBA.text:
        remedy = f"write {instead}" if _is_date(instead) else "write tba alone"
        raise PartialDateError("`tba` cannot be an end of a range", remedy)
    if written.endswith("?") and CLOSED_FORM.fullmatch(written.rstrip("? ")):
        raise PartialDateError(
            f"`{written}` has its question mark inside a range",
            "write the question mark at the very end: it is about the whole range",
        )
    raise _NoFormError(written)


def _closed_range(start: PartialDate, end: PartialDate) -> PartialDate:
    if start.instant is not None and end.instant is not None:
        in_order = start.instant <= end.instant
    else:
        in_order = first_day(start) <= last_day(end)
    if not in_order:
        raise PartialDateError(f"`{start}..{end}` ends before it starts", f"write {end}..{start}")
    return PartialDate(
        f"{start}..{end}",
        Precision.RANGE,
        # Two instants in order may carry days that are not, if their offsets differ.
        min(first_day(start), first_day(end)) if start.instant else start.earliest,
        max(last_day(start), last_day(end)) if end.instant else end.latest,
        start=start,
        end=end,
    )

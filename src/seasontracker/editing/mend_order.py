"""Claims are put in the order in which they were said, each with its comments.

Nothing else moves: blank lines, and comments that stand by themselves, stay between the same
places. The fold sorts claims by day and place, so that nothing on a page changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from seasontracker.dates import PartialDateError, parse_partial_date
from seasontracker.sources import Document, Plain
from seasontracker.tracking.said import first_day

_DASH = re.compile(r"( *)- +")
_FOR_EDITORS = re.compile(r"# *yaml-language-server:|# -\*-|# *vim:")
"""Comments on the first line that speak to an editor's program of the whole file."""


def in_order(document: Document) -> str:
    """Return a log's text with its claims in order; the same where that cannot be done safely."""
    text = document.source.text
    days, places = said_days(document.value), getattr(document.root, "inner", ())
    if len(days) < 2 or isinstance(places, Mapping) or len(places) != len(days):
        return text
    order = sorted(range(len(days)), key=days.__getitem__)
    starts = [place.line - 1 for place in places]
    if order == sorted(order) or starts != sorted(set(starts)):
        return text
    lines = (text if text.endswith("\n") else f"{text}\n").splitlines(keepends=True)
    dashes = [_DASH.fullmatch(lines[place.line - 1][: place.column - 1]) for place in places]
    indents = {len(dash[1]) for dash in dashes if dash}
    if len(indents) != 1 or None in dashes:
        return text
    [indent] = indents
    starts = [with_comments(lines, start, indent) for start in starts]
    ends = [
        _without_gap(lines, start, end, indent)
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    made = lines[: starts[0]]
    for position, (number, gap_end) in enumerate(
        zip(order, [*starts[1:], len(lines)], strict=True)
    ):
        made += lines[starts[number] : ends[number]]
        made += lines[ends[position] : gap_end]
    changed = "".join(made)
    return changed if text.endswith("\n") else changed.removesuffix("\n")


def said_days(value: Plain) -> list[date]:
    """Return the day of every claim; nothing where one has none."""
    found: list[date] = []
    for entry in value if isinstance(value, Sequence) and not isinstance(value, str) else ():
        said = entry.get("date") if isinstance(entry, Mapping) else None
        try:
            when = parse_partial_date(said) if isinstance(said, str) else None
        except PartialDateError:
            return []
        if when is None or when.earliest is None:
            return []
        found.append(first_day(when))
    return found


def with_comments(lines: Sequence[str], start: int, indent: int) -> int:
    """Return where an entry begins with the comments right above it."""
    while start and _is_comment(lines[start - 1], indent):
        if start == 1 and _FOR_EDITORS.match(lines[0]):
            break
        start -= 1
    return start


def _without_gap(lines: Sequence[str], start: int, end: int, indent: int) -> int:
    """Return where an entry ends without the blank lines and loose comments behind it."""
    while end > start + 1 and (
        lines[end - 1].strip() in ("", "...") or _is_comment(lines[end - 1], indent)
    ):
        end -= 1
    return end


def _is_comment(line: str, indent: int) -> bool:
    """Return whether a line is a comment that is not inside an entry."""
    bare = line.lstrip(" ")
    return bare.startswith("#") and len(line) - len(bare) <= indent

"""Dates that can only have been meant in one way are written in ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from seasontracker.dates import PartialDateError, parse_partial_date
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.editing.content_folder import findings_in
from seasontracker.editing.edits import Edit, edited

_QUOTED = re.compile(r"'((?:[^']|'')*)'|\"([^\"\\]*)\"")


def with_mended_dates(path: PurePosixPath, text: str) -> str:
    """Return a file's text with those dates mended that are right afterwards."""
    refused: set[Edit] = set()
    _, found = findings_in(path, text)
    while edit := next((one for one in _edits(text, found) if one not in refused), None):
        changed = edited(text, [edit])
        _, left = findings_in(path, changed)
        if len(left) < len(found) and _said(left) < _said(found):
            text, found = changed, left
        else:
            refused.add(edit)
    return text


def _edits(text: str, found: Sequence[Diagnostic]) -> Iterator[Edit]:
    lines = text.split("\n")
    for finding in found:
        if finding.code is not Code.BAD_DATE:
            continue
        place = finding.location
        rest = lines[place.line - 1][place.column - 1 :]
        column, written = place.column, rest[: place.length]
        if quoted := _QUOTED.match(rest):
            # The quotes stay, with whatever an editor has them for.
            column, written = place.column + 1, quoted[1] or quoted[2] or ""
        try:
            parse_partial_date(written)
        except PartialDateError as error:
            if error.sure:
                yield Edit(place.line, column, len(written), error.sure)


def _said(found: Sequence[Diagnostic]) -> set[tuple[Code, int, str]]:
    return {(one.code, one.location.line, one.message) for one in found}

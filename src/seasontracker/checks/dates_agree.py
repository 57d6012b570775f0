"""A release date in prose is the one that the claim log comes to."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.releases_stated import release_statements
from seasontracker.checks.stated import first_day, written
from seasontracker.checks.tracked import TrackedShow
from seasontracker.diagnostics import Code, Diagnostic

_ZONES = 1
"""What comes at midnight in California comes a day later in Korea."""


def check(show: TrackedShow) -> Iterator[Diagnostic]:
    if not show.is_english:
        return
    for season in show.seasons:
        for passage in season.texts:
            for stated in release_statements(passage, season, show):
                known = first_day(stated.season)
                if known is None:
                    continue
                if max((stated.first - known).days, (known - stated.last).days) <= _ZONES:
                    continue
                start, end = stated.when
                yield passage.diagnostic(
                    Code.WRONG_DATE,
                    start,
                    end,
                    f"`{passage.raw[start:end].strip()}` is not the date of "
                    f"season {stated.season.loaded.number} in its `status.yaml`",
                    f"that is {written(known)}: correct one of the two",
                )

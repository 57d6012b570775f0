"""What expires has been there before: published, and free of its embargo, on an earlier day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models import Located, Season, Show, Theory
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    things: list[Located[Any]] = [unit.loaded.show]
    for season in unit.loaded.seasons:
        things += [season.season, *(one.theory for one in season.theories)]
    zone = unit.settings.value.zone
    for thing in things:
        value: Show | Season | Theory = thing.value
        embargo = value.embargo_until
        ended = embargo.in_zone(zone).earliest if embargo else None
        for key, day in (("published", value.published), ("embargo_until", ended)):
            if value.expires is not None and day is not None and value.expires <= day:
                yield thing.diagnostic(
                    Code.NEVER_VISIBLE,
                    ("expires",),
                    f"it expires on {value.expires}, and is not there before {day} (`{key}`)",
                    "let it expire on a later day, or leave out `expires`",
                )

"""A show whose folder was renamed says what feeds and calendars know it by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.site.unit import ShowUnit

_HUB = re.compile(r"/shows/([a-z0-9]+(?:-[a-z0-9]+)*)/")


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    show = unit.loaded.show
    if show.value.id is not None:
        return
    for index, alias in enumerate(show.value.aliases):
        found = _HUB.fullmatch(alias)
        if found:
            yield show.diagnostic(
                Code.RENAMED_SHOW,
                ("aliases", index),
                f"the folder was renamed from `{found[1]}`, so that all its old news is new to "
                "feeds and calendars",
                f"write `id: {found[1]}`; or `id: {unit.slug}`, if it shall be so",
            )
            return

"""Every source of a show is named by something in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.checks.walk import sourced_values
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.site.unit import ShowUnit

_CITED = re.compile(r"@([a-z0-9-]+)")


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    # What a file with errors names is not known.
    if unit.loaded.sources is None or not unit.loaded.is_whole:
        return
    used = {source_id for _, _, named in sourced_values(unit) for source_id in named}
    for season in unit.loaded.seasons:
        used.update(_CITED.findall(season.season.document.body))
        for one in season.theories:
            used.update(_CITED.findall(one.theory.document.body))
    document = unit.loaded.sources.document
    for source_id in unit.loaded.sources.value:
        if source_id not in used:
            yield document.diagnostic(
                Code.UNUSED_SOURCE,
                document.locate_key(source_id),
                f"nothing names `{source_id}`",
                "name it where it is the source, or remove it",
            )

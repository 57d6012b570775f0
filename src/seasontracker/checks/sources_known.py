"""Every source that a show names is in its `sources.yaml` or the site's."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.checks.walk import sourced_values
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    if unit.loaded.files.sources and not unit.loaded.sources:
        # The register itself has errors; each reference to it would be reported as well.
        return
    known = unit.sources
    for located, steps, source_ids in sourced_values(unit):
        for index, source_id in enumerate(source_ids):
            if source_id not in known:
                yield located.diagnostic(
                    Code.UNKNOWN_SOURCE,
                    (*steps, "source", index),
                    f"`{source_id}` is not in `sources.yaml`",
                    suggestion(source_id, known, otherwise="add the source, or correct the id"),
                )

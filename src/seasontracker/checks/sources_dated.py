"""A source says when it was published; a work of reference, which is kept up to date, need not."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models.vocabulary import SourceTier
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    if unit.loaded.sources is None:
        return
    document = unit.loaded.sources.document
    for source_id, source in unit.loaded.sources.value.items():
        if source.published is None and source.tier is not SourceTier.REFERENCE:
            yield document.diagnostic(
                Code.UNDATED_SOURCE,
                document.locate_key(source_id),
                f"`{source_id}` does not say when it was published",
                "add `published:`, a month or a year if the day is not known",
            )

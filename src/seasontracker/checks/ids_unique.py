"""An id stands for one thing: claims, evidence, episodes and sources are named once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models import Located
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import Step


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    for season in unit.loaded.seasons:
        if season.claims:
            ids = [((index, "id"), claim.id) for index, claim in enumerate(season.claims.value)]
            yield from _repeated(season.claims, ids)
        if season.episodes:
            numbers = [
                ((index, "number"), str(episode.number))
                for index, episode in enumerate(season.episodes.value)
            ]
            yield from _repeated(season.episodes, numbers)
        for loaded in season.theories:
            evidence = [
                (("evidence", index, "id"), item.id)
                for index, item in enumerate(loaded.theory.value.evidence)
            ]
            yield from _repeated(loaded.theory, evidence)
    if unit.loaded.sources:
        document = unit.loaded.sources.document
        for source_id in unit.loaded.sources.value:
            if source_id in unit.shared_sources:
                yield document.diagnostic(
                    Code.DUPLICATE_ID,
                    document.locate_key(source_id),
                    f"`{source_id}` is also in the site's `sources.yaml`",
                    "keep one of the two",
                )


def _repeated(
    located: Located[Any], ids: Iterable[tuple[tuple[Step, ...], str | None]]
) -> Iterator[Diagnostic]:
    seen: dict[str, tuple[Step, ...]] = {}
    for steps, value in ids:
        if value is None:
            continue
        if value in seen:
            line = located.locate(*seen[value]).line
            yield located.diagnostic(
                Code.DUPLICATE_ID,
                steps,
                f"`{value}` is given twice",
                f"the first is on line {line}; choose another",
            )
        seen.setdefault(value, steps)

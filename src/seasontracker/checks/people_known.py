"""Everybody who plays a part is among the `people` of the show's register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.models import Located
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import Step


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    if unit.loaded.files.cast and not unit.loaded.cast:
        # The register itself has errors; each reference to it would be reported as well.
        return
    for located, steps, person_ids in _parts(unit):
        for index, person_id in enumerate(person_ids):
            if person_id not in unit.people:
                yield located.diagnostic(
                    Code.UNKNOWN_PERSON,
                    (*steps, "played_by", index),
                    f"`{person_id}` is not among the `people` of `cast.yaml`",
                    suggestion(
                        person_id,
                        unit.people,
                        otherwise="add the person to cast.yaml, or correct the id",
                    ),
                )


def _parts(
    unit: ShowUnit,
) -> Iterator[tuple[Located[Any], tuple[Step, ...], Sequence[str]]]:
    if unit.loaded.cast:
        for character_id, character in unit.characters.items():
            yield unit.loaded.cast, ("characters", character_id), character.played_by
    for season in unit.loaded.seasons:
        if season.cast:
            for character_id, entry in season.cast.value.items():
                yield season.cast, (character_id,), entry.played_by

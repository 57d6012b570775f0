"""Every character in a season's cast is in the show's register."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    if unit.loaded.files.cast and not unit.loaded.cast:
        # The register itself has errors; each reference to it would be reported as well.
        return
    known = unit.characters
    for season in unit.loaded.seasons:
        if season.cast is None:
            continue
        for character_id in season.cast.value:
            if character_id not in known:
                document = season.cast.document
                yield document.diagnostic(
                    Code.UNKNOWN_CHARACTER,
                    document.locate_key(character_id),
                    f"`{character_id}` is not a character in the show's `cast.yaml`",
                    suggestion(
                        character_id,
                        known,
                        otherwise="add the character to cast.yaml, or correct the id",
                    ),
                )

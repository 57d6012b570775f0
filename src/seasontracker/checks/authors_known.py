"""Every author of an article is listed in `site.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.site.unit import ShowUnit


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    known = unit.settings.value.authors
    for season in unit.loaded.seasons:
        for index, author_id in enumerate(season.season.value.authors):
            if author_id not in known:
                yield season.season.diagnostic(
                    Code.UNKNOWN_AUTHOR,
                    ("authors", index),
                    f"`{author_id}` is not an author of this site",
                    suggestion(
                        author_id, known, otherwise="add the author to site.yaml, or correct the id"
                    ),
                )

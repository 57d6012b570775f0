"""Every source is named by something: one of a show in that show, one of the site in any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seasontracker.checks.walk import sourced_values
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.models import Located, Source
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.unit import ShowUnit

_CITED = re.compile(r"@([a-z0-9-]+)")


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    # What a file with errors names is not known.
    if unit.loaded.sources is None or not unit.loaded.is_whole:
        return
    used = _named(unit)
    for source_id in unit.loaded.sources.value:
        if source_id not in used:
            yield _unused(unit.loaded.sources, source_id)


def named_rows(unit: ShowUnit) -> Iterator[ListRow]:
    """Yield a row for each of the site's sources that a show names."""
    for source_id in sorted(one for one in _named(unit) if one in unit.shared_sources):
        yield ListRow(_list_of(source_id), "", b"")


def check_shared(sources: Located[dict[str, Source]], rows: RowSource) -> Iterator[Diagnostic]:
    """Report the site's sources that no show names; drafts count as well."""
    for source_id in sources.value:
        if not rows.count_rows(_list_of(source_id)):
            yield _unused(sources, source_id)


def _named(unit: ShowUnit) -> set[str]:
    used = {source_id for _, _, named in sourced_values(unit) for source_id in named}
    for season in unit.loaded.seasons:
        used.update(_CITED.findall(season.season.document.body))
        for one in season.theories:
            used.update(_CITED.findall(one.theory.document.body))
    return used


def _list_of(source_id: str) -> str:
    return f"names-source/{source_id}"


def _unused(sources: Located[dict[str, Source]], source_id: str) -> Diagnostic:
    return sources.document.diagnostic(
        Code.UNUSED_SOURCE,
        sources.document.locate_key(source_id),
        f"nothing names `{source_id}`",
        "name it where it is the source, or remove it",
    )

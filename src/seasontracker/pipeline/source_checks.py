"""Checks the sources that the site as a whole has, once it is known what all shows name."""

from __future__ import annotations

from seasontracker.checks.ruling import rule_on_files
from seasontracker.checks.sources_used import check_shared
from seasontracker.pipeline.engine import Engine
from seasontracker.pipeline.notes import UnitNotes, warnings_of

SOURCES = "site:sources"
"""The unit that has no files, and the warnings about the site's `sources.yaml`."""


def note_sources(engine: Engine) -> None:
    """Report what is wrong with the site's sources, and put the warnings on record."""
    sources = engine.opened.sources
    if sources is None:
        return
    ruling = rule_on_files(engine.opened.workshop.settings, [sources.document])
    unused = check_shared(sources, engine.ledger.records)
    found = ruling.apply([*ruling.complaints, *unused])
    found += ruling.useless_silences()
    engine.log.extend(found)
    engine.ledger.keep(SOURCES, "", (None, None), {}, UnitNotes(warnings_of(found)))

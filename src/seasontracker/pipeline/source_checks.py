"""Checks the files of the site as a whole, once it is known what all shows name."""

from __future__ import annotations

from seasontracker.checks.cards_drawn import check_site
from seasontracker.checks.ruling import rule_on_files
from seasontracker.checks.sources_used import check_shared
from seasontracker.media.typesetting import STRONG, missing_marks
from seasontracker.pipeline.engine import Engine
from seasontracker.pipeline.notes import UnitNotes, warnings_of

SOURCES = "site:sources"
"""The unit that has no files, and the warnings about `site.yaml` and the site's `sources.yaml`."""


def note_sources(engine: Engine) -> None:
    """Report what is wrong with the site's own files, and put the warnings on record."""
    settings, sources = engine.opened.workshop.settings, engine.opened.sources
    # Its comments may silence what others find, so that none of them is called useless here.
    unset = missing_marks(settings.value.title, STRONG)
    found = rule_on_files(settings, [settings.document]).apply(check_site(settings, unset))
    if sources is not None:
        ruling = rule_on_files(settings, [sources.document])
        unused = check_shared(sources, engine.ledger.records)
        found += ruling.apply([*ruling.complaints, *unused])
        found += ruling.useless_silences()
    engine.log.extend(found)
    engine.ledger.keep(SOURCES, "", (None, None), {}, UnitNotes(warnings_of(found)))

"""A build that has something to do: open the site, make what is stale, publish it."""

from __future__ import annotations

import shutil

from seasontracker.checks.ruling import at_levels, levels_of
from seasontracker.diagnostics import DiagnosticLog
from seasontracker.output.kept import KeptStore, open_kept
from seasontracker.output.publish import Published
from seasontracker.pipeline.engine import FRAME, Engine
from seasontracker.pipeline.frame import Frame
from seasontracker.pipeline.ledger import Ledger
from seasontracker.pipeline.moved_checks import check_addresses
from seasontracker.pipeline.notes import read_warnings
from seasontracker.pipeline.open import Opened, open_site
from seasontracker.pipeline.options import BuildReport, Progress
from seasontracker.pipeline.publishing import publish_made
from seasontracker.pipeline.source_checks import SOURCES, note_sources
from seasontracker.pipeline.warm import Warm
from seasontracker.pipeline.work import TEXTS, Work, pages_name

_FRAME = "frame:"


def rebuild(work: Work, progress: Progress, warm: Warm | None = None) -> BuildReport:
    """Make what is stale, and publish it unless there are errors; raises `OutputError`."""
    log = DiagnosticLog()
    opened = _open(work, log, warm)
    if opened is None:
        return BuildReport(log, len(work.inputs.shows), 0, 0, None)
    _clear_stage(work)
    try:
        with (
            open_kept(work.state, TEXTS) as texts,
            open_kept(work.state, pages_name(work.name)) as pages,
        ):
            if work.options.clean:
                texts.clear()
                pages.clear()
            engine = _engine(work, progress, opened, texts, pages)
            levels = levels_of(opened.workshop.settings.value.checks)
            engine.note_frame(tuple(at_levels(log, levels)))
            engine.compile_shows()
        return _finish(work, engine)
    finally:
        _clear_stage(work)


def _open(work: Work, log: DiagnosticLog, warm: Warm | None) -> Opened | None:
    """Open the site, unless it is still open from the build before."""
    if warm is not None and (opened := warm.reopen(work.inputs, work.options, log)) is not None:
        return opened
    moved = work.inputs.frame != work.records.meta().get("frame")
    opened = open_site(work.project, work.options, log, inputs=work.inputs, checks_templates=moved)
    if warm is not None and opened is not None:
        warm.keep(work.inputs, opened, log)
    return opened


def _engine(
    work: Work, progress: Progress, opened: Opened, texts: KeptStore, pages: KeptStore
) -> Engine:
    meta = work.records.meta()
    known: dict[str, str] = {}
    if work.inputs.frame == meta.get("frame"):
        known = {
            name.removeprefix(_FRAME): value
            for name, value in meta.items()
            if name.startswith(_FRAME)
        }
    stale = work.find_stale(opened.clock.now)
    texts.forget(stale.gone)
    pages.forget(stale.gone)
    return Engine(
        opened=opened,
        options=work.options,
        progress=progress,
        ledger=Ledger(work.records, stale),
        texts=texts,
        pages=pages,
        inputs=work.inputs,
        known=work.known,
        stale=stale,
        frame=Frame(opened.press, work.inputs.digests, known),
        show_frame=meta.get(f"{_FRAME}show", ""),
        content_frame=meta.get(f"{_FRAME}content", ""),
        sources_frame=meta.get(f"{_FRAME}sources", ""),
        stage=work.stage if work.writes else None,
    )


def _finish(work: Work, engine: Engine) -> BuildReport:
    """Link and publish what was compiled; errors stop that."""
    told = {FRAME}
    if engine.log.has_errors:
        told.add(SOURCES)  # what is on record may be about another state of the file
    elif engine.needs_linking():
        engine.link_site()
        engine.log.extend(check_addresses(engine.opened.workshop, work.records, engine.ledger.made))
        note_sources(engine)
        told.add(SOURCES)
    engine.log.extend(read_warnings(work.records, engine.reasons.keys() | told))
    seasons, pages = _totals(work, engine)
    due = work.due(engine.ledger.made.values(), engine.stale.gone)
    published: Published | None = None
    is_blocked = engine.log.has_errors or (work.options.strict and len(engine.log) > 0)
    if work.writes and not is_blocked:
        engine.progress("write", 0, len(engine.ledger.staged))
        published = publish_made(engine, work.project.output, work.manifest, work.changed_urls)
    shows = len(engine.opened.shows)
    return BuildReport(
        engine.log,
        shows,
        seasons,
        pages,
        published,
        engine.reasons,
        str(engine.opened.clock),
        due,
        None if engine.log.has_errors else work.claims(),
    )


def _totals(work: Work, engine: Engine) -> tuple[int, int]:
    """Return how many seasons and pages the site has with what was made."""
    seasons, pages, _ = work.records.totals()
    before = [unit for name, unit in engine.ledger.replaced.items() if work.records.has_unit(name)]
    seasons += engine.seasons - sum(unit.seasons for unit in before if unit.name in engine.reasons)
    pages += sum(unit.pages for unit in engine.ledger.made.values()) - sum(
        unit.pages for unit in before
    )
    return seasons, pages


def _clear_stage(work: Work) -> None:
    shutil.rmtree(work.stage, ignore_errors=True)

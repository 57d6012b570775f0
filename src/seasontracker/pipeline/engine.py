"""Makes again what is stale: compiles shows, and links the site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from seasontracker.codec import pack
from seasontracker.diagnostics import Diagnostic, DiagnosticLog
from seasontracker.output.kept import KeptStore
from seasontracker.output.picture_store import PictureStore
from seasontracker.output.publish import Stage
from seasontracker.output.snapshot import Snapshot
from seasontracker.pipeline.conflicts import check_output
from seasontracker.pipeline.frame import Frame
from seasontracker.pipeline.inputs import SHOW, Inputs
from seasontracker.pipeline.kept_pages import pages_key
from seasontracker.pipeline.ledger import Ledger
from seasontracker.pipeline.link import SiteLinker
from seasontracker.pipeline.link_checks import check_links_between, link_owner
from seasontracker.pipeline.notes import UnitNotes, kept_notes, warnings_of
from seasontracker.pipeline.open import Opened, open_stage, open_worker
from seasontracker.pipeline.options import BuildOptions, Progress
from seasontracker.pipeline.people_checks import check_people
from seasontracker.pipeline.pool import run_jobs
from seasontracker.pipeline.reads import reads_the_same
from seasontracker.pipeline.show_id_checks import check_show_ids
from seasontracker.pipeline.site_pages import PARTS, SitePage, part_of
from seasontracker.pipeline.staging import put_files
from seasontracker.pipeline.staleness import Staleness, some, unit_key
from seasontracker.pipeline.worker import ShowJob, ShowParts, ShowResult, ShowWorker, blame

_OTHER_SHOWS = "shows that it speaks of changed"

FRAME = "site:frame"
"""The unit that has no files, and the warnings about the site's own files."""


class Engine(Struct):
    """One build: what it is made from, and what it has made so far."""

    opened: Opened
    options: BuildOptions
    progress: Progress
    ledger: Ledger
    texts: KeptStore
    """Rendered prose."""
    pages: KeptStore
    """Compiled pages of shows."""
    inputs: Inputs
    known: Mapping[str, Snapshot]
    """The snapshots on record."""
    stale: Staleness
    frame: Frame
    show_frame: str
    """What shows were last made with, as `Frame.show` says it."""
    content_frame: str
    """What they were last compiled with, as `Frame.content` says it."""
    sources_frame: str
    """The site's sources at that time, as `Frame.sources` says it."""
    stage: Path | None
    """Where new files wait; None when nothing is to be written."""
    log: DiagnosticLog = field(default_factory=DiagnosticLog)
    reasons: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    """Shows with errors."""
    linked: set[str] = field(default_factory=set)
    """Shows of which links, or the places that others may link to, may have changed."""
    seasons: int = 0
    """How many seasons the shows have that were compiled."""

    def note_frame(self, found: Sequence[Diagnostic]) -> None:
        """Put the warnings about the site's own files on record."""
        self.log.extend(found)
        self.ledger.keep(FRAME, "", (None, None), {}, UnitNotes(warnings_of(found)))

    def compile_shows(self) -> None:
        """Compile or print again what is stale, and check the links between shows."""
        for name in self.stale.gone:
            self.ledger.forget(name)
        self._find_other_sources()
        stale = [slug for slug in self.opened.shows if self._is_stale(f"{SHOW}{slug}", slug)]
        worker = ShowWorker(
            self.opened.press, self.opened.clock, self._open_stage(), self.inputs.program
        )
        reopen = partial(
            open_worker,
            self.opened.project,
            self.options,
            self.opened.clock,
            self.stage,
            Inputs(self.inputs.digests),
        )
        jobs = map(self._job, stale)
        results = run_jobs(jobs, len(stale), worker, reopen, self.options.jobs)
        for done, result in enumerate(results, start=1):
            self._take(result)
            self.progress("compile", done, len(stale))
        changed, shows = self.linked | {*self.stale.gone}, self.opened.workshop.links.shows
        self.log.extend(check_links_between(self.ledger.records, changed, self.broken, shows))
        self.log.extend(check_people(self.ledger.records, self.ledger.touched, self.broken))
        self.log.extend(check_show_ids(self.ledger.records, self.ledger.touched, self.broken))

    def link_site(self) -> None:
        """Make those pages and files of the site that are stale or read what has changed."""
        store = PictureStore(self.opened.project.state) if self.stage is not None else None
        linker = SiteLinker(
            self.opened.press, self.frame, self.ledger.records, self.opened.clock, store
        )
        known = self.ledger.records.keys(beside=SHOW)
        for part in PARTS:
            doubtful = self._doubtful(part)
            if doubtful is not None and not doubtful:
                continue
            plan = linker.plan(part, doubtful)
            if doubtful is None:
                self.ledger.records.set_reads(_plan_of(part), plan.reads)
                here = {name for name in known if part_of(name) == part} - {FRAME}
                for name in sorted(here - plan.units.keys()):
                    self.ledger.forget(name)
            for name, (key, page) in plan.units.items():
                reason = self._link_reason(name, key, known.get(name))
                if reason:
                    self.reasons[name] = reason
                    self._link(linker, name, key, page)

    def _doubtful(self, part: str) -> set[str] | None:
        """Return those units of a part that may have to be made; None when all of it may differ."""
        records = self.ledger.records
        if self.inputs.frame != records.meta().get("frame"):
            return None
        readers = records.readers(self.ledger.touched)
        if _plan_of(part) in readers or not records.reads_of(_plan_of(part)):
            return None  # there may be others, and without a plan on record it is the first time
        stale = (name for name in self.stale.reasons if not name.startswith(SHOW))
        return {name for name in (*stale, *readers) if part_of(name) == part}

    def needs_linking(self) -> bool:
        """Return whether anything may have become of the site's own pages."""
        return (
            bool(self.ledger.touched)
            or self.inputs.frame != self.ledger.records.meta().get("frame")
            or any(not name.startswith(SHOW) for name in self.stale.reasons)
        )

    def _is_stale(self, name: str, slug: str) -> bool:
        reason = self.stale.reasons.get(name, "")
        if reason != "new" and self.frame.show != self.show_frame:
            reason = reason or self._frame_reason()
        if reason:
            self.reasons[name] = reason
        return bool(reason)

    def _find_other_sources(self) -> None:
        """Find shows for which the site's sources are others than when they were compiled."""
        if self.frame.sources == self.sources_frame:
            return
        sources = self.opened.workshop.shared_sources
        for slug in self.opened.shows:
            name = f"{SHOW}{slug}"
            unit = self.ledger.records.unit(name)
            if unit is None or self.stale.reasons.get(name):
                continue
            if not sources.answers_the_same(kept_notes(unit.notes).sources):
                self.stale.reasons[name] = some(self.inputs.moved.get("sources", ("sources",)))

    def _frame_reason(self) -> str:
        """Name what moved of all that is no part of a show."""
        moved = [
            path
            for name, paths in self.inputs.moved.items()
            if not name.startswith(SHOW)
            for path in paths
        ]
        return some(tuple(moved)) or "other settings"

    def _job(self, slug: str) -> ShowJob:
        name = f"{SHOW}{slug}"
        intact, unit = self.ledger.intact(name), self.ledger.replaced.get(name)
        pages = b""
        if unit is not None and not self.stale.reasons.get(name):
            # Only the frame moved, and not what is compiled with it; else there is no such key.
            wanted = pages_key(self.content_frame, self._own(name), unit)
            if self.frame.content == self.content_frame:
                pages = self.pages.of_unit(name).get(wanted, b"")
        texts = self.texts.of_unit(name) if not pages else {}
        return ShowJob(slug, intact, texts, pages)

    def _own(self, name: str) -> str:
        """Return the digest of a show's folder."""
        return self.inputs.digests.get(name) or self.known[name].digest

    def _open_stage(self) -> Stage | None:
        return open_stage(self.stage, self.opened.project, self.options)

    def _take(self, result: ShowResult) -> None:
        """Put what a show says of itself on record."""
        name = f"{SHOW}{result.slug}"
        if self.ledger.records.set_anchors(name, result.anchors) or result.compiled is not None:
            self.linked.add(name)
        if result.compiled is None:
            self._take_pages(name, result)
        else:
            self._take_compiled(name, result, result.compiled)

    def _take_pages(self, name: str, result: ShowResult) -> None:
        """Put pages on record that were printed again; all else of the show is as it was."""
        before = self.ledger.replaced[name]
        self.log.extend(kept_notes(before.notes).warnings)
        self.seasons += before.seasons
        outputs = {
            path: (value, False)
            for path, value in before.outputs().items()
            if path.removesuffix(".br").removesuffix(".gz") not in result.outputs
        }
        outputs |= result.outputs
        self.ledger.put(replace(before, key=unit_key(self.frame.show, self._own(name))), outputs)

    def _take_compiled(self, name: str, result: ShowResult, parts: ShowParts) -> None:
        self.log.extend(parts.diagnostics)
        self.seasons += parts.seasons
        self.texts.keep(name, parts.texts_used, parts.texts_made)
        shows = self.opened.workshop.links.shows
        links = ((link_owner(link, shows), pack(link)) for link in parts.links)
        self.ledger.records.set_links(name, links)
        if not parts.is_whole:
            self.broken.add(name)
            return
        self.ledger.touched |= self.ledger.records.set_rows(name, parts.rows)
        self.ledger.keep(
            name,
            unit_key(self.frame.show, self._own(name)),
            (parts.holds_from, parts.holds_until),
            result.outputs,
            UnitNotes(parts.diagnostics, pictures=parts.pictures_used, sources=parts.sources),
            seasons=parts.seasons,
            pages=len(result.anchors),
        )
        if parts.pages:
            key = pages_key(self.frame.content, self._own(name), self.ledger.made[name])
            self.pages.keep(name, (), {key: parts.pages})

    def _link_reason(self, name: str, key: str, known: str | None) -> str:
        """Return why a unit of the site must be made; empty when it need not be."""
        if known is None:
            return "new"
        if reason := self.stale.reasons.get(name, ""):
            return reason
        records = self.ledger.records
        if known != key:
            is_framed = self.inputs.frame != records.meta().get("frame")
            return self._frame_reason() if is_framed else _OTHER_SHOWS
        if records.reads_of(name).isdisjoint(self.ledger.touched):
            return ""
        unit = records.unit(name)
        reads = kept_notes(unit.notes).reads if unit is not None else None
        return "" if reads is not None and reads_the_same(reads, records) else _OTHER_SHOWS

    def _link(self, linker: SiteLinker, name: str, key: str, page: SitePage | None) -> None:
        try:
            unit = linker.make(name, page)
        except Exception as error:
            finding = blame(self.opened.press, error)
            if finding is None:
                raise
            self.log.add(finding)
            return
        self.log.extend((*unit.diagnostics, *check_output(unit.files)))
        self.ledger.touched |= self.ledger.records.set_rows(name, unit.rows)
        self.ledger.records.set_anchors(name, unit.anchors)
        self.ledger.records.set_reads(name, unit.reads.lists)
        settings, intact = self.opened.workshop.settings.value, self.ledger.intact(name)
        outputs = put_files(self._open_stage(), settings, unit.files, intact)
        self.ledger.keep(
            name,
            key,
            (unit.holds_from, unit.holds_until),
            outputs,
            UnitNotes(warnings_of(unit.diagnostics), reads=unit.reads, pictures=unit.pictures),
            pages=1 if page is not None else 0,
        )


def _plan_of(part: str) -> str:
    """Return the name under which the lists are on record that a part is planned from."""
    return f"plan:{part}"

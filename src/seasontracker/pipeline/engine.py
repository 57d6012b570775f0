"""Makes again what is stale: compiles shows, and links the site."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from seasontracker.codec import pack, unpack
from seasontracker.diagnostics import Diagnostic, DiagnosticLog
from seasontracker.output.publish import Stage
from seasontracker.output.records import Records, UnitRecord
from seasontracker.output.snapshot import Snapshot
from seasontracker.output.texts import TextStore
from seasontracker.pages.links import OutgoingLink
from seasontracker.pipeline.conflicts import check_output
from seasontracker.pipeline.frame import Frame
from seasontracker.pipeline.inputs import SHOW, Inputs
from seasontracker.pipeline.link import SiteLinker
from seasontracker.pipeline.link_checks import check_links
from seasontracker.pipeline.notes import UnitNotes, keep_notes, kept_notes
from seasontracker.pipeline.open import Opened, open_stage, open_worker
from seasontracker.pipeline.options import BuildOptions, Progress
from seasontracker.pipeline.pool import run_jobs
from seasontracker.pipeline.reads import reads_the_same
from seasontracker.pipeline.site_pages import SitePage
from seasontracker.pipeline.staleness import Staleness, some, unit_key
from seasontracker.pipeline.worker import ShowJob, ShowResult, ShowWorker, blame

FRAME = "site:frame"
"""The unit that has no files, and the warnings about the site's own files."""


@dataclass(slots=True)
class Engine:
    """One build: what it is made from, and what it has made so far."""

    opened: Opened
    options: BuildOptions
    progress: Progress
    records: Records
    texts: TextStore
    inputs: Inputs
    known: Mapping[str, Snapshot]
    """The snapshots on record."""
    stale: Staleness
    frame: Frame
    show_frame: str
    """What shows were last compiled with, as `Frame.show` says it."""
    stage: Path | None
    """Where new files wait; None when nothing is to be written."""
    log: DiagnosticLog = field(default_factory=DiagnosticLog)
    reasons: dict[str, str] = field(default_factory=dict)
    made: dict[str, UnitRecord] = field(default_factory=dict)
    """Units that were made again, with their files' digests and without their times."""
    replaced: dict[str, UnitRecord] = field(default_factory=dict)
    """The same units as they were before, and those that are gone."""
    staged: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    """The lists of which a row has changed."""
    broken: set[str] = field(default_factory=set)
    """Shows with errors."""
    seasons: int = 0
    """How many seasons the shows have that were compiled."""

    def note_frame(self, found: Sequence[Diagnostic]) -> None:
        """Put the warnings about the site's own files on record."""
        self.log.extend(found)
        warnings = tuple(one for one in found if one.code.is_warning)
        self._keep(FRAME, "", (None, None), {}, UnitNotes(warnings))

    def compile_shows(self) -> None:
        """Compile stale shows, and check the links between shows."""
        for name in self.stale.gone:
            self._forget(name)
        stale = [slug for slug in self.opened.shows if self._is_stale(f"{SHOW}{slug}", slug)]
        worker = ShowWorker(
            self.opened.workshop, self.opened.clock, self._open_stage(), self.inputs.program
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
        self._check_links({f"{SHOW}{slug}" for slug in stale} | {*self.stale.gone})

    def link_site(self) -> None:
        """Make those pages and files of the site that are stale or read what has changed."""
        linker = SiteLinker(self.opened.workshop, self.frame, self.records, self.opened.clock)
        known = {unit.name: unit for unit in self.records.units(beside=SHOW)}
        plan = linker.plan()
        for name in sorted(set(known) - set(plan) - {FRAME}):
            self._forget(name)
        for name, (key, page) in plan.items():
            reason = self._link_reason(name, key, known.get(name))
            if reason:
                self.reasons[name] = reason
                self._link(linker, name, key, page)

    def needs_linking(self) -> bool:
        """Return whether anything may have become of the site's own pages."""
        return (
            bool(self.touched)
            or self.inputs.frame != self.records.meta().get("frame")
            or any(not name.startswith(SHOW) for name in self.stale.reasons)
        )

    def _is_stale(self, name: str, slug: str) -> bool:
        reason = self.stale.reasons.get(name, "")
        if reason != "new" and self.frame.show != self.show_frame:
            reason = reason or self._frame_reason()
        if reason:
            self.reasons[name] = reason
        return bool(reason)

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
        return ShowJob(slug, self._intact(name), self.texts.of_unit(name))

    def _intact(self, name: str) -> dict[str, bytes]:
        """Return the digests of those files of a unit that the output has as we left them."""
        unit = self.records.unit(name)
        if unit is None:
            return {}
        self.replaced[name] = unit
        broken = self.stale.broken.get(name, set())
        return {path: value for path, value in unit.outputs().items() if path not in broken}

    def _open_stage(self) -> Stage | None:
        return open_stage(self.stage, self.opened.project, self.options)

    def _take(self, result: ShowResult) -> None:
        """Put what a show says of itself on record."""
        name = f"{SHOW}{result.slug}"
        self.log.extend(result.diagnostics)
        self.seasons += result.seasons
        self.texts.keep(name, result.texts_used, result.texts_made)
        self.records.set_links(name, ((self._owner(link), pack(link)) for link in result.links))
        self.records.set_anchors(name, result.anchors)
        if not result.is_whole:
            self.broken.add(name)
            return
        self.touched |= self.records.set_rows(name, result.rows)
        own = self.inputs.digests.get(name) or self.known[name].digest
        self._keep(
            name,
            unit_key(self.frame.show, own),
            (result.valid_from, result.valid_until),
            result.outputs,
            UnitNotes(result.diagnostics),
            seasons=result.seasons,
            pages=len(result.anchors),
        )

    def _keep(
        self,
        name: str,
        key: str,
        valid: tuple[date | None, date | None],
        outputs: Mapping[str, tuple[bytes, bool]],
        notes: UnitNotes,
        *,
        seasons: int = 0,
        pages: int = 0,
    ) -> None:
        start, end = valid
        self.made[name] = UnitRecord(
            name=name,
            key=key,
            valid_from=start.toordinal() if start else None,
            valid_until=end.toordinal() if end else None,
            paths=tuple(outputs),
            stats=array("Q"),
            digests=b"".join(value for value, _ in outputs.values()),
            seasons=seasons,
            pages=pages,
            warnings=len(notes.warnings),
            notes=keep_notes(notes),
        )
        self.staged |= {path for path, (_, is_staged) in outputs.items() if is_staged}

    def _forget(self, name: str) -> None:
        """Take a unit off the record."""
        unit = self.records.unit(name)
        if unit is not None:
            self.replaced[name] = unit
        self.touched |= self.records.set_rows(name, ())
        self.records.forget_unit(name)

    def _link_reason(self, name: str, key: str, unit: UnitRecord | None) -> str:
        """Return why a unit of the site must be made; empty when it need not be."""
        if unit is None:
            return "new"
        if reason := self.stale.reasons.get(name, ""):
            return reason
        if unit.key != key:
            return self._frame_reason()
        reads = kept_notes(unit.notes).reads
        if reads is None or not reads_the_same(reads, self.records, self.touched):
            return "shows that it speaks of changed"
        return ""

    def _link(self, linker: SiteLinker, name: str, key: str, page: SitePage | None) -> None:
        try:
            unit = linker.make(name, page)
        except Exception as error:
            finding = blame(self.opened.workshop, error)
            if finding is None:
                raise
            self.log.add(finding)
            return
        self.log.extend(check_output(unit.files))
        self.touched |= self.records.set_rows(name, unit.rows)
        self.records.set_anchors(name, unit.anchors)
        stage, intact = self._open_stage(), self._intact(name)
        outputs = {file.path: stage.put(file, intact) for file in unit.files} if stage else {}
        self._keep(
            name,
            key,
            (unit.valid_from, unit.valid_until),
            outputs,
            UnitNotes(reads=unit.reads),
            pages=1 if page is not None else 0,
        )

    def _owner(self, link: OutgoingLink) -> str:
        """Return the name of the unit whose page a link leads to; empty when it is no show's."""
        shows = self.opened.workshop.links.shows
        if not link.permalink.startswith(shows):
            return ""
        return SHOW + link.permalink.removeprefix(shows).partition("/")[0]

    def _check_links(self, changed: set[str]) -> None:
        """Check the links that changed shows make, and those that others make to them."""
        links: dict[OutgoingLink, None] = {}
        for name in sorted(changed):
            for data in (*self.records.links_of(name), *self.records.links_to(name)):
                links[unpack(data, OutgoingLink)] = None
        # Pages of a show that has errors are not known.
        sure = [link for link in links if self._owner(link) not in self.broken]
        self.log.extend(self._judge(sure))

    def _judge(self, links: Iterable[OutgoingLink]) -> Iterator[Diagnostic]:
        pages: dict[str, frozenset[str]] = {}
        everything: list[str] = []
        for link in links:
            anchors = self.records.anchors(link.permalink)
            if anchors is None and not everything:
                # Not those about several shows, which a first build does not have yet.
                everything = self.records.permalinks(SHOW)
            if anchors is not None:
                pages[link.permalink] = anchors
            yield from check_links([link], pages, everything)

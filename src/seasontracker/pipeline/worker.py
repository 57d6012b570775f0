"""What one process does with one show: compile it, and put its files on the stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from seasontracker.clock import Clock
from seasontracker.diagnostics import Diagnostic, DiagnosticLog
from seasontracker.output.publish import OutputFile, Stage
from seasontracker.pages.environment import template_names
from seasontracker.pages.links import OutgoingLink
from seasontracker.pages.template_errors import template_finding
from seasontracker.pipeline.compile import CompiledShow, compile_show
from seasontracker.pipeline.link_checks import check_links
from seasontracker.pipeline.texts import TextShelf
from seasontracker.pipeline.workshop import Workshop
from seasontracker.rows import ListRow


@dataclass(frozen=True, slots=True)
class ShowJob:
    """A show to be compiled, and what is known of it."""

    slug: str
    intact: Mapping[str, bytes]
    """The digests of those of its files that the output has as we left them."""
    texts: Mapping[str, bytes]
    """Its rendered texts of earlier builds, by digest."""


@dataclass(frozen=True, slots=True)
class ShowResult:
    """What became of a show, without its pages, which are on the stage."""

    slug: str
    diagnostics: tuple[Diagnostic, ...]
    is_whole: bool
    """Whether it has pages; else it has errors."""
    outputs: Mapping[str, tuple[bytes, bool]]
    """The digest of each file, and whether it is on the stage."""
    rows: tuple[ListRow, ...]
    anchors: tuple[tuple[str, tuple[str, ...]], ...]
    """The address of each page, and the ids on it."""
    links: tuple[OutgoingLink, ...]
    """Links to pages of other shows."""
    valid_from: date | None
    valid_until: date | None
    seasons: int
    texts_used: frozenset[str]
    texts_made: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class ShowWorker:
    """Compiles shows, one after the other."""

    workshop: Workshop
    clock: Clock
    stage: Stage | None
    """None when nothing is to be written."""
    program: str
    """The digest of our own code and of all libraries."""

    def run(self, job: ShowJob) -> ShowResult:
        """Compile a show; a mistake in a site's own template is a finding. Raises `OSError`."""
        quick = self.workshop.settings.value.quick_prose
        shelf = TextShelf(quick, self.program, job.texts)
        try:
            compiled = compile_show(self.workshop, job.slug, self.clock, shelf)
        except Exception as error:
            finding = blame(self.workshop, error)
            if finding is None:
                raise
            compiled = CompiledShow(job.slug, (finding,))
        return self._result(job, compiled, shelf)

    def _result(self, job: ShowJob, compiled: CompiledShow, shelf: TextShelf) -> ShowResult:
        found = DiagnosticLog()
        found.extend(compiled.diagnostics)
        own = {page.permalink: page.anchors for page in compiled.pages}
        folder = self.workshop.links.show(job.slug)
        inside = [link for link in compiled.links if link.permalink.startswith(folder)]
        if compiled.listing is not None:
            found.extend(check_links(inside, own))
        is_whole = compiled.listing is not None and not found.has_errors
        files = [*(page.file for page in compiled.pages), *compiled.files] if is_whole else []
        return ShowResult(
            slug=job.slug,
            diagnostics=tuple(found),
            is_whole=is_whole,
            outputs={file.path: self._put(file, job.intact) for file in files},
            rows=compiled.rows,
            anchors=tuple((url, tuple(sorted(ids))) for url, ids in own.items()),
            links=tuple(link for link in compiled.links if link not in set(inside)),
            valid_from=compiled.valid_from,
            valid_until=compiled.valid_until,
            seasons=compiled.seasons,
            texts_used=frozenset(shelf.used),
            texts_made=shelf.made,
        )

    def _put(self, file: OutputFile, intact: Mapping[str, bytes]) -> tuple[bytes, bool]:
        return self.stage.put(file, intact) if self.stage is not None else (b"", False)


def blame(workshop: Workshop, error: Exception) -> Diagnostic | None:
    """Return an error as a finding about a site's own template, if it is one."""
    project = workshop.project
    names = template_names(project.package_templates, project.templates)
    return template_finding(error, names, project.templates)

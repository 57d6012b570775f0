"""What one process does with one show: make its files, and put them on the stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from seasontracker.clock import Clock
from seasontracker.diagnostics import Diagnostic, DiagnosticLog
from seasontracker.output.picture_store import PictureStore
from seasontracker.output.publish import OutputFile, Stage
from seasontracker.pages.environment import template_names
from seasontracker.pages.links import OutgoingLink
from seasontracker.pages.template_errors import template_finding
from seasontracker.pipeline.compile import CompiledShow, compile_show, has_errors
from seasontracker.pipeline.conflicts import check_output
from seasontracker.pipeline.kept_pages import KeptPages, keep_pages, kept_pages
from seasontracker.pipeline.link_checks import check_links
from seasontracker.pipeline.pages import RenderedPage, render_page
from seasontracker.pipeline.pictures import PictureShelf
from seasontracker.pipeline.staging import put_files
from seasontracker.pipeline.texts import TextShelf
from seasontracker.pipeline.workshop import Press
from seasontracker.rows import DamageError, ListRow
from seasontracker.site.sources_asked import SourcesAsked


class ShowJob(Struct, frozen=True):
    """A show to be made again, and what is known of it."""

    slug: str
    intact: Mapping[str, bytes]
    """The digests of those of its files that the output has as we left them."""
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """Its rendered texts of earlier builds, by digest."""
    pages: bytes = b""
    """Its compiled pages, where only what they are printed with has changed."""


class ShowParts(Struct, frozen=True):
    """What compiling a show gives beside its files."""

    diagnostics: tuple[Diagnostic, ...]
    is_whole: bool
    """Whether it has pages; else it has errors."""
    rows: tuple[ListRow, ...]
    links: tuple[OutgoingLink, ...]
    """Links to pages of other shows."""
    holds_from: int | None
    holds_until: int | None
    seasons: int
    texts_used: frozenset[str]
    texts_made: Mapping[str, bytes]
    pages: bytes
    """Its compiled pages, for the next build."""
    pictures_used: tuple[str, ...]
    """The keys of what is kept of its pictures."""
    sources: SourcesAsked
    """What it wanted to know of the site's sources."""


class ShowResult(Struct, frozen=True):
    """What became of a show, without its files, which are on the stage."""

    slug: str
    outputs: Mapping[str, tuple[bytes, bool]]
    """The digest of each file, and whether it is on the stage."""
    anchors: tuple[tuple[str, tuple[str, ...]], ...]
    """The address of each page, and the ids on it."""
    compiled: ShowParts | None
    """None when its pages were printed again, and all else is as it was."""


class ShowWorker(Struct, frozen=True):
    """Makes shows, one after the other."""

    press: Press
    clock: Clock
    stage: Stage | None
    """None when nothing is to be written."""
    program: str
    """The digest of our own code and of all libraries."""

    def run(self, job: ShowJob) -> ShowResult:
        """Make a show; a mistake in a site's own template is a finding. Raises `OSError`."""
        again = self._print_again(job) if job.pages else None
        return again or self._compile(job)

    def _print_again(self, job: ShowJob) -> ShowResult | None:
        """Print pages that were compiled before; None when the show must be compiled after all."""
        try:
            kept = kept_pages(job.pages)
            pages = [render_page(self.press, page) for page in kept.pages]
        except DamageError:
            return None
        except Exception as error:
            if blame(self.press, error) is None:
                raise
            return None  # what a show with a mistake in it says of itself is told in one place
        if any(check_links(kept.links, _anchors(pages))):
            return None
        return self._result(job, pages, (), None)

    def _compile(self, job: ShowJob) -> ShowResult:
        workshop = self.press.workshop
        shelf = TextShelf(workshop.settings.value.quick_prose, self.program, job.texts)
        pictures = PictureShelf(PictureStore(workshop.project.state) if self.stage else None)
        compiled, pages = CompiledShow(job.slug, ()), list[RenderedPage]()
        try:
            compiled = compile_show(workshop, job.slug, self.clock, shelf, pictures)
            pages = [render_page(self.press, page) for page in compiled.pages]
        except Exception as error:
            finding = blame(self.press, error)
            if finding is None and not has_errors(compiled.diagnostics):
                raise
            # Without a template to blame, something that is broken stands in the way.
            told = (finding,) if finding is not None else ()
            compiled = CompiledShow(job.slug, (*compiled.diagnostics, *told))
        found = DiagnosticLog()
        found.extend(compiled.diagnostics)
        own = _anchors(pages)
        folder = workshop.links.show(job.slug)
        inside = tuple(link for link in compiled.links if link.permalink.startswith(folder))
        if compiled.listing is not None:
            found.extend(check_output([*(page.file for page in pages), *compiled.files]))
            found.extend(check_links(inside, own))
        is_whole = compiled.is_complete and not found.has_errors
        keeps = is_whole and self.stage is not None
        parts = ShowParts(
            diagnostics=tuple(found),
            is_whole=is_whole,
            rows=compiled.rows,
            links=tuple(link for link in compiled.links if link not in set(inside)),
            holds_from=compiled.holds_from,
            holds_until=compiled.holds_until,
            seasons=compiled.seasons,
            texts_used=frozenset(shelf.used),
            texts_made=shelf.made,
            pages=keep_pages(KeptPages(compiled.pages, inside)) if keeps else b"",
            pictures_used=tuple(sorted(pictures.used)),
            sources=compiled.sources,
        )
        return self._result(job, pages, compiled.files, parts)

    def _result(
        self,
        job: ShowJob,
        pages: list[RenderedPage],
        files: Iterable[OutputFile],
        parts: ShowParts | None,
    ) -> ShowResult:
        made: list[OutputFile] = []
        if parts is None or parts.is_whole:
            made = [*(page.file for page in pages), *files]
        return ShowResult(
            slug=job.slug,
            outputs=put_files(self.stage, self.press.workshop.settings.value, made, job.intact),
            anchors=tuple((url, tuple(sorted(ids))) for url, ids in _anchors(pages).items()),
            compiled=parts,
        )


def _anchors(pages: Iterable[RenderedPage]) -> dict[str, frozenset[str]]:
    return {page.permalink: page.anchors for page in pages}


def blame(press: Press, error: Exception) -> Diagnostic | None:
    """Return an error as a finding about a site's own template, if it is one."""
    project = press.workshop.project
    names = template_names(project.package_templates, project.templates)
    return template_finding(error, names, project.templates)

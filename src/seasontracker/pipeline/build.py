"""Builds a site: the table of contents of the whole program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from os import cpu_count
from pathlib import PurePosixPath

from seasontracker.clock import Clock, read_clock
from seasontracker.diagnostics import Code, Diagnostic, DiagnosticLog, Location
from seasontracker.models import Located, SiteSettings, Source
from seasontracker.output.cache import open_cache
from seasontracker.output.lock import build_lock
from seasontracker.output.publish import OutputFile, Published, prune, publish
from seasontracker.pages.assets import AssetError
from seasontracker.pages.environment import TemplateError, template_names
from seasontracker.pages.template_errors import (
    asset_finding,
    check_templates,
    template_finding,
)
from seasontracker.pipeline.compile import CompiledShow, compile_show
from seasontracker.pipeline.link import check_links, link_site
from seasontracker.pipeline.options import BuildOptions, BuildReport, Progress
from seasontracker.pipeline.workshop import Workshop, open_workshop
from seasontracker.project import Project
from seasontracker.site.load import load_settings, load_show, load_sources
from seasontracker.sources import ContentFiles, ShowFiles, discover_content
from seasontracker.wording.catalogue import CatalogueError

POOL_FROM = 24
"""With fewer shows than this, starting worker processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class _Job:
    """What a worker process needs to make its own workshop."""

    project: Project
    base_url: str | None
    clock: Clock


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The site's own files, read."""

    files: ContentFiles
    settings: Located[SiteSettings]
    sources: dict[str, Source]
    clock: Clock


def build_site(project: Project, options: BuildOptions, progress: Progress) -> BuildReport:
    """Build a site; with any error in it nothing is written and the old output stays."""
    return _run(project, options, progress, writes=True)


def check_site(project: Project, options: BuildOptions, progress: Progress) -> BuildReport:
    """Do all of a build but the writing."""
    return _run(project, options, progress, writes=False)


def _run(
    project: Project, options: BuildOptions, progress: Progress, *, writes: bool
) -> BuildReport:
    log = DiagnosticLog()
    loaded = _load(project, options, log)
    if loaded is None:
        return BuildReport(log, 0, 0, 0, None)
    workshop, broken = _open(project, loaded, log)
    if workshop is None or broken:
        return BuildReport(log, len(loaded.files.shows), 0, 0, None)
    compiled = _compile(workshop, loaded, options, progress, log)
    shows = len(loaded.files.shows)
    seasons = sum(len(show.seasons) for show in loaded.files.shows)
    files = _link(workshop, compiled, loaded.clock, log) if not log.has_errors else None
    if files is None:
        log.extend(_check_what_links(workshop, compiled))
    pages = sum(file.path.endswith(".html") for file in files or ())
    blocked = files is None or log.has_errors or (options.strict and len(log) > 0)
    published = None
    if writes and files is not None and not blocked:
        progress("write", 0, len(files))
        published = _publish(project, files, clean=options.clean)
    return BuildReport(log, shows, seasons, pages, published)


def _load(project: Project, options: BuildOptions, log: DiagnosticLog) -> _Loaded | None:
    """Find the content and read what is not part of any show."""
    files, found = discover_content(project.root, project.content)
    log.extend(found)
    settings, found = load_settings(project.root, files.site)
    log.extend(found)
    sources, found = load_sources(project.root, files.sources)
    log.extend(found)
    if settings is None:
        _check_without_settings(project, files, log)
        return None
    if options.base_url is not None:
        value = settings.value.model_copy(update={"base_url": options.base_url})
        settings = Located(value, settings.document)
    clock = read_clock(options.today, settings.value.zone)
    return _Loaded(files, settings, dict(sources.value) if sources else {}, clock)


def _check_without_settings(project: Project, files: ContentFiles, log: DiagnosticLog) -> None:
    """Report what is wrong with the shows although the site's settings cannot be read."""
    for show in files.shows:
        _, found = load_show(project.root, show)
        log.extend(found)


def _open(project: Project, loaded: _Loaded, log: DiagnosticLog) -> tuple[Workshop | None, bool]:
    names = template_names(project.package_templates, project.templates)
    try:
        workshop = open_workshop(project, loaded.settings, loaded.sources)
    except CatalogueError as error:
        place = loaded.settings.locate("language")
        log.add(loaded.settings.document.diagnostic(Code.BAD_VALUE, place, str(error)))
        return None, True
    except AssetError as error:
        log.add(asset_finding(error, project.templates))
        return None, True
    except TemplateError as error:
        finding = template_finding(error, names, project.templates)
        if finding is None:
            raise
        log.add(finding)
        return None, True
    found = list(check_templates(workshop.environment, names, project.templates))
    log.extend(found)
    return workshop, bool(found)


def _compile(
    workshop: Workshop,
    loaded: _Loaded,
    options: BuildOptions,
    progress: Progress,
    log: DiagnosticLog,
) -> list[CompiledShow]:
    """Compile every show, in worker processes when there are many."""
    shows = loaded.files.shows
    compiled = []
    for one in _compiled(workshop, shows, loaded.clock, options):
        log.extend(one.diagnostics)
        compiled.append(one)
        progress("compile", len(compiled), len(shows))
    return compiled


def _compiled(
    workshop: Workshop, shows: Sequence[ShowFiles], clock: Clock, options: BuildOptions
) -> Iterator[CompiledShow]:
    """Yield the shows in order, however many processes work on them."""
    jobs = options.jobs or cpu_count() or 1
    if jobs == 1 or len(shows) < POOL_FROM:
        for show in shows:
            yield compile_safely(workshop, show, clock)
        return
    job = _Job(workshop.project, options.base_url, clock)
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start_worker, (job,)) as pool:
        yield from pool.map(_compile_in_worker, shows, chunksize=8)


# A worker process has one workshop for its whole life; it is the process' own argument, handed
# over by the initializer, since an executor gives no other way to keep what is dear to make.
_worker: list[tuple[Workshop, Clock]] = []


def _start_worker(job: _Job) -> None:
    options = BuildOptions(base_url=job.base_url, today=job.clock.today.isoformat())
    loaded = _load(job.project, options, DiagnosticLog())
    assert loaded is not None
    _worker.append((open_workshop(job.project, loaded.settings, loaded.sources), job.clock))


def _compile_in_worker(show: ShowFiles) -> CompiledShow:
    workshop, clock = _worker[0]
    return compile_safely(workshop, show, clock)


def compile_safely(workshop: Workshop, show: ShowFiles, clock: Clock) -> CompiledShow:
    """Compile a show; a mistake in a site's own template is a finding."""
    try:
        return compile_show(workshop, show, clock)
    except Exception as error:
        finding = _blame(workshop, error)
        if finding is None:
            raise
        return CompiledShow(show.slug, (finding,))


def _blame(workshop: Workshop, error: Exception) -> Diagnostic | None:
    project = workshop.project
    names = template_names(project.package_templates, project.templates)
    return template_finding(error, names, project.templates)


def _link(
    workshop: Workshop, compiled: Sequence[CompiledShow], clock: Clock, log: DiagnosticLog
) -> list[OutputFile] | None:
    """Make the site's own pages, and check what shows say of one another."""
    pages = [page for show in compiled for page in show.pages]
    listings = [show.listing for show in compiled if show.listing is not None]
    try:
        site = link_site(workshop, listings, pages, clock)
    except Exception as error:
        finding = _blame(workshop, error)
        if finding is None:
            raise
        log.add(finding)
        return None
    outgoing = [link for show in compiled for link in show.links]
    log.extend(check_links(outgoing, [*pages, *site.pages]))
    files = [page.file for page in (*pages, *site.pages)]
    files += [file for show in compiled for file in show.files]
    files += site.files
    log.extend(_conflicts(files))
    return files


def _check_what_links(workshop: Workshop, compiled: Sequence[CompiledShow]) -> Iterator[Diagnostic]:
    """Check the links of a site that has errors, but for those to the shows that have them."""
    pages = [page for show in compiled for page in show.pages]
    unsure = [workshop.links.show(show.slug) for show in compiled if show.listing is None]
    outgoing = [
        link
        for show in compiled
        for link in show.links
        if not any(link.permalink.startswith(start) for start in unsure)
    ]
    yield from check_links(outgoing, pages)


def _conflicts(files: Sequence[OutputFile]) -> Iterator[Diagnostic]:
    """Report two things that would be written to one file."""
    seen: dict[str, OutputFile] = {}
    for file in files:
        # Hosts and disks that ignore letter case would keep only one of the two.
        other = seen.setdefault(file.path.lower(), file)
        if other is not file and other.data != file.data:
            yield Diagnostic(
                Code.OUTPUT_CONFLICT,
                Location(PurePosixPath("build") / file.path),
                f"two things would be written to `{file.path}`",
                "rename one of them",
            )


def _publish(project: Project, files: Sequence[OutputFile], *, clean: bool) -> Published:
    with build_lock(project.state), open_cache(project.state, project.output) as cache:
        if clean:
            prune(project.output, cache.outputs())
            cache.record({})
        return publish(project.output, files, cache)

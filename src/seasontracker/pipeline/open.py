"""Reads the site's own files, and opens the workshop in which its shows are compiled."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from seasontracker.clock import Clock, read_clock
from seasontracker.diagnostics import Code, DiagnosticLog
from seasontracker.models import Located, SiteSettings, Source
from seasontracker.output.publish import Stage
from seasontracker.pages.assets import AssetError
from seasontracker.pages.environment import template_names
from seasontracker.pages.inline import INLINE
from seasontracker.pages.template_errors import (
    asset_finding,
    check_templates,
    encoding_finding,
    template_finding,
)
from seasontracker.pipeline.inputs import Inputs
from seasontracker.pipeline.options import BuildOptions
from seasontracker.pipeline.worker import ShowWorker
from seasontracker.pipeline.workshop import Press, Workshop, open_press
from seasontracker.project import Project
from seasontracker.site.load import load_settings, load_show, load_sources
from seasontracker.sources import discover_content, discover_site
from seasontracker.wording.catalogue import CatalogueError


class _SiteFiles(Struct, frozen=True):
    """The site's own files, read."""

    shows: tuple[str, ...]
    """The names of all shows' folders."""
    settings: Located[SiteSettings]
    sources: Located[dict[str, Source]] | None
    clock: Clock

    @property
    def shared_sources(self) -> dict[str, Source]:
        return self.sources.value if self.sources else {}


class Opened(Struct, frozen=True):
    """All that shows are compiled with."""

    shows: tuple[str, ...]
    press: Press
    clock: Clock
    sources: Located[dict[str, Source]] | None = None
    """The site's own, which all shows may use."""

    @property
    def workshop(self) -> Workshop:
        return self.press.workshop

    @property
    def project(self) -> Project:
        return self.workshop.project


def open_site(
    project: Project,
    options: BuildOptions,
    log: DiagnosticLog,
    *,
    inputs: Inputs,
    checks_templates: bool,
) -> Opened | None:
    """Open a site; None when something that all of it needs cannot be used."""
    loaded = _load(project, options, log)
    if loaded is None:
        return None
    press = _open(project, options, loaded, log, inputs, checks_templates)
    if press is None:
        return None
    return Opened(loaded.shows, press, loaded.clock, loaded.sources)


def open_worker(
    project: Project, options: BuildOptions, clock: Clock, stage: Path | None, inputs: Inputs
) -> ShowWorker:
    """Return a worker for another process; what is wrong with the site is known by then."""
    loaded = _load(project, options, DiagnosticLog())
    assert loaded is not None
    press = _press(project, options, loaded, inputs)
    return ShowWorker(press, clock, open_stage(stage, project, options), inputs.program)


def open_stage(folder: Path | None, project: Project, options: BuildOptions) -> Stage | None:
    """Return the stage, which for a clean build takes files that the output has already."""
    return Stage(folder, project.output, takes_all=options.clean) if folder else None


def _load(project: Project, options: BuildOptions, log: DiagnosticLog) -> _SiteFiles | None:
    """Find the content and read what is not part of any show."""
    files, found = discover_site(project.root, project.content)
    log.extend(found)
    settings, found = load_settings(project.root, files.site)
    log.extend(found)
    sources, found = load_sources(project.root, files.sources)
    log.extend(found)
    if settings is None:
        _check_without_settings(project, log)
        return None
    changed: dict[str, object] = {}
    if options.base_url is not None:
        changed["base_url"] = options.base_url
    if options.preview:
        changed["indexable"] = False
    if changed:
        settings = Located(settings.value.model_copy(update=changed), settings.document)
    clock = read_clock(options.today, settings.value.zone)
    return _SiteFiles(files.shows, settings, sources, clock)


def _check_without_settings(project: Project, log: DiagnosticLog) -> None:
    """Report what is wrong with the shows although the site's settings cannot be read."""
    files, found = discover_content(project.root, project.content)
    log.extend(found)
    for show in files.shows:
        _, found = load_show(project.root, show)
        log.extend(found)


def _press(project: Project, options: BuildOptions, loaded: _SiteFiles, inputs: Inputs) -> Press:
    return open_press(
        project,
        loaded.settings,
        loaded.shared_sources,
        salt=inputs.salt,
        preview=options.preview,
        is_alone=inputs.is_alone,
    )


def _open(
    project: Project,
    options: BuildOptions,
    loaded: _SiteFiles,
    log: DiagnosticLog,
    inputs: Inputs,
    checks_templates: bool,
) -> Press | None:
    names = template_names(project.package_templates, project.templates)
    try:
        press = _press(project, options, loaded, inputs)
    except CatalogueError as error:
        place = loaded.settings.locate("language")
        log.add(loaded.settings.document.diagnostic(Code.BAD_VALUE, place, str(error)))
        return None
    except AssetError as error:
        log.add(asset_finding(error, project.templates))
        return None
    except UnicodeDecodeError:
        # The only template that is needed before all of them are looked at.
        log.add(encoding_finding(INLINE, project.templates))
        return None
    except Exception as error:
        finding = template_finding(error, names, project.templates)
        if finding is None:
            raise
        log.add(finding)
        return None
    if checks_templates:
        found = list(check_templates(press.environment, names, project.templates))
        log.extend(found)
        if found:
            return None
    return press

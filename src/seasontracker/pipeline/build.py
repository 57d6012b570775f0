"""Builds a site: the table of contents of the whole program.

A build in which nothing is stale ends here, before any library is imported that only a build with
work to do needs; `rebuild` knows the rest of the way.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from seasontracker.clock import read_clock
from seasontracker.diagnostics import DiagnosticLog
from seasontracker.output.database import tag_state
from seasontracker.output.kept import forget_kept
from seasontracker.output.lock import build_lock
from seasontracker.output.publish import OutputError, Published, cannot_write
from seasontracker.output.records import forget_records, open_records, records_name
from seasontracker.pipeline.changed_urls import write_changed_urls
from seasontracker.pipeline.inputs import look_at_inputs
from seasontracker.pipeline.options import BuildOptions, BuildReport, Progress
from seasontracker.pipeline.work import TEXTS, Work, pages_name
from seasontracker.project import Project
from seasontracker.rows import DamageError

if TYPE_CHECKING:
    from seasontracker.pipeline.warm import Warm


def build_site(
    project: Project, options: BuildOptions, progress: Progress, *, warm: Warm | None = None
) -> BuildReport:
    """Build a site; with any error in it nothing is written and the old output stays.

    Whoever builds again and again in one process hands in what it keeps `warm`.
    Raises `ClockError` and `OutputError`.
    """
    return _run(project, options, progress, writes=True, warm=warm)


def check_site(project: Project, options: BuildOptions, progress: Progress) -> BuildReport:
    """Do all of a build but the writing; raises `ClockError` and `OutputError`."""
    return _run(project, options, progress, writes=False)


def _run(
    project: Project,
    options: BuildOptions,
    progress: Progress,
    *,
    writes: bool,
    warm: Warm | None = None,
) -> BuildReport:
    try:
        return _attempt(project, options, progress, writes=writes, warm=warm)
    except DamageError:
        name = records_name(project.root, project.output)
        forget_records(project.state, name)
        for kept in (TEXTS, pages_name(name)):
            forget_kept(project.state, kept)
    # What went wrong with the memory cannot go wrong without one.
    return _attempt(project, options, progress, writes=writes)


def _attempt(
    project: Project,
    options: BuildOptions,
    progress: Progress,
    *,
    writes: bool,
    warm: Warm | None = None,
) -> BuildReport:
    with _open(project, options, progress, writes=writes, warm=warm) as work:
        if work.inputs.frame == work.records.meta().get("frame"):
            report = _nothing_to_do(work)
            if report is not None:
                return report
        from seasontracker.pipeline.rebuild import rebuild  # noqa: PLC0415 - see above

        return rebuild(work, progress, warm)


@contextmanager
def _open(
    project: Project,
    options: BuildOptions,
    progress: Progress,
    *,
    writes: bool,
    warm: Warm | None,
) -> Iterator[Work]:
    """Open the build's memory, alone, and look at what it is built from."""
    name = records_name(project.root, project.output)
    state = project.state if writes or _is_usable(project.state) else None
    try:
        if state is not None:
            tag_state(state)
        with (
            build_lock(state, lambda: progress("wait", 0, 1)) as now_ns,
            open_records(state, name) as records,
        ):
            if options.clean and writes:
                records.clear()
            options = _at_one_moment(options)
            known = dict(records.snapshots())
            only = warm.only if warm is not None else None
            inputs = look_at_inputs(project, options, known, now_ns, only)
            yield Work(project, options, records, name, state, known, inputs, writes, only)
    except OSError as error:
        raise OutputError(cannot_write(error, project.state)) from error


def _at_one_moment(options: BuildOptions) -> BuildOptions:
    """Return options that name the time, so that all of a build is of the same second."""
    return replace(options, today=str(read_clock(options.today, UTC)))


def _is_usable(state: Path) -> bool:
    """Return whether there is a memory that a check may use; it makes none."""
    return state.is_dir() and os.access(state, os.W_OK)


def _nothing_to_do(work: Work) -> BuildReport | None:
    """Return the report of a build that changes nothing; None when there is something to do."""
    try:
        zone = ZoneInfo(work.records.meta().get("zone", ""))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    clock = read_clock(work.options.today, zone)
    stale = work.find_stale(clock.now)
    seasons, pages, warnings = work.records.totals()
    if stale.reasons or stale.gone or (work.options.strict and warnings):
        return None
    if work.writes and work.manifest.digest() != work.records.meta().get("manifest"):
        return None  # a build was cut off, and may have left something behind
    if work.inputs.taken or stale.moved:
        work.records.set_snapshots(work.inputs.taken)
        for unit in stale.moved:
            work.records.set_unit(unit)
        work.records.commit()
    if work.writes:
        write_changed_urls(work.changed_urls, ())
    log = DiagnosticLog()
    if warnings:
        from seasontracker.pipeline.notes import read_warnings  # noqa: PLC0415 - see above

        log.extend(read_warnings(work.records, ()))
    files = work.records.count_files()
    published = Published((), files, ()) if work.writes else None
    shows = len(work.inputs.shows)
    return BuildReport(
        log,
        shows,
        seasons,
        pages,
        published,
        now=str(clock),
        due=work.due(),
        claims=work.claims(),
    )

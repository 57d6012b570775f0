"""`seasontracker check`: all findings, nothing written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from time import perf_counter
from typing import Any

import click

from seasontracker import __version__
from seasontracker.cli.console import progress_bar, show_diagnostics, summary
from seasontracker.cli.mend import mend_content
from seasontracker.cli.options import open_project, project_options
from seasontracker.clock import ClockError
from seasontracker.diagnostics import Code, Diagnostic, DiagnosticLog
from seasontracker.diagnostics.formats import FORMATS, render_report
from seasontracker.diagnostics.quote import visible
from seasontracker.diagnostics.report import Report
from seasontracker.output.publish import OutputError
from seasontracker.pipeline.build import check_site
from seasontracker.pipeline.options import BuildOptions, BuildReport, OutsideOptions, Progress
from seasontracker.project import Project

TERMINAL = "terminal"


@click.command()
@project_options
@click.option(
    "--format",
    "format_name",
    type=click.Choice((TERMINAL, *FORMATS)),
    default=TERMINAL,
    help="How findings are told; all but `terminal` go to standard output.",
)
@click.option("--since", metavar="REV", help="Tell of files only that git sees changed since REV.")
@click.option("--external", is_flag=True, help="Ask the web whether outside links still lead on.")
@click.option(
    "--external-seconds",
    metavar="N",
    type=click.FloatRange(min=0, min_open=True),
    default=300,
    help="The longest that --external may take; 300 unless given.",
)
@click.option(
    "--external-pause",
    metavar="N",
    type=click.FloatRange(min=0, max=60),
    default=1,
    help="Seconds between two requests to a host; 1 unless given.",
)
@click.option(
    "--allow-private", is_flag=True, help="Let --external ask hosts of private networks too."
)
@click.option("--fix", is_flag=True, help="Mend what is mechanical, after showing it.")
@click.option("--yes", is_flag=True, help="With --fix: write without asking.")
@click.option("--diff", is_flag=True, help="With --fix: show only, and fail if there is something.")
@click.option("--statistics", is_flag=True, help="Count findings by code, and claims by source.")
def check(
    content: Path | None,
    templates: Path | None,
    base_url: str | None,
    today: str | None,
    strict: bool,
    jobs: int | None,
    format_name: str,
    since: str | None,
    external: bool,
    external_seconds: float,
    external_pause: float,
    allow_private: bool,
    fix: bool,
    yes: bool,
    diff: bool,
    statistics: bool,
) -> int:
    """Report all that is wrong with the content; with --fix, mend what is mechanical."""
    if (yes or diff) and not fix:
        raise click.UsageError("--yes and --diff say how to --fix; give that as well")
    started = perf_counter()
    project = open_project(content, templates)
    options = BuildOptions(
        base_url=base_url, today=today, strict=strict, jobs=jobs, asks_claims=statistics
    )
    changed = _changed(project, since) if since is not None else None
    is_for_people = format_name == TERMINAL
    asked = OutsideOptions(external_seconds, external_pause, allow_private) if external else None
    outside: tuple[str, ...] = ()
    try:
        if fix:
            if asked is not None:
                _ask_before_mending(project, asked, changed)
            number = mend_content(
                project, changed, yes=yes, only_diff=diff, to_stderr=not is_for_people
            )
            if diff:
                return 1 if number else 0
        with progress_bar(quiet=False) as progress:
            report = check_site(project, options, progress)
            if asked is not None:
                report, outside = _with_outside(project, report, asked, progress, changed)
    except (ClockError, OutputError) as error:
        raise click.ClickException(str(error)) from error
    if changed is not None:
        report = _changed_only(report, changed)
    if is_for_people:
        show_diagnostics(report.log)
    else:
        counted = _as_data(report) if statistics else None
        click.echo(_rendered(project, report.log, format_name, counted, strict=strict), nl=False)
    for line in outside:
        click.echo(visible(line), err=not is_for_people)
    if statistics:
        for line in _counts(report):
            click.echo(line, err=not is_for_people)
    failed = report.log.has_errors or (strict and len(report.log) > 0)
    done = summary(report, perf_counter() - started, verb="Checked")
    click.echo(done, err=not is_for_people)
    return 1 if failed else 0


def _ask_before_mending(
    project: Project, options: OutsideOptions, changed: Collection[PurePosixPath] | None
) -> None:
    """Let it be remembered what has moved, for the mending."""
    from seasontracker.pipeline.outside_links import check_outside  # noqa: PLC0415 - rarely needed

    with progress_bar(quiet=False) as progress:
        check_outside(project, options, progress, changed)


def _with_outside(
    project: Project,
    report: BuildReport,
    options: OutsideOptions,
    progress: Progress,
    changed: Collection[PurePosixPath] | None,
) -> tuple[BuildReport, tuple[str, ...]]:
    """Return a report with what the web says about outside addresses, and that in words."""
    from seasontracker.pipeline.outside_links import check_outside  # noqa: PLC0415 - rarely needed

    outside = check_outside(project, options, progress, changed)
    log = DiagnosticLog()
    log.extend((*report.log, *outside.findings))
    return replace(report, log=log), outside.lines


def _changed(project: Project, revision: str) -> Collection[PurePosixPath]:
    from seasontracker.sources.revision import RevisionError, changed_since  # noqa: PLC0415

    try:
        return changed_since(project.root, revision)
    except RevisionError as error:
        raise click.ClickException(str(error)) from error


def _changed_only(report: BuildReport, changed: Collection[PurePosixPath]) -> BuildReport:
    """Return a report without the findings in files that have not changed."""
    log = DiagnosticLog()
    log.extend(found for found in report.log if found.location.path in changed)
    return replace(report, log=log)


def _rendered(
    project: Project,
    found: Iterable[Diagnostic],
    format_name: str,
    statistics: dict[str, Any] | None,
    *,
    strict: bool,
) -> str:
    from seasontracker.sources.revision import repository_prefix  # noqa: PLC0415 - rarely needed

    prefix = repository_prefix(project.root)
    report = Report(tuple(found), __version__, prefix, strict, statistics)
    return render_report(format_name, report)


def _counts(report: BuildReport) -> list[str]:
    """Return a line a code that was found, the most frequent first, and a table of claims."""
    from seasontracker.checks.statistics import told_claims  # noqa: PLC0415 - rarely needed

    lines = [
        f"{number:>5}  {code.value}  {code.title}" for code, number in _by_code(report.log).items()
    ]
    if report.claims is None:
        return [*lines, "Claims are counted once there are no errors."]
    return [*lines, *told_claims(report.claims)]


def _as_data(report: BuildReport) -> dict[str, Any]:
    """Return the same for programs."""
    from seasontracker.checks.statistics import claims_as_data  # noqa: PLC0415 - rarely needed

    return {
        "findings": {code.value: number for code, number in _by_code(report.log).items()},
        "claims": claims_as_data(report.claims) if report.claims is not None else None,
    }


def _by_code(found: Iterable[Diagnostic]) -> dict[Code, int]:
    counted = Counter(finding.code for finding in found)
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].value)))

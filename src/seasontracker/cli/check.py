"""`seasontracker check`: all findings, nothing written."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from seasontracker.cli.console import progress_bar, show_diagnostics, summary
from seasontracker.cli.options import open_project, project_options
from seasontracker.clock import ClockError
from seasontracker.output.publish import OutputError
from seasontracker.pipeline.build import check_site
from seasontracker.pipeline.options import BuildOptions


@click.command()
@project_options
def check(
    content: Path | None,
    templates: Path | None,
    base_url: str | None,
    today: str | None,
    strict: bool,
    jobs: int | None,
) -> int:
    """Report everything that is wrong with the content, and write nothing."""
    started = perf_counter()
    project = open_project(content, templates)
    options = BuildOptions(base_url=base_url, today=today, strict=strict, jobs=jobs)
    try:
        with progress_bar(quiet=False) as progress:
            report = check_site(project, options, progress)
    except (ClockError, OutputError) as error:
        raise click.ClickException(str(error)) from error
    show_diagnostics(report.log)
    failed = report.log.has_errors or (strict and len(report.log) > 0)
    click.echo(summary(report, perf_counter() - started, verb="Checked"))
    return 1 if failed else 0

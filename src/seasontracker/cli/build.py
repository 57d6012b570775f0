"""`seasontracker build`: content in, a static site out."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from seasontracker.cli.console import progress_bar, stderr, summary
from seasontracker.cli.options import open_project, project_options
from seasontracker.clock import ClockError
from seasontracker.diagnostics.terminal import print_diagnostics
from seasontracker.output.publish import OutputError
from seasontracker.pipeline.build import build_site
from seasontracker.pipeline.options import BuildOptions


@click.command()
@project_options
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site is written; build/ unless given.",
)
@click.option("--clean", is_flag=True, help="Forget and remove what earlier builds wrote.")
@click.option("--quiet", "-q", is_flag=True, help="Show findings only.")
@click.option("--verbose", "-v", is_flag=True, help="Name every file that is written or removed.")
def build(
    content: Path | None,
    templates: Path | None,
    output: Path | None,
    base_url: str | None,
    today: str | None,
    strict: bool,
    jobs: int | None,
    clean: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Build the site into build/."""
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other")
    started = perf_counter()
    project = open_project(content, templates, output)
    options = BuildOptions(base_url=base_url, today=today, strict=strict, jobs=jobs, clean=clean)
    console = stderr()
    try:
        with progress_bar(console, quiet=quiet) as progress:
            report = build_site(project, options, progress)
    except (ClockError, OutputError) as error:
        raise click.ClickException(str(error)) from error
    print_diagnostics(console, report.log)
    if verbose and report.published is not None:
        for path in report.published.written:
            click.echo(f"wrote {path}")
        for path in report.published.removed:
            click.echo(f"removed {path}")
    failed = report.published is None
    if not quiet:
        verb = "Built nothing:" if failed else "Built"
        click.echo(summary(report, perf_counter() - started, verb=verb))
    return 1 if failed else 0

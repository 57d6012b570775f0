"""`seasontracker build`: content in, a static site out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from seasontracker.cli.console import progress_bar, show_diagnostics, summary
from seasontracker.cli.options import open_project, project_options
from seasontracker.clock import ClockError
from seasontracker.output.publish import OutputError
from seasontracker.pipeline.build import build_site
from seasontracker.pipeline.options import BuildOptions, BuildReport
from seasontracker.project import Project

if TYPE_CHECKING:
    from seasontracker.pipeline.verify import Verdict

BUG = 3


@click.command()
@project_options
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site is written; build/ unless given.",
)
@click.option("--clean", is_flag=True, help="Forget and remove what earlier builds wrote.")
@click.option(
    "--preview",
    is_flag=True,
    help="Show drafts, and what is scheduled, embargoed or expired, marked; not for the public.",
)
@click.option("--verify", is_flag=True, help="Prove that the output is what a clean build makes.")
@click.option(
    "--explain",
    metavar="[PATH]",
    is_flag=False,
    flag_value="",
    help="Say why things were made again; of a file of content or output, whether it was.",
)
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
    preview: bool,
    verify: bool,
    explain: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Build the site into build/."""
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other")
    started = perf_counter()
    verdict: Verdict | None = None
    project = open_project(content, templates, output)
    options = BuildOptions(
        base_url=base_url, today=today, strict=strict, jobs=jobs, clean=clean, preview=preview
    )
    try:
        with progress_bar(quiet=quiet) as progress:
            report = build_site(project, options, progress)
        if verify and report.published is not None:
            verdict = _verify(project, options, report, quiet=quiet)
    except (ClockError, OutputError) as error:
        raise click.ClickException(str(error)) from error
    show_diagnostics(report.log)
    if verbose and report.published is not None:
        for path in report.published.written:
            click.echo(f"wrote {path}")
        for path in report.published.removed:
            click.echo(f"removed {path}")
    failed = report.published is None
    if explain is not None:
        _explain(project, report, explain)
    if not quiet:
        verb = "Built nothing:" if failed else "Built"
        click.echo(summary(report, perf_counter() - started, verb=verb))
    if verdict is not None:
        for difference in verdict.differences:
            click.echo(f"verify: {difference}", err=True)
        if verdict.differences:
            click.echo("seasontracker: the output is not that of a clean build", err=True)
            return BUG
        if not quiet:
            foreign = f"; {verdict.foreign} others are not ours" if verdict.foreign else ""
            click.echo(f"Verified {verdict.files} files{foreign}")
    return 1 if failed else 0


def _verify(
    project: Project, options: BuildOptions, report: BuildReport, *, quiet: bool
) -> Verdict:
    from seasontracker.pipeline.verify import verify_site  # noqa: PLC0415 - rarely needed

    with progress_bar(quiet=quiet) as progress:
        return verify_site(project, replace(options, today=report.now or None), progress)


def _explain(project: Project, report: BuildReport, path: str) -> None:
    from seasontracker.pipeline.explain import explain_all, explain_path  # noqa: PLC0415

    if path:
        click.echo(explain_path(report, project, Path(path)))
    for line in () if path else explain_all(report):
        click.echo(line)

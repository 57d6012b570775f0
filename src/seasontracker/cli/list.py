"""`seasontracker list`: what is not there for readers, what nobody has touched, what is due."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import asdict

from seasontracker.cli.console import progress_bar, show_diagnostics
from seasontracker.cli.options import open_project, project_options
from seasontracker.cli.streams import is_terminal
from seasontracker.clock import ClockError, read_clock
from seasontracker.diagnostics.quote import visible
from seasontracker.output.publish import OutputError
from seasontracker.pipeline.build import check_site
from seasontracker.pipeline.options import BuildOptions
from seasontracker.project import Project

if TYPE_CHECKING:
    from seasontracker.pipeline.survey import Listed

_NOTHING = {
    None: "Nothing is hidden, stale or due.",
    "drafts": "There are no drafts.",
    "scheduled": "Nothing is scheduled.",
    "expired": "Nothing has expired.",
    "stale": "Nothing is stale.",
    "due": "No page changes by itself.",
}
"""What a person is told where there is nothing to list."""
KINDS = ("drafts", "scheduled", "expired", "stale", "due")


@click.command(name="list")
@project_options
@click.argument("kind", type=click.Choice(KINDS), required=False)
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table")
def list_(
    content: Path | None,
    templates: Path | None,
    base_url: str | None,
    today: str | None,
    strict: bool,
    jobs: int | None,
    kind: str | None,
    form: str,
) -> int:
    """List drafts, and what is scheduled, expired, stale or due; all of it unless one is named.

    Scheduled is what will be there later, by its day or the end of its embargo; stale, a season
    that is not out and of which nothing was said for half a year; due, when each page changes by
    itself.
    """
    project = open_project(content, templates)
    options = BuildOptions(base_url=base_url, today=today, strict=strict, jobs=jobs, asks_due=True)
    try:
        rows = list(_rows(project, options, (kind,) if kind else KINDS))
    except (ClockError, OutputError) as error:
        raise click.ClickException(str(error)) from error
    if form == "json":
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2))
    elif not is_terminal(sys.stdout):
        for row in rows:
            click.echo("\t".join((row.kind, row.when, row.what, row.why, row.place)))
    elif rows:
        _draw(rows)
    else:
        click.echo(_NOTHING[kind])
    return 0


def _rows(project: Project, options: BuildOptions, kinds: tuple[str, ...]) -> Iterator[Listed]:
    from seasontracker.pipeline.survey import (  # noqa: PLC0415 - not for `--help`
        list_absent,
        list_due,
        list_stale,
        read_settings,
    )

    settings, found = read_settings(project)
    if settings is None:
        show_diagnostics(found)
        raise click.ClickException("`site.yaml` cannot be read")
    clock = read_clock(options.today, settings.zone)
    absent = list(list_absent(project, clock)) if {*kinds} & {*KINDS[:3]} else []
    for kind in kinds:
        if kind == "stale":
            yield from list_stale(project, settings, clock)
        elif kind == "due":
            yield from list_due(_due(project, options), clock)
        else:
            yield from (row for row in absent if row.kind == kind)


def _due(project: Project, options: BuildOptions) -> dict[str, int]:
    """Ask every unit when it changes; where nothing is on record, all of them are made for it."""
    with progress_bar(quiet=False) as progress:
        report = check_site(project, options, progress)
    show_diagnostics(one for one in report.log if not one.code.is_warning)
    return dict(report.due)


def _draw(rows: list[Listed]) -> None:
    """Print a table; where it is wider than the terminal, each place on a line of its own.

    Days and places are never cut: they are what one needs.
    """
    from rich.console import Console  # noqa: PLC0415 - only for terminals
    from rich.table import Table  # noqa: PLC0415

    table = Table("", "When", "What", "Why", "Where", box=None, header_style="bold")
    cells = [tuple(map(visible, (r.kind, r.when, r.what, r.why, r.place))) for r in rows]
    for row in cells:
        table.add_row(*row)
    console = Console(highlight=False, emoji=False, markup=False)
    unbounded = console.options.update(width=sys.maxsize)
    if console.measure(table, options=unbounded).maximum <= console.width:
        console.print(table)
        return
    widths = [max(len(row[column]) for row in cells) for column in (0, 1)]
    for kind, when, what, why, place in cells:
        console.print(f"{kind:<{widths[0]}}  {when:<{widths[1]}}  {what}, {why}", soft_wrap=True)
        if place:
            console.print(f"  {place}", soft_wrap=True)

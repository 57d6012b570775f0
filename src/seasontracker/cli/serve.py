"""`seasontracker serve`: the site in a browser, as it is being written."""

from __future__ import annotations

import asyncio
from datetime import UTC
from pathlib import Path

import click

from seasontracker.cli.console import progress_bar, show_diagnostics
from seasontracker.cli.options import open_project, project_options
from seasontracker.clock import ClockError, read_clock
from seasontracker.pipeline.options import BuildOptions

MOST_PRINTED = 40
"""Of a half-finished checkout nobody reads a thousand findings."""


@click.command()
@project_options
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="0 for any free one.",
)
@click.option("--open", "opens", is_flag=True, help="Open the home page in a browser.")
def serve(
    content: Path | None,
    templates: Path | None,
    base_url: str | None,
    today: str | None,
    strict: bool,
    jobs: int | None,
    port: int,
    opens: bool,
) -> int:
    """Show the site in a browser while it is written."""
    from seasontracker.devserver.app import site_address  # noqa: PLC0415 - not for `--help`
    from seasontracker.devserver.news import Building  # noqa: PLC0415
    from seasontracker.devserver.place import place  # noqa: PLC0415
    from seasontracker.devserver.preview import Preview, State  # noqa: PLC0415
    from seasontracker.devserver.server import PortError, listen  # noqa: PLC0415
    from seasontracker.devserver.server import serve as run  # noqa: PLC0415

    project = open_project(content, templates)
    options = BuildOptions(base_url=base_url, today=today, strict=strict, jobs=jobs, preview=True)
    try:
        listener = listen(port)
        read_clock(today, UTC)
    except (PortError, ClockError) as error:
        raise click.ClickException(str(error)) from error

    def told(state: State) -> None:
        show_diagnostics(state.found[:MOST_PRINTED])
        if (more := len(state.found) - MOST_PRINTED) > 0:
            click.echo(f"and {more} more findings; `seasontracker check` tells all", err=True)
        if state.failure:
            click.echo(state.failure, err=True)
        elif state.is_shown:
            click.echo(f"Shown after {state.seconds * 1000:.0f} ms: {len(state.written)} files")

    def told_building(building: Building) -> None:
        what = f"{building.shows} shows" if building.shows else "what has changed"
        click.echo(f"Building {what}")

    with listener, place(project) as own:
        preview = Preview(own, options)
        with progress_bar(quiet=False) as progress:
            state = preview.build(progress=progress)
        told(state)
        address = site_address(preview, listener.getsockname()[1])
        click.echo(f"Serving {address} (Ctrl-C ends)")
        if opens:
            click.launch(address)
        asyncio.run(run(preview, listener, told, told_building))
    return 0

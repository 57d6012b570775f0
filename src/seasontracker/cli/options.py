"""Options that several commands share, and what they have in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

from seasontracker.clock import Clock, ClockError, read_clock
from seasontracker.project import Project, ProjectError, find_project

F = TypeVar("F", bound=Callable[..., Any])


def project_options(function: F) -> F:
    """Add the options that say where the project is and what day it is."""
    for option in (
        click.option(
            "--jobs", type=click.IntRange(min=1), help="Worker processes; all cores unless given."
        ),
        click.option("--strict", is_flag=True, help="Treat warnings as errors."),
        click.option(
            "--today",
            metavar="DATE",
            help="As of this day (YYYY-MM-DD) or instant; else SOURCE_DATE_EPOCH, else now.",
        ),
        click.option(
            "--base-url", metavar="URL", callback=_base_url, help="Instead of site.yaml's."
        ),
        click.option(
            "--templates", metavar="DIR", type=_folder(), help="The site's own templates."
        ),
        click.option("--content", metavar="DIR", type=_folder(), help="The content folder."),
    ):
        function = option(function)
    return function


def open_project(
    content: Path | None, templates: Path | None, output: Path | None = None
) -> Project:
    """Return the project that a command works on; raises a usage error."""
    try:
        return find_project(Path.cwd(), content=content, templates=templates, output=output)
    except ProjectError as error:
        raise click.ClickException(str(error)) from error


def site_clock(project: Project, today: str | None) -> Clock:
    """Return a clock for the site's zone; raises a usage error."""
    from seasontracker.site.load import load_settings  # noqa: PLC0415 - a build reads it by itself

    settings, _ = load_settings(project.root, project.content / "site.yaml")
    try:
        return read_clock(today, settings.value.zone if settings else UTC)
    except ClockError as error:
        raise click.ClickException(str(error)) from error


def _folder() -> click.Path:
    return click.Path(file_okay=False, path_type=Path)


def _base_url(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise click.BadParameter(
            "write a whole address, such as https://example.org/tracker", context, parameter
        )
    return value

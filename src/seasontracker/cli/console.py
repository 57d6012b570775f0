"""What a command shows while it works, and when it is done.

The library that draws on terminals is imported only when there is something to draw.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TYPE_CHECKING

import click

from seasontracker.cli.streams import is_terminal
from seasontracker.diagnostics import Diagnostic, Severity
from seasontracker.pipeline.options import BuildReport
from seasontracker.pipeline.options import Progress as Told

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_REDRAW_SECONDS = 0.1
_STAGES = {
    "wait": "Waiting for another build",
    "compile": "Compiling shows",
    "write": "Writing files",
    "ask": "Asking outside addresses",
}


def show_diagnostics(found: Iterable[Diagnostic]) -> None:
    """Print findings on standard error."""
    listed = list(found)
    if not listed:
        return
    from seasontracker.diagnostics.terminal import plain, print_diagnostics  # noqa: PLC0415

    if not is_terminal(sys.stderr) and not os.environ.get("FORCE_COLOR"):
        # A log of a thousand findings costs a second if each is styled first.
        click.echo("\n".join(map(plain, listed)), err=True)
        return
    from rich.console import Console  # noqa: PLC0415 - see above

    console = Console(stderr=True, highlight=False, emoji=False, markup=False)
    print_diagnostics(console, listed)


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Told]:
    """Show a bar on a terminal, and nothing in a pipe or when quiet."""
    if quiet or not is_terminal(sys.stderr):
        yield lambda stage, done, total: None
        return
    with ExitStack() as stack:
        bar: list[Progress] = []
        tasks: dict[str, TaskID] = {}
        drawn = [0.0]

        def told(stage: str, done: int, total: int) -> None:
            if not bar:
                bar.append(stack.enter_context(_bar()))
            if stage not in tasks:
                tasks[stage] = bar[0].add_task(_STAGES.get(stage, stage), total=total)
            now = monotonic()
            is_time = now - drawn[0] >= _REDRAW_SECONDS or done in (1, total)
            if is_time:
                drawn[0] = now
            bar[0].update(tasks[stage], completed=done, refresh=is_time)

        yield told


def _bar() -> Progress:
    from rich.console import Console  # noqa: PLC0415 - see above
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    # Without a thread of its own, so that worker processes can be forked.
    return Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)


def summary(report: BuildReport, seconds: float, *, verb: str) -> str:
    """Return the one line that says what was done."""
    warnings = report.log.count(Severity.WARNING)
    errors = report.log.count(Severity.ERROR)
    parts = [
        _count(report.shows, "show"),
        _count(report.seasons, "season"),
    ]
    published = report.published
    if published is not None:
        parts.append(_count(report.pages, "page"))
        parts.append(
            f"{len(published.written)} written, {published.unchanged} unchanged, "
            f"{len(published.removed)} removed"
        )
    if errors:
        parts.append(_count(errors, "error"))
    parts.append(_count(warnings, "warning"))
    return f"{verb} {', '.join(parts)} in {seconds:.2f} s"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

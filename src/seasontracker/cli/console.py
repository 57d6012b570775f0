"""What a command shows while it works, and when it is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from seasontracker.diagnostics import Severity
from seasontracker.pipeline.options import BuildReport
from seasontracker.pipeline.options import Progress as Told

_STAGES = {"compile": "Compiling shows", "write": "Writing files"}


def stderr() -> Console:
    """Return the console that findings and progress go to."""
    return Console(stderr=True, highlight=False, emoji=False, markup=False)


@contextmanager
def progress_bar(console: Console, *, quiet: bool) -> Iterator[Told]:
    """Show a bar on a terminal, and nothing in a pipe or when quiet."""
    if quiet or not console.is_terminal:
        yield lambda stage, done, total: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        tasks = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(_STAGES.get(stage, stage), total=total)
            bar.update(tasks[stage], completed=done)

        yield told


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
            f"{len(published.written)} written, {len(published.unchanged)} unchanged, "
            f"{len(published.removed)} removed"
        )
    if errors:
        parts.append(_count(errors, "error"))
    parts.append(_count(warnings, "warning"))
    return f"{verb} {', '.join(parts)} in {seconds:.2f} s"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

"""`seasontracker check --fix`: shows what would change, asks, and writes it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from pathlib import PurePosixPath

import click

from seasontracker.cli.streams import is_terminal
from seasontracker.diagnostics.quote import visible
from seasontracker.project import Project


def mend_content(
    project: Project,
    only: Collection[PurePosixPath] | None,
    *,
    yes: bool,
    only_diff: bool,
    to_stderr: bool,
) -> int:
    """Mend what is mechanical, in some files or all, after showing it.

    Returns how many files could be mended. The diff goes to standard output unless a program
    reads that.
    """
    # Editing is rarely asked for, and its library takes its time.
    from seasontracker.cli.asking import told_plainly  # noqa: PLC0415
    from seasontracker.editing.mending import find_mends, write_mends  # noqa: PLC0415
    from seasontracker.pipeline.outside_links import remembered_answers  # noqa: PLC0415

    found = find_mends(project, remembered_answers(project))
    mends = [mend for mend in found if only is None or mend.path in only]
    say = _sayer(to_stderr=to_stderr)
    for mend in mends:
        for line in mend.diff():
            say(line)
    if only_diff or not mends:
        if not mends:
            click.echo("nothing to mend", err=True)
        return len(mends)
    noun = "file" if len(mends) == 1 else "files"
    if not yes and not is_terminal(sys.stdin):
        raise click.UsageError("nobody can be asked here; give --yes, or --diff to look only")
    if yes or click.confirm(f"Write {len(mends)} {noun}?", default=False, err=True):
        with told_plainly():
            write_mends(project, mends)
        click.echo(f"mended {len(mends)} {noun}", err=True)
    else:
        click.echo("nothing was written", err=True)
    return len(mends)


def _sayer(*, to_stderr: bool) -> Callable[[str], None]:
    """Return what prints a line of a diff: in colour on a terminal, as it is in a pipe."""
    is_drawn = is_terminal(sys.stderr if to_stderr else sys.stdout)

    def say(line: str) -> None:
        # Content may come from strangers, and may not steer a terminal. A line end may be one of
        # Windows, which moves nothing.
        click.echo(_coloured(visible(line.removesuffix("\r"))) if is_drawn else line, err=to_stderr)

    return say


def _coloured(line: str) -> str:
    if line.startswith(("+++", "---")):
        return click.style(line, bold=True)
    colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
    return click.style(line, fg=colour) if colour else line

"""Asks for what was not given, where there is somebody to ask."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from seasontracker.cli.streams import is_terminal
from seasontracker.editing.yaml_entries import EditingError


def ask(
    value: str | None,
    flag: str,
    question: str,
    *,
    default: str | None = None,
    choices: Sequence[str] = (),
    check: Callable[[str], str] | None = None,
) -> str:
    """Return a value, else the answer on a terminal, else the default.

    Raises a usage error that names the flag where there is neither a terminal nor a default.
    """
    if value is not None:
        return check(value) if check else value
    if not is_terminal(sys.stdin):
        if default is None:
            raise click.UsageError(f"give {flag}")
        return default
    answer: str = click.prompt(
        question,
        default=default,
        type=click.Choice(choices) if choices else str,
        value_proc=check,
        show_choices=bool(choices),
    )
    return answer


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what cannot be written into a message and an exit code."""
    try:
        yield
    except EditingError as error:
        raise click.ClickException(str(error)) from error

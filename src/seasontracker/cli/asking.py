"""Asks for what was not given, where there is somebody to ask."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import click

from seasontracker.cli.streams import is_terminal
from seasontracker.editing.content_folder import (
    refuse_value,
    season_folder,
    season_numbers,
    show_folder,
    show_slugs,
)
from seasontracker.editing.yaml_entries import EditingError
from seasontracker.project import Project

_MOST_NAMED = 20
Check = Callable[[str], object]
"""Raises `EditingError` for an answer that cannot be taken."""


def ask(
    value: str | None,
    flag: str,
    question: str,
    *,
    default: str | None = None,
    suggested: str | None = None,
    choices: Sequence[str] = (),
    check: Check | None = None,
) -> str:
    """Return a value, else the answer on a terminal, else the default.

    Enter alone answers with what is suggested, else the default. An answer that cannot be taken is
    asked for again at once. Raises a usage error that names the flag where there is neither a
    terminal nor a default.
    """
    has_person = is_terminal(sys.stdin)
    if value is not None:
        if check and has_person:  # before there are more questions
            check(value)
        return value
    if not has_person:
        if default is None:
            raise click.UsageError(f"give {flag}")
        return default
    offered = default if suggested is None else suggested
    answer: str = click.prompt(
        question,
        default=offered,
        type=click.Choice(choices) if choices else str,
        value_proc=None if choices else _taken(check),
        show_default=bool(offered),
    )
    return answer


def _taken(check: Check | None) -> Callable[[str], str]:
    """Return what takes an answer, or has it asked for again."""

    def take(answer: str) -> str:
        answer = answer.strip()
        if check and answer:
            try:
                check(answer)
            except EditingError as error:
                raise click.UsageError(str(error)) from error
        return answer

    return take


def fits(file_name: str, key: str) -> Check:
    """Return what refuses an answer that could not stand behind a key of a content file."""
    return lambda answer: refuse_value(PurePosixPath(file_name), key, answer)


def ask_show(project: Project, slug: str | None) -> Path:
    """Return the folder of a show that is there; raises `EditingError`."""
    known = show_slugs(project)
    if not known:
        raise EditingError("there is no show yet\nhint: `seasontracker new show` makes one")
    question = f"Which show ({named(known)})"
    chosen = ask(slug, "SHOW", question, check=lambda answer: show_folder(project, answer))
    return show_folder(project, chosen)


def ask_season(show: Path, number: int | None) -> Path:
    """Return the folder of a season that is there; raises `EditingError`."""
    known = [str(one) for one in season_numbers(show)]
    if not known:
        season_folder(show, 1 if number is None else number)

    def check(answer: str) -> None:
        if not answer.isdecimal() or len(answer) > 3:
            raise EditingError(f"`{answer}` is not the number of a season")
        season_folder(show, int(answer))

    given = None if number is None else str(number)
    question = f"Which season ({named(known)})"
    chosen = ask(given, "SEASON", question, suggested=known[-1], check=check)
    return season_folder(show, int(chosen))


def named(words: Sequence[str]) -> str:
    """Return words in a row, the first of them if there are many."""
    return ", ".join(words[:_MOST_NAMED]) + (" …" if len(words) > _MOST_NAMED else "")


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what cannot be written into a message and an exit code."""
    try:
        yield
    except EditingError as error:
        raise click.ClickException(str(error)) from error

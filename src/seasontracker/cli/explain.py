"""`seasontracker explain`: what the documentation says about a code."""

from __future__ import annotations

import sys

import click

from seasontracker.cli.streams import is_terminal
from seasontracker.diagnostics import Code
from seasontracker.diagnostics.rulebook import RulePage, find_code, read_rulebook
from seasontracker.diagnostics.suggest import suggestion


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Print the page of a code, such as ST401 or missing-source; without one, list them all."""
    if code is None:
        for known in Code:
            click.echo(f"{known.value}  {_severity(known):<7}  {known.title}")
        return 0
    found = find_code(code)
    if found is None:
        words = [word for known in Code for word in (known.value, known.title)]
        hint = suggestion(code, words, otherwise="`seasontracker explain` lists all")
        raise click.ClickException(f"there is no code `{code}`\nhint: {hint}")
    _show(read_rulebook()[found])
    return 0


def _severity(code: Code) -> str:
    return "warning" if code.is_warning else "error"


def _show(page: RulePage) -> None:
    """Print a page: set by rich on a terminal, as it was written in a pipe."""
    title = f"{page.code.value} {page.code.title} ({_severity(page.code)})"
    if not is_terminal(sys.stdout):
        click.echo(f"{title}\n\n{page.text}")
        return
    from rich.console import Console  # noqa: PLC0415 - only where there is a terminal
    from rich.markdown import Markdown  # noqa: PLC0415

    Console(width=min(100, Console().width)).print(Markdown(f"# {title}\n\n{page.text}"))

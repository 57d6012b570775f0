"""`seasontracker init`: a new site."""

from __future__ import annotations

import shlex
from datetime import UTC
from pathlib import Path, PurePosixPath

import click

from seasontracker.cli.asking import ask, fits, told_plainly
from seasontracker.clock import ClockError, read_clock
from seasontracker.editing.content_folder import refuse_what_is_wrong
from seasontracker.editing.origin import WHEEL, Origin, read_origin
from seasontracker.editing.starter import HOSTS, Starter, starter_files
from seasontracker.editing.writing import write_new

NO_HOST = "none"


@click.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False))
@click.option("--title", help="What the site is called.")
@click.option("--base-url", metavar="URL", help="Where it will stand.")
@click.option("--language", metavar="TAG", help="Of the site (BCP 47); en unless given.")
@click.option("--timezone", metavar="ZONE", help="Whose midnight begins the site's day.")
@click.option(
    "--ci",
    "hosts",
    type=click.Choice((*HOSTS, NO_HOST)),
    multiple=True,
    help="Which workflows to write; both unless given.",
)
@click.option("--example/--no-example", default=True, help="Whether an invented show comes along.")
@click.option("--today", metavar="DATE", help="The day from which the example counts.")
def init(
    folder: str,
    title: str | None,
    base_url: str | None,
    language: str | None,
    timezone: str | None,
    hosts: tuple[str, ...],
    example: bool,
    today: str | None,
) -> int:
    """Start a site in DIR, here unless given; what is there already is never written over."""
    try:
        clock = read_clock(today, UTC)
    except ClockError as error:
        raise click.ClickException(str(error)) from error
    with told_plainly():
        starter = Starter(
            title=ask(
                title,
                "--title",
                "What is the site called",
                default="My tracker",
                check=fits("site.yaml", "title"),
            ),
            base_url=ask(
                base_url,
                "--base-url",
                "Where will it stand",
                default="https://example.org/",
                check=fits("site.yaml", "base_url"),
            ),
            language=ask(
                language,
                "--language",
                "In which language",
                default="en",
                check=fits("site.yaml", "language"),
            ),
            timezone=ask(
                timezone,
                "--timezone",
                "In which time zone",
                default="UTC",
                check=fits("site.yaml", "timezone"),
            ),
            today=clock.today,
            hosts=tuple(host for host in HOSTS if not hosts or host in hosts),
            has_example=example,
            origin=read_origin(),
        )
    root = Path(folder)
    files = dict(starter_files(starter))
    with told_plainly():
        settings = PurePosixPath("content/site.yaml")
        refuse_what_is_wrong(settings, files[str(settings)])
        written = write_new(root, files.items())
    for path in written:
        click.echo(f"wrote {path.as_posix()}")
    go = "" if root == Path() else f"cd {root.as_posix()}, then "
    click.echo(f"A site is there. Look at it: {go}seasontracker serve")
    if not starter.origin.address:
        _tell_of_the_wheel(go, starter.origin)
    return 0


def _tell_of_the_wheel(go: str, origin: Origin) -> None:
    """Say how the site gets the program that its `requirements.txt` names."""
    path = shlex.quote(origin.path) if origin.path else "PATH-OF-A-CHECKOUT"
    click.echo(f"requirements.txt, by which CI installs seasontracker, names {WHEEL}.")
    click.echo(f"Make it and commit it: {go}pip wheel --no-deps -w vendor {path}")

"""The command and its subcommands."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from types import MappingProxyType

import click

from seasontracker import __version__
from seasontracker.cli.streams import flush_or_leave, replace_missing

USAGE = 2
BUG = 3
INTERRUPTED = 130
READER_LEFT = 141
"""What a shell tells of a program whose output nobody reads any more, such as `git log | head`."""
_COMMANDS = MappingProxyType(
    {
        "build": "Build the site into build/.",
        "check": "Report all that is wrong with the content; with --fix, mend what is mechanical.",
        "cms": "Print the configuration of a CMS with forms, or write its folder.",
        "explain": "Print what a code such as ST401 means, and what to do about it.",
        "init": "Start a site: settings, an example show, and workflows for CI.",
        "new": "Write a new show, season, theory or claim.",
        "schema": "Print the JSON Schemas of content files, or write them for your editor.",
        "completion": "Print the completion script for a shell.",
        "list": "List drafts, and what is scheduled, expired, stale or due.",
        "serve": "Show the site in a browser while it is written.",
    }
)
"""Each command, in a module of its name, with what it does."""
_ATTRIBUTES = MappingProxyType({"list": "list_"})
"""Commands that are named otherwise in their module, since Python has the name."""


class _ReaderLeftError(Exception):
    """Nobody reads our output any more."""


class _Commands(click.Group):
    """A group whose commands are imported when they are called, since some take their time."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # click would make it exit code 1, which means errors in content.
            raise _ReaderLeftError from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"seasontracker.cli.{cmd_name}")
        command: click.Command = getattr(module, _ATTRIBUTES.get(cmd_name, cmd_name))
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="seasontracker")
def cli() -> None:
    """Build tracker pages for TV seasons from dated, sourced claims."""


def main(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code.

    0 built, 1 errors in content (with --strict, warnings too), 2 wrong usage or no project here,
    3 our bug, 130 interrupted, 141 nobody reads the output any more.
    """
    try:
        result = cli.main(list(arguments), prog_name="seasontracker", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("seasontracker: interrupted; nothing is half-written", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return USAGE
    except (_ReaderLeftError, BrokenPipeError):
        return READER_LEFT
    except Exception:
        import traceback  # noqa: PLC0415 - rarely needed

        traceback.print_exc()
        click.echo(
            "\nseasontracker: this is a bug in seasontracker, not in your content;"
            " please report it with the lines above",
            err=True,
        )
        return BUG
    return result if isinstance(result, int) else 0


def run() -> None:
    """Run the command and exit with its code."""
    # Most of what a build makes stays until its end; looking for circles in it is in vain.
    gc.set_threshold(100_000, 20, 50)
    replace_missing()
    code = main(sys.argv[1:])
    sys.exit(code if flush_or_leave() else READER_LEFT)

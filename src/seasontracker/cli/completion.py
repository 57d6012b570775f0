"""`seasontracker completion`: the script that a shell needs to complete our commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """Print the completion script for a shell.

    \b
    bash: seasontracker completion bash > ~/.local/share/bash-completion/completions/seasontracker
    zsh:  seasontracker completion zsh > "${fpath[1]}/_seasontracker"
    fish: seasontracker completion fish > ~/.config/fish/completions/seasontracker.fish
    """
    made = get_completion_class(shell)
    assert made is not None
    root = context.find_root().command
    click.echo(made(root, {}, "seasontracker", "_SEASONTRACKER_COMPLETE").source())
    return 0

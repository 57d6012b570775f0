"""`seasontracker schema`: JSON Schemas of the files that editors write."""

from __future__ import annotations

from pathlib import Path

import click

from seasontracker.cli.asking import told_plainly
from seasontracker.editing.writing import rewrite
from seasontracker.schemas.editor import SCHEMAS, file_name, schema_text


@click.command()
@click.argument("name", type=click.Choice(SCHEMAS), required=False)
@click.option(
    "--write",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write all of them into a folder, over older ones.",
)
def schema(name: str | None, folder: Path | None) -> int:
    """Print the JSON Schema of a file, or write all of them into a folder.

    Editors such as VS Code then complete keys and words, and mark mistakes while you write.
    """
    if (name is None) == (folder is None):
        raise click.UsageError("give either a name or --write DIR")
    if folder is None:
        click.echo(schema_text(str(name)), nl=False)
        return 0
    with told_plainly():
        for each in SCHEMAS:
            rewrite(folder / file_name(each), schema_text(each))
    click.echo(f"wrote {len(SCHEMAS)} schemas into {folder.as_posix()}")
    return 0

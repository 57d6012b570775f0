"""`seasontracker cms`: forms for editors who do not write YAML."""

from __future__ import annotations

import re
from pathlib import Path

import click

from seasontracker.cli.asking import told_plainly
from seasontracker.cli.new_pages import content_option
from seasontracker.cli.options import open_project
from seasontracker.editing.cms_files import BUNDLE, cms_files, config_text, show_files
from seasontracker.editing.writing import rewrite
from seasontracker.schemas.cms import Backend


@click.command()
@click.option(
    "--write",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the CMS's page and its configuration into a folder, over older ones.",
)
@click.option(
    "--backend",
    type=click.Choice(("github", "gitlab", "gitea", "git-gateway", "test-repo")),
    default="github",
    help="Where the repository is; github unless given.",
)
@click.option("--repo", metavar="OWNER/NAME", default="owner/name", help="Which one it is.")
@click.option("--branch", default="main", help="The branch that is edited; main unless given.")
@click.option(
    "--show", "shows", metavar="SLUG", multiple=True, help="Only these; all unless given."
)
@content_option
@click.option(
    "--bundle",
    metavar="FILE",
    default=BUNDLE,
    help=f"The script of the CMS, beside its page; {BUNDLE} unless given.",
)
def cms(
    folder: Path | None,
    backend: str,
    repo: str,
    branch: str,
    shows: tuple[str, ...],
    content: Path | None,
    bundle: str,
) -> int:
    """Print the configuration of a git-based CMS (Sveltia, Decap), or write its folder.

    Editors then fill in forms; what they save is committed. See docs/cms.md.
    """
    if not re.fullmatch(r"[\w.-]+", bundle):
        raise click.UsageError("--bundle names a file beside the page, such as sveltia-cms.js")
    project = open_project(content, None)
    where = Backend(backend, repo, branch)
    inside = project.content.as_posix()
    with told_plainly():
        found = show_files(project, shows)
        if folder is None:
            click.echo(config_text(where, inside, found), nl=False)
            return 0
        for name, text in cms_files(where, inside, found, bundle):
            rewrite(folder / name, text)
    click.echo(f"wrote the CMS's page into {folder.as_posix()}; it needs two files from npm:")
    click.echo(f"  {bundle} and js-yaml.min.js, as docs/cms.md tells")
    return 0

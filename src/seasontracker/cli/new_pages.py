"""`seasontracker new show`, `new season` and `new theory`."""

from __future__ import annotations

from pathlib import Path

import click

from seasontracker.cli.asking import ask, ask_season, ask_show, fits, told_plainly
from seasontracker.cli.options import open_project, site_clock
from seasontracker.editing.content_folder import (
    author_ids,
    refuse_what_is_wrong,
    season_numbers,
    show_slugs,
    shows_folder,
    within,
)
from seasontracker.editing.new_files import (
    checked_slug,
    season_text,
    show_text,
    theory_text,
)
from seasontracker.editing.writing import write_new
from seasontracker.editing.yaml_entries import EditingError
from seasontracker.project import Project
from seasontracker.schemas.editor import schema_header
from seasontracker.site.slugs import latin_slug

content_option = click.option(
    "--content",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The content folder.",
)
today_option = click.option("--today", metavar="DATE", help="Instead of the site's date now.")


@click.command()
@click.argument("title", required=False)
@click.option("--network", help="Who shows it.")
@click.option("--summary", help="One or two sentences that spoil nothing beyond the premise.")
@click.option("--original-title", help="In its own script.")
@click.option("--language", metavar="TAG", help="The language it is made in (BCP 47).")
@click.option("--slug", help="The name of its folder and address; from the title unless given.")
@content_option
def show(
    title: str | None,
    network: str | None,
    summary: str | None,
    original_title: str | None,
    language: str | None,
    slug: str | None,
    content: Path | None,
) -> int:
    """Write a new show's folder."""
    project = open_project(content, None)
    with told_plainly():
        title = ask(title, "TITLE", "What is the show called", check=fits("show.yaml", "title"))
        file = _ask_folder(project, slug or latin_slug(title) or None) / "show.yaml"
        values = {
            "title": title,
            "original_title": original_title,
            "language": language,
            "network": ask(
                network, "--network", "Who shows it", check=fits("show.yaml", "network")
            ),
            "summary": ask(
                summary,
                "--summary",
                "What is it about, in a sentence or two",
                check=fits("show.yaml", "summary"),
            ),
        }
    _write(project, file, show_text(values))
    click.echo(f"Its first season: seasontracker new season {file.parent.name} 1")
    return 0


def _ask_folder(project: Project, slug: str | None) -> Path:
    """Return the folder of a show that is not there yet; raises `EditingError`."""

    def check(answer: str) -> None:
        if checked_slug(answer) in show_slugs(project):
            raise EditingError(f"there is a show `{answer}` already")

    question = "A name of Latin letters for its address"
    answer = ask(slug, "--slug", question, check=check)
    return shows_folder(project) / checked_slug(answer)


@click.command()
@click.argument("show_slug", metavar="[SHOW]", required=False)
@click.argument("number", type=click.IntRange(0, 999), required=False)
@click.option("--headline", help="Of the article.")
@click.option("--author", "authors", multiple=True, help="An id from site.yaml; may be repeated.")
@click.option("--published", metavar="DATE", help="When the article appears; today unless given.")
@click.option("--draft", is_flag=True, help="Checked with the rest, and not published.")
@content_option
@today_option
def season(
    show_slug: str | None,
    number: int | None,
    headline: str | None,
    authors: tuple[str, ...],
    published: str | None,
    draft: bool,
    content: Path | None,
    today: str | None,
) -> int:
    """Write a new season's article; the next NUMBER unless given. `new claim` begins its log."""
    project = open_project(content, None)
    with told_plainly():
        folder = ask_show(project, show_slug)
        if number is None:
            number = _ask_number(folder)
        known = author_ids(project)
        values = {
            "headline": ask(
                headline,
                "--headline",
                "The article's headline",
                check=fits("index.md", "headline"),
            ),
            "authors": list(authors or known[:1]),
            "published": published or site_clock(project, today).today.isoformat(),
            "draft": "true" if draft else "",
        }
    _write(project, folder / f"season-{number}" / "index.md", season_text(values))
    click.echo(f"What is known of it: seasontracker new claim {folder.name} {number}")
    return 0


def _ask_number(show: Path) -> int:
    """Return the number of a season that is not there yet, the next one unless it is another."""
    known = season_numbers(show)

    def check(answer: str) -> None:
        if not answer.isdecimal() or len(answer) > 3:
            raise EditingError(f"`{answer}` is not the number of a season")
        if int(answer) in known:
            raise EditingError(f"`{show.name}` has a season {int(answer)} already")

    following = str(max(known, default=0) + 1)
    return int(ask(None, "NUMBER", "Which season is it", default=following, check=check))


@click.command()
@click.argument("show_slug", metavar="[SHOW]", required=False)
@click.argument("number", metavar="[SEASON]", type=click.IntRange(0, 999), required=False)
@click.argument("question", required=False)
@click.option("--slug", help="The name of its file; from the question unless given.")
@click.option("--proposed", metavar="DATE", help="When it came up; today unless given.")
@click.option("--spoils", metavar="POSITION", help="Such as S01 or S01E12.")
@content_option
@today_option
def theory(
    show_slug: str | None,
    number: int | None,
    question: str | None,
    slug: str | None,
    proposed: str | None,
    spoils: str | None,
    content: Path | None,
    today: str | None,
) -> int:
    """Write a new fan theory, to be argued."""
    project = open_project(content, None)
    with told_plainly():
        folder = ask_season(ask_show(project, show_slug), number)
        question = ask(
            question,
            "QUESTION",
            "The theory's question",
            check=fits("theories/x.md", "question"),
        )
        slug = slug or latin_slug(question)[:60].strip("-") or None
        slug = ask(slug, "--slug", "A short name", check=checked_slug)
        file = folder / "theories" / f"{checked_slug(slug)}.md"
        values = {
            "question": question,
            "proposed": proposed or site_clock(project, today).today.isoformat(),
            "spoils": spoils,
        }
    _write(project, file, theory_text(values))
    return 0


def _write(project: Project, path: Path, text: str) -> None:
    """Write a new file that is right as far as it goes, and say so."""
    name = within(project, path)
    with told_plainly():
        text = schema_header(name) + text
        refuse_what_is_wrong(name, text)
        write_new(project.root, [(str(name), text)])
    click.echo(f"wrote {name}")

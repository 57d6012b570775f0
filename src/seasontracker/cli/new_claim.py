"""`seasontracker new claim`: one more entry in a season's log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from seasontracker.cli.asking import ask, told_plainly
from seasontracker.cli.options import open_project, site_clock
from seasontracker.editing.content_folder import (
    read,
    refuse_what_is_wrong,
    season_folder,
    show_folder,
    source_ids,
    within,
)
from seasontracker.editing.new_files import DATES
from seasontracker.editing.writing import rewrite
from seasontracker.editing.yaml_entries import EditingError, add_to_log, add_to_register
from seasontracker.models.claim import AXES
from seasontracker.models.vocabulary import (
    Confidence,
    Pattern,
    Production,
    Renewal,
    SourceTier,
    Word,
)
from seasontracker.project import Project
from seasontracker.schemas.editor import schema_header


def _words(vocabulary: type[Word]) -> click.Choice[str]:
    return click.Choice([word.value for word in vocabulary])


@click.command()
@click.argument("show_slug", metavar="SHOW")
@click.argument("number", metavar="SEASON", type=click.IntRange(0, 999))
@click.option("--date", "said", metavar="DATE", help="When it was said; today unless given.")
@click.option("--renewal", type=_words(Renewal))
@click.option("--production", type=_words(Production))
@click.option("--release", metavar="DATE", help="As far as it is known: 2027-H2, early 2027 …")
@click.option("--episode-order", type=click.IntRange(0), help="How many episodes.")
@click.option("--pattern", type=_words(Pattern))
@click.option("--confidence", type=_words(Confidence), help="How sure it is.")
@click.option("--source", "sources", multiple=True, help="A source's id; may be repeated.")
@click.option("--headline", help="A few words for the timeline.")
@click.option("--note", help="A sentence on it.")
@click.option("--by", help="Who said it, when that is not the source itself.")
@click.option("--because", help="The premises of a speculation.")
@click.option("--alongside", is_flag=True, help="Stands beside an earlier claim.")
@click.option("--source-publisher", metavar="NAME", help="Adds the source to the show's register.")
@click.option("--source-title", metavar="TEXT")
@click.option("--source-url", metavar="URL")
@click.option("--source-published", metavar="DATE")
@click.option("--source-tier", type=_words(SourceTier))
@click.option(
    "--content",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The content folder.",
)
@click.option("--today", metavar="DATE", help="Instead of the site's date now.")
def claim(
    show_slug: str,
    number: int,
    said: str | None,
    confidence: str | None,
    sources: tuple[str, ...],
    content: Path | None,
    today: str | None,
    **given: Any,
) -> int:
    """Add a claim to a season's log; what stands there stays as it is.

    With --source-publisher and its like, a source that is not known yet is added as well.
    """
    project = open_project(content, None)
    with told_plainly():
        show = show_folder(project, show_slug)
        log = season_folder(show, number) / "status.yaml"
        entry: dict[str, Any] = {
            "date": said or site_clock(project, today).today.isoformat(),
            **{key: given.get(key) for key in AXES},
        }
        if not any(entry[axis] is not None for axis in AXES) and not given["headline"]:
            axis = ask(None, "what is claimed, such as --release", "What is it about", choices=AXES)
            entry[axis] = ask(None, f"--{axis}", "What is claimed")
        entry["confidence"] = ask(
            confidence,
            "--confidence",
            "How sure is it",
            choices=[word.value for word in Confidence],
        )
        because = given["because"]
        if sources:
            pass  # also a speculation may rest on what somebody wrote
        elif entry["confidence"] == Confidence.SPECULATION.value:
            because = ask(because, "--because", "What does it rest on")
        else:
            sources = (ask(None, "--source", "The source's id"),)
        entry |= {"source": _one_or_several(sources)}
        entry |= {key: given[key] for key in ("headline", "note", "by")} | {"because": because}
        entry["alongside"] = "true" if given["alongside"] else None
        changed = _with_sources(project, show, sources, given)
        changed[log] = add_to_log(_text(project, log), entry, dates=DATES)
        for path, text in changed.items():
            refuse_what_is_wrong(within(project, path), text)
        for path, text in changed.items():
            rewrite(path, text)
            click.echo(f"wrote {within(project, path)}")
    return 0


def _text(project: Project, path: Path) -> str:
    """Return what stands in a file, or how a new one begins."""
    return read(project, path) if path.exists() else schema_header(within(project, path))


def _one_or_several(sources: tuple[str, ...]) -> str | list[str] | None:
    return (sources[0] if len(sources) == 1 else list(sources)) if sources else None


def _with_sources(
    project: Project, show: Path, sources: tuple[str, ...], given: dict[str, Any]
) -> dict[Path, str]:
    """Return the register with a source that is new; raises `EditingError` for an unknown one."""
    unknown = [source for source in sources if source not in source_ids(project, show)]
    if not unknown:
        return {}
    if len(unknown) > 1:
        raise EditingError(
            f"`{'`, `'.join(unknown)}` are not known\nhint: add all but one to sources.yaml first"
        )
    values = {
        "publisher": ask(
            given["source_publisher"],
            f"--source-publisher, since `{unknown[0]}` is not known",
            f"`{unknown[0]}` is new. Who published it",
        ),
        "title": given["source_title"],
        "url": ask(given["source_url"], "--source-url", "Its address", default="") or None,
        "published": given["source_published"],
        "tier": given["source_tier"],
    }
    register = show / "sources.yaml"
    text = add_to_register(_text(project, register), unknown[0], values, dates=DATES)
    return {register: text}

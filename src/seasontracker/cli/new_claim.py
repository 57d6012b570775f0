"""`seasontracker new claim`: one more entry in a season's log."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from seasontracker.cli.asking import ask, ask_season, ask_show, fits, named, told_plainly
from seasontracker.cli.new_pages import content_option, today_option
from seasontracker.cli.options import open_project, site_clock
from seasontracker.cli.streams import is_terminal
from seasontracker.editing.additions import add_to_log, add_to_register
from seasontracker.editing.content_folder import read, refuse_what_is_wrong, source_ids, within
from seasontracker.editing.new_files import checked_slug
from seasontracker.editing.writing import refuse_read_only, rewrite
from seasontracker.editing.yaml_entries import DATES, EditingError
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

LOG, REGISTER = "status.yaml", "sources.yaml"
_VOCABULARIES = {"renewal": Renewal, "production": Production, "pattern": Pattern}


def _words(vocabulary: type[Word]) -> list[str]:
    return [str(word) for word in vocabulary]


@click.command()
@click.argument("show_slug", metavar="[SHOW]", required=False)
@click.argument("number", metavar="[SEASON]", type=click.IntRange(0, 999), required=False)
@click.option("--date", "said", metavar="DATE", help="When it was said; today unless given.")
@click.option("--renewal", type=click.Choice(_words(Renewal)))
@click.option("--production", type=click.Choice(_words(Production)))
@click.option("--release", metavar="DATE", help="As far as it is known: 2027-H2, early 2027 …")
@click.option("--episode-order", type=click.IntRange(0), help="How many episodes.")
@click.option("--pattern", type=click.Choice(_words(Pattern)))
@click.option("--confidence", type=click.Choice(_words(Confidence)), help="How sure it is.")
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
@click.option("--source-tier", type=click.Choice(_words(SourceTier)))
@content_option
@today_option
def claim(
    show_slug: str | None,
    number: int | None,
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
        show = ask_show(project, show_slug)
        log = ask_season(show, number) / LOG
        _refuse_early(given)
        entry: dict[str, Any] = {
            "date": ask(
                said,
                "--date",
                "When was it said",
                default=site_clock(project, today).today.isoformat(),
                check=fits(LOG, "date"),
            ),
            **{key: given.get(key) for key in AXES},
        }
        if not any(entry[axis] is not None for axis in AXES) and not given["headline"]:
            axis = ask(None, "what is claimed, such as --release", "What is it about", choices=AXES)
            entry[axis] = _ask_what(axis)
        entry["confidence"] = ask(
            confidence, "--confidence", "How sure is it", choices=_words(Confidence)
        )
        if sources:
            pass  # also a speculation may rest on what somebody wrote
        elif entry["confidence"] == Confidence.SPECULATION.value:
            given["because"] = ask(given["because"], "--because", "What does it rest on")
        else:
            sources = (_ask_source(project, show),)
        entry["source"] = (sources[0] if len(sources) == 1 else list(sources)) or None
        entry |= {key: given[key] for key in ("headline", "note", "by", "because")}
        entry["alongside"] = "true" if given["alongside"] else None
        changed = _with_sources(project, show, sources, given, entry)
        text = _text(project, log)
        changed[log] = add_to_log(within(project, log), text, entry, dates=DATES)
        for path, text in changed.items():
            refuse_what_is_wrong(within(project, path), text)
            refuse_read_only(path)
        for path, text in changed.items():
            rewrite(path, text)
            click.echo(f"wrote {within(project, path)}")
    return 0


def _refuse_early(given: dict[str, Any]) -> None:
    """Refuse options that cannot be taken before somebody has answered questions in vain."""
    if not is_terminal(sys.stdin):
        return
    for option, file_name, key in (
        ("release", LOG, "release"),
        ("source_url", REGISTER, "url"),
        ("source_published", REGISTER, "published"),
    ):
        if given[option] is not None:
            fits(file_name, key)(given[option])


def _ask_what(axis: str) -> str | int:
    """Return what is claimed of an axis."""
    flag, question = f"--{axis.replace('_', '-')}", "What is claimed"
    if axis in _VOCABULARIES:
        return ask(None, flag, question, choices=_words(_VOCABULARIES[axis]))
    answer = ask(None, flag, question, check=fits(LOG, axis))
    return int(answer) if axis == "episode_order" else answer


def _ask_source(project: Project, show: Path) -> str:
    """Return the id of a source, known or new."""
    known = named(source_ids(project, show))
    question = f"The source's id ({known}; any other is added)" if known else "An id for its source"
    return ask(None, "--source", question, check=lambda answer: checked_slug(answer, "an id"))


def _text(project: Project, path: Path) -> str:
    """Return what stands in a file, or how a new one begins."""
    return read(project, path) or schema_header(within(project, path))


def _with_sources(
    project: Project,
    show: Path,
    sources: tuple[str, ...],
    given: dict[str, Any],
    entry: dict[str, Any],
) -> dict[Path, str]:
    """Return the register with a source that is new; raises `EditingError` for an unknown one."""
    unknown = [source for source in sources if source not in source_ids(project, show)]
    if not unknown:
        return {}
    if len(unknown) > 1:
        raise EditingError(
            f"`{'`, `'.join(unknown)}` are not known\nhint: add all but one to sources.yaml first"
        )
    is_official = entry["confidence"] == Confidence.OFFICIAL.value
    values = {
        "publisher": ask(
            given["source_publisher"],
            f"--source-publisher, since `{unknown[0]}` is not known",
            f"`{unknown[0]}` is new. Who published it",
            check=fits(REGISTER, "publisher"),
        ),
        "title": ask(given["source_title"], "--source-title", "Its title, if any", default=""),
        "url": ask(
            given["source_url"],
            "--source-url",
            "Its address, if any",
            default="",
            check=fits(REGISTER, "url"),
        ),
        "published": ask(
            given["source_published"],
            "--source-published",
            "When was it published",
            default="",
            suggested=entry["date"],
            check=fits(REGISTER, "published"),
        ),
        "tier": ask(
            given["source_tier"],
            "--source-tier",
            "What kind of source is it",
            default="",
            suggested=str(SourceTier.OFFICIAL if is_official else SourceTier.PRESS),
            choices=_words(SourceTier),
        ),
    }
    register = show / REGISTER
    text = _text(project, register)
    inside = within(project, register)
    return {register: add_to_register(inside, text, unknown[0], values, dates=DATES)}

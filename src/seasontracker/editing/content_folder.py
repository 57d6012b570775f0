"""What is in a content folder already, as far as an addition to it must know."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from seasontracker.diagnostics import Diagnostic, Location
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.diagnostics.terminal import plain
from seasontracker.editing.edits import BYTE_ORDER_MARK
from seasontracker.editing.yaml_entries import DATES, EditingError, entry_text, mapping_text
from seasontracker.models import validate
from seasontracker.project import Project
from seasontracker.schemas.editor import annotation_of, noun_of, schema_of_file
from seasontracker.site.load import load_settings, load_sources
from seasontracker.sources import Document, load_front_matter, load_yaml
from seasontracker.sources.text import SourceText, read_text

_SEASON = re.compile(r"season-(0|[1-9][0-9]{0,3})")


def shows_folder(project: Project) -> Path:
    """Return where the shows are."""
    return project.root / project.content / "shows"


def show_slugs(project: Project) -> list[str]:
    """Return the names of the shows that are there, in order."""
    return sorted(entry.parent.name for entry in shows_folder(project).glob("*/show.yaml"))


def show_folder(project: Project, slug: str) -> Path:
    """Return the folder of a show that is there; raises `EditingError`."""
    known = show_slugs(project)
    if slug not in known:
        hint = suggestion(slug, known, otherwise="`seasontracker new show` makes one")
        raise EditingError(f"there is no show `{slug}`\nhint: {hint}")
    return shows_folder(project) / slug


def season_numbers(show: Path) -> list[int]:
    """Return the numbers of a show's seasons, in order."""
    found = (_SEASON.fullmatch(folder.name) for folder in show.glob("season-*") if folder.is_dir())
    return sorted(int(name[1]) for name in found if name)


def season_folder(show: Path, number: int) -> Path:
    """Return the folder of a season that is there; raises `EditingError`."""
    if number not in season_numbers(show):
        known = ", ".join(map(str, season_numbers(show)))
        begin = f"begin it: seasontracker new season {show.name} {number}"
        hint = f"there are: {known}; or {begin}" if known else begin
        raise EditingError(f"`{show.name}` has no season {number}\nhint: {hint}")
    return show / f"season-{number}"


def author_ids(project: Project) -> list[str]:
    """Return the ids of the site's authors; none where `site.yaml` cannot be used."""
    settings, _ = load_settings(project.root, project.content / "site.yaml")
    return list(settings.value.authors) if settings else []


def source_ids(project: Project, show: Path) -> list[str]:
    """Return the ids of all sources that a show's claims can name."""
    found: list[str] = []
    for path in (project.content / "sources.yaml", within(project, show / "sources.yaml")):
        if (project.root / path).exists():
            register, _ = load_sources(project.root, path)
            found += register.value if register else ()
    return found


def read(project: Project, path: Path) -> str:
    """Return all that a content file holds, with its mark and line ends as they are.

    Empty when it is not there yet; raises `EditingError` with the place for what cannot be read.
    """
    if not os.path.lexists(path):
        return ""
    source, found = read_text(project.root, within(project, path))
    if source is None:
        raise EditingError(told(found))
    return path.read_bytes().decode("utf-8")


def as_read(path: PurePosixPath, text: str) -> SourceText:
    """Return all that a file holds as our loaders read it."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    return SourceText(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def refuse_what_is_wrong(path: PurePosixPath, text: str) -> None:
    """Raise `EditingError` with all findings unless a file of this name can hold the text."""
    _, found = findings_in(path, text)
    if found:
        raise EditingError(told(found))


def findings_in(path: PurePosixPath, text: str) -> tuple[Document | None, list[Diagnostic]]:
    """Return what a text comes to in a file of this name, and all that is wrong with it."""
    load = load_front_matter if path.suffix == ".md" else load_yaml
    document, found = load(as_read(path, text))
    if document is None:
        return None, found
    name = schema_of_file(path)
    _, problems = validate(document, annotation_of(name), noun_of(name))
    return document, [*found, *problems]


def refuse_value(path: PurePosixPath, key: str, value: str) -> None:
    """Raise `EditingError` unless a value may stand behind a key in a file of this name.

    In a log or a register, behind a key of one of its entries.
    """
    lines = mapping_text({key: value}, dates=DATES)
    steps: tuple[str | int, ...] = (key,)
    if path.suffix == ".md":
        lines = f"---\n{lines}---\n"
    elif path.name == "status.yaml":
        lines, steps = entry_text({key: value}, dates=DATES), (0, key)
    elif path.name == "sources.yaml":
        lines = "an-id:\n" + "".join(f"  {line}\n" for line in lines.splitlines())
        steps = ("an-id", key)
    document, found = findings_in(path, lines)
    for finding in found:
        # What else the entry lacks is not about the value.
        if document is None or _start(finding.location) == _start(document.locate(*steps)):
            hint = f"\nhint: {finding.hint}" if finding.hint else ""
            raise EditingError(finding.message + hint)


def _start(place: Location) -> tuple[int, int]:
    return place.line, place.column


def told(found: Sequence[Diagnostic]) -> str:
    """Say what is wrong with a file that was to be written, or written to."""
    return "nothing was written:\n" + "\n".join(plain(finding) for finding in found)


def within(project: Project, path: Path) -> PurePosixPath:
    """Return a path as findings name it."""
    return PurePosixPath(path.relative_to(project.root).as_posix())

"""What is in a content folder already, as far as an addition to it must know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from seasontracker.diagnostics import Diagnostic
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.diagnostics.terminal import plain
from seasontracker.editing.yaml_entries import EditingError
from seasontracker.models import (
    CastEntry,
    CastRegister,
    Claim,
    Episode,
    Media,
    Season,
    Show,
    SiteSettings,
    Source,
    Theory,
    validate,
)
from seasontracker.models.base import Slug
from seasontracker.project import Project
from seasontracker.site.load import load_settings, load_sources
from seasontracker.sources import Document, load_front_matter, load_yaml
from seasontracker.sources.text import SourceText, decode

_MODELS: Mapping[str, tuple[Any, str]] = {
    "site.yaml": (SiteSettings, "the site"),
    "show.yaml": (Show, "a show"),
    "status.yaml": (tuple[Claim, ...], "the claim log"),
    "sources.yaml": (dict[Slug, Source], "the list of sources"),
    "index.md": (Season, "an article"),
    "cast.yaml": (CastRegister, "the cast register"),
    "episodes.yaml": (tuple[Episode, ...], "the list of episodes"),
    "media.yaml": (Media, "the season's media"),
}


def shows_folder(project: Project) -> Path:
    """Return where the shows are."""
    return project.root / project.content / "shows"


def show_folder(project: Project, slug: str) -> Path:
    """Return the folder of a show that is there; raises `EditingError`."""
    folder = shows_folder(project)
    known = sorted(entry.parent.name for entry in folder.glob("*/show.yaml"))
    if slug not in known:
        hint = suggestion(slug, known, otherwise="`seasontracker new show` makes one")
        raise EditingError(f"there is no show `{slug}`\nhint: {hint}")
    return folder / slug


def season_numbers(show: Path) -> list[int]:
    """Return the numbers of a show's seasons, in order."""
    names = [folder.name.removeprefix("season-") for folder in show.glob("season-*")]
    return sorted(int(name) for name in names if name.isdecimal() and name.isascii())


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
    """Return a content file's text, empty when it is not there yet; raises `EditingError`."""
    if not path.exists():
        return ""
    text, found = decode(within(project, path), path.read_bytes())
    if text is None:
        raise EditingError(_told(found))
    return text.text


def refuse_what_is_wrong(path: PurePosixPath, text: str) -> None:
    """Raise `EditingError` with all findings unless a file of this name can hold the text."""
    _, found = findings_in(path, text)
    if found:
        raise EditingError(_told(found))


def findings_in(path: PurePosixPath, text: str) -> tuple[Document | None, list[Diagnostic]]:
    """Return what a text comes to in a file of this name, and all that is wrong with it."""
    load = load_front_matter if path.suffix == ".md" else load_yaml
    document, found = load(SourceText(path, text))
    if document is None:
        return None, found
    model, what = _model(path)
    _, problems = validate(document, model, what)
    return document, [*found, *problems]


def _model(path: PurePosixPath) -> tuple[Any, str]:
    """Return what a file of this name holds, and how that is called."""
    if path.parent.name == "theories":
        return Theory, "a theory"
    if path.name == "cast.yaml" and path.parent.name.startswith("season-"):
        return dict[Slug, CastEntry], "the season's cast"
    return _MODELS[path.name]


def _told(found: Sequence[Diagnostic]) -> str:
    return "nothing was written:\n" + "\n".join(plain(finding) for finding in found)


def within(project: Project, path: Path) -> PurePosixPath:
    """Return a path as findings name it."""
    return PurePosixPath(path.relative_to(project.root).as_posix())

"""Finds the files of a content folder."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from msgspec import Struct

from seasontracker.diagnostics import Diagnostic
from seasontracker.diagnostics.suggest import closest
from seasontracker.sources.folder import SLUG, Folder
from seasontracker.sources.text import leads_outside

ICON = "icon.svg"
_PAGE = re.compile(r"page-[0-9]+")
_SEASON = re.compile(r"season-(0|[1-9][0-9]{0,3})")
_ALMOST_SEASON = re.compile(r"(?:season|series|s)[ _-]*0*([0-9]{1,4})", re.IGNORECASE)
_PICTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(?:svg|png|jpe?g|webp|avif|gif)")
_PICTURE_SUFFIXES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"})
_SEASON_FILES = ("index.md", "status.yaml", "cast.yaml", "episodes.yaml", "media.yaml")


class SeasonFiles(Struct, frozen=True):
    """The files of one `season-<n>` folder; a path is None when there is no such file."""

    number: int
    folder: PurePosixPath
    index: PurePosixPath
    status: PurePosixPath | None = None
    cast: PurePosixPath | None = None
    episodes: PurePosixPath | None = None
    media: PurePosixPath | None = None
    theories: tuple[PurePosixPath, ...] = ()
    images: tuple[PurePosixPath, ...] = ()


class ShowFiles(Struct, frozen=True):
    """The files of one show's folder."""

    slug: str
    folder: PurePosixPath
    show: PurePosixPath
    sources: PurePosixPath | None = None
    cast: PurePosixPath | None = None
    seasons: tuple[SeasonFiles, ...] = ()


class SiteFiles(Struct, frozen=True):
    """The files of a content folder that are not part of any show, and the shows' names."""

    site: PurePosixPath
    sources: PurePosixPath | None = None
    shows: tuple[str, ...] = ()


class ContentFiles(Struct, frozen=True):
    """All files of a content folder, relative to the project, sorted."""

    site: PurePosixPath
    sources: PurePosixPath | None = None
    shows: tuple[ShowFiles, ...] = ()


def discover_content(root: Path, content: PurePosixPath) -> tuple[ContentFiles, list[Diagnostic]]:
    """List what a content folder below the root holds; what has no meaning is a finding."""
    files, found = discover_site(root, content)
    shows = []
    for name in files.shows:
        show, problems = discover_show(root, content, name)
        found += problems
        if show is not None:
            shows.append(show)
    return ContentFiles(files.site, files.sources, tuple(shows)), found


def discover_site(root: Path, content: PurePosixPath) -> tuple[SiteFiles, list[Diagnostic]]:
    """List what a content folder holds, its shows by name only."""
    found: list[Diagnostic] = []
    top = Folder(root, content, found)
    site = top.required_file("site.yaml", "a site")
    sources = top.file("sources.yaml")
    top.file(ICON)
    shows: list[str] = []
    if folder := top.folder("shows"):
        for name in folder.folders:
            if not SLUG.fullmatch(name):
                folder.refuse_name(name, "a show's folder")
            elif _PAGE.fullmatch(name):
                hint = "the list of shows has pages of this name; call it otherwise"
                folder.refuse_name(name, "a show's folder", hint)
            else:
                shows.append(name)
        folder.report_unused(folder.folders)
    top.report_unused(("site.yaml", "sources.yaml", ICON, "shows"))
    return SiteFiles(site, sources, tuple(shows)), found


def discover_show(
    root: Path, content: PurePosixPath, slug: str
) -> tuple[ShowFiles | None, list[Diagnostic]]:
    """List what one show's folder holds; None when there is no folder of that name to be used."""
    found: list[Diagnostic] = []
    shows = content / "shows"
    if leads_outside(root, shows / slug):
        return None, found
    return _discover_show(Folder(root, shows / slug, found)), found


def _discover_show(folder: Folder) -> ShowFiles:
    show = folder.required_file("show.yaml", "a show")
    sources, cast = folder.file("sources.yaml"), folder.file("cast.yaml")
    seasons: list[SeasonFiles] = []
    for name in folder.folders:
        if match := _SEASON.fullmatch(name):
            if inside := folder.folder(name):
                seasons.append(_discover_season(inside, int(match[1])))
        elif almost := _ALMOST_SEASON.fullmatch(name):
            folder.refuse_name(name, "a season's folder", f"call it `season-{int(almost[1])}`")
        elif closest(name, ["season-1"]):
            folder.refuse_name(name, "a season's folder", "call it `season-1`, `season-2` ...")
    used = ["show.yaml", "sources.yaml", "cast.yaml"]
    folder.report_unused([*used, *(season.folder.name for season in seasons)])
    return ShowFiles(
        slug=folder.path.name,
        folder=folder.path,
        show=show,
        sources=sources,
        cast=cast,
        seasons=tuple(sorted(seasons, key=lambda season: season.number)),
    )


def _discover_season(folder: Folder, number: int) -> SeasonFiles:
    files = SeasonFiles(
        number=number,
        folder=folder.path,
        index=folder.required_file("index.md", "a season"),
        status=folder.file("status.yaml"),
        cast=folder.file("cast.yaml"),
        episodes=folder.file("episodes.yaml"),
        media=folder.file("media.yaml"),
        theories=_discover_theories(folder.folder("theories")),
        images=_discover_pictures(folder.folder("images")),
    )
    folder.report_unused((*_SEASON_FILES, "theories", "images"))
    return files


def _discover_theories(folder: Folder | None) -> tuple[PurePosixPath, ...]:
    if folder is None:
        return ()
    names = [name for name in folder.files if name.endswith(".md")]
    for name in names:
        if not SLUG.fullmatch(name.removesuffix(".md")):
            folder.refuse_name(name, "a theory's file")
    folder.report_unused(names)
    return tuple(folder.path / name for name in names if SLUG.fullmatch(name.removesuffix(".md")))


def _discover_pictures(folder: Folder | None) -> tuple[PurePosixPath, ...]:
    if folder is None:
        return ()
    pictures = [
        name for name in folder.files if PurePosixPath(name).suffix.lower() in _PICTURE_SUFFIXES
    ]
    for name in pictures:
        if not _PICTURE.fullmatch(name):
            hint = "use letters, digits, dots, hyphens and a suffix in lower case"
            folder.refuse_name(name, "a picture", hint)
    folder.report_unused(pictures)
    kept = [name for name in pictures if _PICTURE.fullmatch(name)]
    return tuple(folder.path / name for name in kept)

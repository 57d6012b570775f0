"""Finds the files of a content folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.suggest import suggestion

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SEASON = re.compile(r"season-(0|[1-9]\d{0,3})")
_PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"})


@dataclass(frozen=True, slots=True)
class SeasonFiles:
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


@dataclass(frozen=True, slots=True)
class ShowFiles:
    """The files of one show's folder."""

    slug: str
    folder: PurePosixPath
    show: PurePosixPath
    sources: PurePosixPath | None = None
    cast: PurePosixPath | None = None
    seasons: tuple[SeasonFiles, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """All files of a content folder, relative to the project, sorted."""

    site: PurePosixPath
    sources: PurePosixPath | None = None
    shows: tuple[ShowFiles, ...] = ()


def discover_content(root: Path, content: PurePosixPath) -> tuple[ContentFiles, list[Diagnostic]]:
    """List what a content folder below the root holds; what has no meaning is a finding."""
    found: list[Diagnostic] = []
    files = _Folder(root, content, found)
    shows: list[ShowFiles] = []
    if "shows" in files.folders:
        listed = _Folder(root, content / "shows", found)
        for name in listed.folders:
            if SLUG.fullmatch(name):
                shows.append(_discover_show(root, listed.path / name, found))
            else:
                found.append(_bad_slug(listed.path / name, "a show's folder"))
        listed.report_unused(files=(), folders=listed.folders)
    files.report_unused(files=("site.yaml", "sources.yaml"), folders=("shows",))
    site = content / "site.yaml"
    return ContentFiles(site, files.get("sources.yaml"), tuple(shows)), found


def _discover_show(root: Path, folder: PurePosixPath, found: list[Diagnostic]) -> ShowFiles:
    files = _Folder(root, folder, found)
    seasons = []
    for name in files.folders:
        if match := _SEASON.fullmatch(name):
            season = _discover_season(root, folder / name, int(match[1]), found)
            seasons.append(season)
    files.report_unused(
        files=("show.yaml", "sources.yaml", "cast.yaml"),
        folders=tuple(name for name in files.folders if _SEASON.fullmatch(name)),
        known_folders=("season-1", "season-2"),
    )
    if "show.yaml" not in files.files:
        found.append(_missing(folder, "show.yaml", "a show"))
    return ShowFiles(
        slug=folder.name,
        folder=folder,
        show=folder / "show.yaml",
        sources=files.get("sources.yaml"),
        cast=files.get("cast.yaml"),
        seasons=tuple(sorted(seasons, key=lambda season: season.number)),
    )


def _discover_season(
    root: Path, folder: PurePosixPath, number: int, found: list[Diagnostic]
) -> SeasonFiles:
    files = _Folder(root, folder, found)
    known = ("index.md", "status.yaml", "cast.yaml", "episodes.yaml", "media.yaml")
    files.report_unused(files=known, folders=("theories", "images"))
    theories: list[PurePosixPath] = []
    if "theories" in files.folders:
        inside = _Folder(root, folder / "theories", found)
        for name in inside.files:
            stem, suffix = os.path.splitext(name)
            if suffix == ".md" and SLUG.fullmatch(stem):
                theories.append(inside.path / name)
            elif suffix == ".md":
                found.append(_bad_slug(inside.path / name, "a theory's file"))
        inside.report_unused(
            files=tuple(name for name in inside.files if name.endswith(".md")), folders=()
        )
    images: tuple[PurePosixPath, ...] = ()
    if "images" in files.folders:
        images = tuple(_pictures(root, folder / "images", found))
    if "index.md" not in files.files:
        found.append(_missing(folder, "index.md", "a season"))
    return SeasonFiles(
        number=number,
        folder=folder,
        index=folder / "index.md",
        status=files.get("status.yaml"),
        cast=files.get("cast.yaml"),
        episodes=files.get("episodes.yaml"),
        media=files.get("media.yaml"),
        theories=tuple(theories),
        images=images,
    )


def _pictures(
    root: Path, folder: PurePosixPath, found: list[Diagnostic]
) -> Iterator[PurePosixPath]:
    inside = _Folder(root, folder, found)
    pictures = tuple(
        name for name in inside.files if PurePosixPath(name).suffix.lower() in _PICTURES
    )
    inside.report_unused(files=pictures, folders=())
    for name in pictures:
        yield folder / name


class _Folder:
    """One folder's entries, sorted; what leads outside is refused, what is hidden is skipped."""

    def __init__(self, root: Path, path: PurePosixPath, found: list[Diagnostic]) -> None:
        self.path = path
        self.files: list[str] = []
        self.folders: list[str] = []
        self._found = found
        base = root.resolve()
        try:
            entries = sorted(os.scandir(root / path), key=lambda entry: entry.name)
        except OSError as error:
            reason = error.strerror or str(error)
            found.append(
                Diagnostic(
                    Code.UNREADABLE_FILE,
                    Location(path),
                    f"the folder `{path.name}` cannot be read: {reason}",
                )
            )
            entries = []
        for entry in entries:
            if entry.name.startswith((".", "_", "#")) or entry.name.endswith("~"):
                continue
            if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(base):
                found.append(
                    Diagnostic(
                        Code.LINK_OUTSIDE,
                        Location(path / entry.name),
                        f"`{entry.name}` is a link that leads outside the project",
                        "put a copy of the file here",
                    )
                )
            elif entry.is_dir():
                self.folders.append(entry.name)
            else:
                self.files.append(entry.name)

    def get(self, name: str) -> PurePosixPath | None:
        return self.path / name if name in self.files else None

    def report_unused(
        self,
        *,
        files: tuple[str, ...] | list[str],
        folders: tuple[str, ...] | list[str],
        known_folders: tuple[str, ...] = (),
    ) -> None:
        """Report every entry that no part of the site reads."""
        known = (*files, *folders, *known_folders)
        for name in sorted({*self.files} - {*files} | {*self.folders} - {*folders}):
            self._found.append(
                Diagnostic(
                    Code.UNUSED_FILE,
                    Location(self.path / name),
                    f"nothing reads `{name}` in `{self.path.name}/`",
                    suggestion(name, known, otherwise="delete it, or start its name with `_`"),
                )
            )


def _missing(folder: PurePosixPath, name: str, what: str) -> Diagnostic:
    return Diagnostic(
        Code.MISSING_FILE,
        Location(folder / name),
        f"{what} needs a `{name}`",
        f"add `{folder / name}`",
    )


def _bad_slug(path: PurePosixPath, what: str) -> Diagnostic:
    return Diagnostic(
        Code.BAD_SLUG,
        Location(path),
        f"`{path.name}` cannot name {what}",
        "use lower-case letters, digits and single hyphens",
    )

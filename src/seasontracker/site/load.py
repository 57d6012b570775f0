"""Reads a show's folder and the site's own files into models."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TypeVar

from msgspec import Struct, field

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.models import (
    CastEntry,
    CastRegister,
    Claim,
    Episode,
    Located,
    Media,
    Season,
    Show,
    SiteSettings,
    Source,
    Theory,
    validate,
)
from seasontracker.models.base import Slug
from seasontracker.sources import (
    Document,
    SeasonFiles,
    ShowFiles,
    load_front_matter,
    load_yaml,
    read_text,
)

M = TypeVar("M")
_REQUIRED = frozenset({"site.yaml", "show.yaml"})

SourceRegister = Mapping[str, Source]


class LoadedTheory(Struct, frozen=True):
    """One theory's front matter and argument."""

    slug: str
    theory: Located[Theory]


class LoadedSeason(Struct, frozen=True):
    """Everything that one season's folder holds."""

    files: SeasonFiles
    season: Located[Season]
    claims: Located[tuple[Claim, ...]] | None = None
    cast: Located[dict[str, CastEntry]] | None = None
    episodes: Located[tuple[Episode, ...]] | None = None
    media: Located[Media] | None = None
    theories: tuple[LoadedTheory, ...] = ()

    @property
    def number(self) -> int:
        return self.files.number


class LoadedShow(Struct, frozen=True):
    """Everything that one show's folder holds."""

    files: ShowFiles
    show: Located[Show]
    sources: Located[dict[str, Source]] | None = None
    cast: Located[CastRegister] | None = None
    seasons: tuple[LoadedSeason, ...] = ()

    @property
    def slug(self) -> str:
        return self.files.slug

    @property
    def id(self) -> str:
        """What feeds and calendars know it by, whatever its address becomes."""
        return self.show.value.id or self.slug

    @property
    def is_whole(self) -> bool:
        """Whether every file could be read; else what refers to one seems wrong."""
        pairs: list[tuple[object, object]] = [
            (self.files.sources, self.sources),
            (self.files.cast, self.cast),
        ]
        for season in self.seasons:
            listed = season.files
            pairs += [
                (listed.status, season.claims),
                (listed.cast, season.cast),
                (listed.episodes, season.episodes),
                (listed.media, season.media),
            ]
            if len(listed.theories) != len(season.theories):
                return False
        is_read = all(file is None or model is not None for file, model in pairs)
        return is_read and len(self.files.seasons) == len(self.seasons)


class _Reader(Struct):
    """Reads documents and collects what is wrong with them."""

    root: Path
    found: list[Diagnostic] = field(default_factory=list)

    def yaml(self, path: PurePosixPath | None, model: type[M], what: str) -> Located[M] | None:
        """Read a YAML file; an empty one holds nothing, which only some files may."""
        if path is None:
            return None
        document = self._document(path)
        if document is None:
            return None
        if document.value is None:
            self.found.append(
                Diagnostic(
                    Code.EMPTY_FILE,
                    Location(path),
                    f"`{path.name}` is empty",
                    "write something in it" + ("" if path.name in _REQUIRED else ", or delete it"),
                )
            )
            return None
        return self._validated(document, model, what)

    def front_matter(self, path: PurePosixPath, model: type[M], what: str) -> Located[M] | None:
        text, found = read_text(self.root, path)
        self.found.extend(found)
        if text is None:
            return None
        document, found = load_front_matter(text)
        self.found.extend(found)
        return self._validated(document, model, what) if document else None

    def _document(self, path: PurePosixPath) -> Document | None:
        text, found = read_text(self.root, path)
        self.found.extend(found)
        if text is None:
            return None
        document, found = load_yaml(text)
        self.found.extend(found)
        return document

    def _validated(self, document: Document, model: type[M], what: str) -> Located[M] | None:
        value, found = validate(document, model, what)
        self.found.extend(found)
        return value


def load_settings(
    root: Path, path: PurePosixPath
) -> tuple[Located[SiteSettings] | None, list[Diagnostic]]:
    """Read `site.yaml`."""
    reader = _Reader(root)
    return reader.yaml(path, SiteSettings, "the site"), reader.found


def load_sources(
    root: Path, path: PurePosixPath | None
) -> tuple[Located[dict[str, Source]] | None, list[Diagnostic]]:
    """Read a `sources.yaml`, if there is one."""
    reader = _Reader(root)
    return reader.yaml(path, dict[Slug, Source], "the list of sources"), reader.found


def load_show(root: Path, files: ShowFiles) -> tuple[LoadedShow | None, list[Diagnostic]]:
    """Read one show's folder; None when `show.yaml` cannot be used."""
    reader = _Reader(root)
    show = reader.yaml(files.show, Show, "a show")
    sources = reader.yaml(files.sources, dict[Slug, Source], "the list of sources")
    cast = reader.yaml(files.cast, CastRegister, "the cast register")
    seasons = [_load_season(reader, season) for season in files.seasons]
    # A missing show.yaml was found when the folder was listed.
    found = [
        finding
        for finding in reader.found
        if not (finding.code is Code.MISSING_FILE and finding.location.path.name in _REQUIRED_FILES)
    ]
    if show is None:
        return None, found
    kept = tuple(season for season in seasons if season is not None)
    return LoadedShow(files, show, sources, cast, kept), found


_REQUIRED_FILES = frozenset({"show.yaml", "index.md"})


def _load_season(reader: _Reader, files: SeasonFiles) -> LoadedSeason | None:
    season = reader.front_matter(files.index, Season, "an article")
    claims = reader.yaml(files.status, tuple[Claim, ...], "the claim log")
    cast = reader.yaml(files.cast, dict[Slug, CastEntry], "the season's cast")
    episodes = reader.yaml(files.episodes, tuple[Episode, ...], "the list of episodes")
    media = reader.yaml(files.media, Media, "the season's media")
    theories = []
    for path in files.theories:
        theory = reader.front_matter(path, Theory, "a theory")
        if theory is not None:
            theories.append(LoadedTheory(path.stem, theory))
    if season is None:
        return None
    return LoadedSeason(files, season, claims, cast, episodes, media, tuple(theories))

"""From a picture's file to the forms that are published, made once for as long as they are kept."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from typing import Protocol

from msgspec import Struct

from seasontracker.codec import pack, unpack
from seasontracker.diagnostics import Diagnostic
from seasontracker.media.credits import Credit
from seasontracker.media.pictures import SVG, PictureFile, read_picture
from seasontracker.media.raster import open_raster
from seasontracker.media.renditions import (
    SUFFIXES,
    Rendition,
    Renditions,
    make_renditions,
    rendition_name,
)
from seasontracker.media.svg import measure_svg
from seasontracker.rows import DamageError

_DIGEST_LENGTH = 10


class Shelf(Protocol):
    """Where what is dear to make from a picture waits for the next build."""

    @property
    def makes(self) -> bool:
        """Whether anything is to be made at all; else a picture is only looked at."""

    def find(self, key: str) -> bytes | None:
        """Return what was kept under a key, if it is still whole."""

    def keep(self, key: str, data: bytes) -> None:
        """Keep something under a key."""


class PictureForm(Struct, frozen=True):
    """A file of a picture."""

    name: str
    """With the digest of what it was made from."""
    media_type: str
    width: int
    height: int
    """In CSS pixels, as a browser shows it."""
    data: bytes


class Picture(Struct, frozen=True):
    """A picture that may be published."""

    path: PurePosixPath
    """Relative to the project."""
    forms: tuple[PictureForm, ...]
    """By format, the one to be preferred first and the fallback last; narrow ones first."""
    tone: str
    """The colour that stands in until it is there, `#rrggbb`; empty when there is none."""

    @property
    def largest(self) -> PictureForm:
        """The widest form that every browser knows."""
        return self.forms[-1]


def load_picture(
    root: Path, path: PurePosixPath, stem: str, credit: Credit, shelf: Shelf
) -> tuple[Picture | None, list[Diagnostic]]:
    """Read a picture below the root; one that may not be published is findings, and no picture.

    `stem` begins the names of its forms.
    """
    file, found = read_picture(root, path)
    if file is None:
        return None, found
    if file.is_drawing:
        size, found = measure_svg(path, file.data)
        if size is None:
            return None, found
        name = f"{stem}.{_digest(file.data)}{path.suffix}"
        return Picture(path, (PictureForm(name, SVG, *size, file.data),), ""), found
    return _load_raster(file, stem, credit, shelf)


def _load_raster(
    file: PictureFile, stem: str, credit: Credit, shelf: Shelf
) -> tuple[Picture | None, list[Diagnostic]]:
    name = rendition_name(file.data, credit)
    # A file may be called by what it is not, so its name is part of what was found about it.
    key = f"{name}{file.path.suffix.lower()}"
    kept = _kept(shelf.find(key))
    if kept is not None:
        return _named(file, f"{stem}-{{}}.{name[:_DIGEST_LENGTH]}", kept), []
    image, found = open_raster(file.path, file.data)
    if image is None:
        return None, found
    if not shelf.makes:
        seen = Rendition(file.media_type, *image.size, b"")
        return _named(file, f"{stem}-{{}}.{name[:_DIGEST_LENGTH]}", Renditions("", (seen,))), []
    made = make_renditions(image, credit)
    shelf.keep(key, pack(made))
    return _named(file, f"{stem}-{{}}.{name[:_DIGEST_LENGTH]}", made), []


def _kept(data: bytes | None) -> Renditions | None:
    try:
        return unpack(data, Renditions) if data is not None else None
    except DamageError:
        return None


def _named(file: PictureFile, name: str, made: Renditions) -> Picture:
    """Return a picture whose forms are named; `name` has a gap for the width."""
    forms = tuple(
        PictureForm(
            name.format(one.width) + SUFFIXES.get(one.media_type, file.path.suffix),
            one.media_type,
            one.width,
            one.height,
            one.data,
        )
        for one in made.forms
    )
    return Picture(file.path, forms, made.tone)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGEST_LENGTH]

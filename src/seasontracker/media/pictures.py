"""Reads one picture of the project, and refuses what may not be published."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from msgspec import Struct

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.suggest import choices
from seasontracker.media.raster import MEDIA_TYPES
from seasontracker.sources.text import refuse_file

MOST_BYTES = 16 * 1024 * 1024
"""Many times what a page needs, and still read in an instant."""
SVG = "image/svg+xml"


class PictureFile(Struct, frozen=True):
    """A picture's file as the editor saved it; nobody has looked into it yet."""

    path: PurePosixPath
    """Relative to the project."""
    data: bytes
    media_type: str
    """What its name says."""

    @property
    def is_drawing(self) -> bool:
        return self.media_type == SVG


def read_picture(root: Path, path: PurePosixPath) -> tuple[PictureFile | None, list[Diagnostic]]:
    """Read a picture below the root; one that may not be published is findings, and no picture."""
    refused = refuse_file(root, path)
    if refused is not None:
        return None, [refused]
    suffix = path.suffix.lower()
    media_type = SVG if suffix == ".svg" else MEDIA_TYPES.get(suffix)
    if media_type is None:
        message = f"`{path.name}` is not of a kind that is published"
        return None, [_bad(path, message, choices((".svg", *MEDIA_TYPES)))]
    try:
        with (root / path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        message = f"`{path.name}` cannot be read"
        hint = "check its permissions"
        return None, [Diagnostic(Code.UNREADABLE_FILE, Location(path), message, hint)]
    if not data:
        return None, [_bad(path, f"`{path.name}` is empty", "save the picture again")]
    if len(data) > MOST_BYTES:
        message = f"`{path.name}` is larger than {MOST_BYTES // 1024**2} MiB"
        return None, [_bad(path, message, "save it smaller; 1600 pixels across are enough")]
    return PictureFile(path, data, media_type), []


def _bad(path: PurePosixPath, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Code.BAD_PICTURE, Location(path), message, hint)

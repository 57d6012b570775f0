"""Reads one picture of the project, and refuses what may not be published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.suggest import choices
from seasontracker.media.raster import MEDIA_TYPES, measure_raster
from seasontracker.media.svg import measure_svg
from seasontracker.sources.text import refuse_file

MOST_BYTES = 16 * 1024 * 1024
"""A larger picture would not reach a reader on a telephone."""
_SVG = "image/svg+xml"
_DIGEST_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be published as it is."""

    path: PurePosixPath
    """Relative to the project."""
    width: int
    height: int
    """In CSS pixels, as a browser shows it."""
    digest: str
    """The first digits of the SHA-256 of `data`, for the published name."""
    data: bytes
    media_type: str


def load_picture(root: Path, path: PurePosixPath) -> tuple[Picture | None, list[Diagnostic]]:
    """Read a picture below the root; one that may not be published is findings, and no picture."""
    refused = refuse_file(root, path)
    if refused is not None:
        return None, [refused]
    suffix = path.suffix.lower()
    media_type = _SVG if suffix == ".svg" else MEDIA_TYPES.get(suffix)
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
    measure = measure_svg if media_type == _SVG else measure_raster
    size, found = measure(path, data)
    if size is None:
        return None, found
    digest = hashlib.sha256(data).hexdigest()[:_DIGEST_LENGTH]
    return Picture(path, *size, digest, data, media_type), found


def _bad(path: PurePosixPath, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Code.BAD_PICTURE, Location(path), message, hint)

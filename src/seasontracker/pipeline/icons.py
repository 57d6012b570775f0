"""The site's icons and its web manifest, from one drawing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from seasontracker.codec import pack, unpack
from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.exports.web_manifest import render_web_manifest
from seasontracker.media.drawing import DrawingError
from seasontracker.media.icons import RECIPE, check_icon, draw_icons
from seasontracker.media.pictures import read_picture
from seasontracker.output.publish import OutputFile
from seasontracker.pipeline.pictures import PictureShelf
from seasontracker.pipeline.workshop import Workshop
from seasontracker.project import Project
from seasontracker.rows import DamageError
from seasontracker.site.icons import DRAWING
from seasontracker.site.permalinks import WEB_MANIFEST
from seasontracker.sources import ICON
from seasontracker.sources.text import decode


def icon_key(project: Project) -> str:
    """Return the digest of our own drawing; the site's is part of the frame."""
    return hashlib.sha256(_ours(project)).hexdigest()


def icon_files(
    workshop: Workshop, shelf: PictureShelf
) -> tuple[tuple[OutputFile, ...], list[Diagnostic]]:
    """Return the icons and the manifest; no files when the site's drawing cannot be an icon."""
    project = workshop.project
    path = project.content / ICON
    if not os.path.lexists(project.root / path):
        data = _ours(project)
    else:
        file, found = read_picture(project.root, path)
        found = found if file is None else check_icon(path, file.data)
        if file is None or found:
            return (), found
        data = file.data
    try:
        return tuple(_files(workshop, path, data, shelf)), []
    except DrawingError:
        message = f"`{path.name}` cannot be drawn"
        hint = "save it as plain SVG"
        return (), [Diagnostic(Code.BAD_PICTURE, Location(path), message, hint)]


def _ours(project: Project) -> bytes:
    return (project.package_templates / ICON).read_bytes()


def _files(
    workshop: Workshop, path: PurePosixPath, data: bytes, shelf: PictureShelf
) -> Iterator[OutputFile]:
    yield OutputFile(DRAWING, data)
    for name, picture in _drawn(path, data, shelf).items():
        yield OutputFile(name, picture)
    manifest = render_web_manifest(workshop.frame, workshop.links)
    yield OutputFile(WEB_MANIFEST, manifest)


def _drawn(path: PurePosixPath, data: bytes, shelf: PictureShelf) -> Mapping[str, bytes]:
    """Return the pictures of a drawing by name; raises `DrawingError`."""
    key = f"{hashlib.sha256(b'%d %s' % (RECIPE, data)).hexdigest()}.icon"
    kept = shelf.find(key)
    if kept is not None:
        try:
            return unpack(kept, dict[str, bytes])
        except DamageError:
            pass
    if not shelf.makes:
        return {}
    source, _ = decode(path, data)
    assert source is not None
    made = draw_icons(source.text)
    shelf.keep(key, pack(made))
    return made

"""Finds the file of an address in the preview, and puts the preview's own script into pages."""

from __future__ import annotations

import mimetypes
import re
from html import escape
from pathlib import Path

from msgspec import Struct

from seasontracker.devserver.preview import State

OWN = "/_preview"
"""Where the preview's own script, style and events are; no page of a site begins so."""
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; frame-src https://www.youtube-nocookie.com; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_HEAD_END = b"</head>"
_FINGERPRINT = re.compile(r"\.[0-9a-f]{10}\.[a-z0-9]+")
_TYPES = {
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


class Answer(Struct, frozen=True):
    """What is sent for an address."""

    status: int
    media_type: str
    body: bytes
    location: str = ""
    is_lasting: bool = False
    """Whether its name holds its content's digest, so that a browser may keep it."""


def answer(site: Path, prefix: str, path: str, state: State) -> Answer:
    """Return what the preview has at an address, which may name anything."""
    if prefix and path in ("/", prefix):
        return Answer(307, "text/plain", b"", f"{prefix}/")
    file = _file(site, prefix, path)
    if file is None and not path.endswith("/") and _file(site, prefix, f"{path}/") is not None:
        # Only what is there is led to, so that `//elsewhere` leads nowhere.
        return Answer(307, "text/plain", b"", f"{path}/")
    if file is not None:
        return _sent(200, file, site, state)
    missing = site / "404.html"
    if missing.is_file():
        return _sent(404, missing.resolve(), site, state)
    empty = b"<!DOCTYPE html><html><head><title>Preview</title></head><body></body></html>"
    return Answer(503, "text/html; charset=utf-8", with_script(empty, "", state))


def with_script(page: bytes, path: str, state: State) -> bytes:
    """Return a page with the preview's script and style in its head."""
    tags = (
        f'<link rel="stylesheet" href="{OWN}/preview.css">'
        f'<script type="module" src="{OWN}/preview.js" data-preview'
        f' data-version="{state.version}" data-file="{escape(path)}"></script>'
    )
    before, end, after = page.partition(_HEAD_END)
    return before + tags.encode() + end + after


def _file(site: Path, prefix: str, path: str) -> Path | None:
    """Return the file of an address; None for what is not there, or not inside the site."""
    if not path.startswith(f"{prefix}/") or "\0" in path or "\\" in path:
        return None
    inside = path.removeprefix(f"{prefix}/")
    if any(part in ("..", ".") for part in inside.split("/")):
        return None
    try:
        root = site.resolve()
        found = (
            root / f"{inside}index.html" if inside.endswith("/") or not inside else root / inside
        )
        real = found.resolve()
        return real if real.is_relative_to(root) and real.is_file() else None
    except (OSError, ValueError):
        return None


def _sent(status: int, file: Path, site: Path, state: State) -> Answer:
    try:
        body = file.read_bytes()
    except OSError:
        return Answer(404, "text/plain", b"")
    if file.suffix != ".html":
        guessed = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        is_lasting = _FINGERPRINT.search(file.name) is not None
        return Answer(status, _TYPES.get(file.suffix, guessed), body, is_lasting=is_lasting)
    path = file.relative_to(site.resolve()).as_posix()
    return Answer(status, "text/html; charset=utf-8", with_script(body, path, state))

"""Where the running program came from, so that a site installs the same one and no other.

The name `seasontracker` on the public package index is another author's program. What a site
installs is therefore an exact address, or a wheel that it keeps itself, and never a bare name.
"""

from __future__ import annotations

import json
from importlib.metadata import Distribution, PackageNotFoundError
from typing import Any
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from seasontracker import __version__

NAME = "seasontracker"
WHEEL = f"vendor/{NAME}-{__version__}-py3-none-any.whl"
"""Where a site keeps the wheel, if there is no address to install from."""


class Origin(Struct, frozen=True):
    """How the program can be installed once more."""

    address: str = ""
    """A commit or an archive with its digest, for pip; empty where a wheel is needed."""
    path: str = ""
    """The folder or wheel on this machine that it came from; empty if that is not known."""

    @property
    def requirement(self) -> str:
        """The line of `requirements.txt`."""
        return f"{NAME} @ {self.address}" if self.address else f"./{WHEEL}"

    @property
    def is_repository(self) -> bool:
        """Whether git is needed to install it."""
        return self.address.startswith("git+")


def read_origin() -> Origin:
    """Return where the installed program came from."""
    try:
        text = Distribution.from_name(NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        text = None
    return origin_of(text)


def origin_of(direct_url: str | None) -> Origin:
    """Return what a `direct_url.json` tells (PEP 610); what came from an index has none."""
    try:
        told = json.loads(direct_url or "{}")
        parts = urlsplit(told["url"])
    except (ValueError, KeyError, TypeError):
        return Origin()
    if parts.scheme == "file":
        return Origin(path=unquote(parts.path))
    # What everybody and every runner of CI can fetch, and without anybody's password.
    if parts.scheme != "https" or "@" in parts.netloc:
        return Origin()
    return Origin(address=_pinned(told))


def _pinned(told: dict[str, Any]) -> str:
    """Return an address that stays what it is; empty if nothing pins it."""
    vcs, archive = told.get("vcs_info", {}), told.get("archive_info", {})
    inside = f"subdirectory={told['subdirectory']}" if "subdirectory" in told else ""
    if vcs.get("vcs") == "git" and vcs.get("commit_id"):
        return f"git+{told['url']}@{vcs['commit_id']}" + (f"#{inside}" if inside else "")
    digest = archive.get("hashes", {}).get("sha256", "")
    if not digest and str(archive.get("hash", "")).startswith("sha256="):
        digest = archive["hash"].removeprefix("sha256=")
    if not digest:
        return ""
    return f"{told['url']}#{'&'.join(filter(None, (f'sha256={digest}', inside)))}"

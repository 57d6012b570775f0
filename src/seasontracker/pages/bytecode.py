"""Keeps compiled templates, which are code, in the user's own cache and never in the project.

A project may come from strangers, and with it whatever lies in its folders.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

_MOST_KEPT = 8
"""How many versions of the program and its words have their templates kept."""


class _Bytecode(FileSystemBytecodeCache):
    """Does without a place that is full, or cleared away by another build, and without damage."""

    def load_bytecode(self, bucket: Bucket) -> None:
        # Half a file is as good as none, whatever reading it raises.
        try:
            super().load_bytecode(bucket)
        except Exception:
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def open_bytecode(salt: str) -> FileSystemBytecodeCache | None:
    """Return a place for templates compiled with the same code and words; None without one.

    `salt` is a digest of everything beside its own source that a template is compiled with.
    """
    home = user_cache()
    if home is None:
        return None
    folder = home / "seasontracker" / "templates" / hashlib.sha256(salt.encode()).hexdigest()[:16]
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True)
            _forget_others(folder.parent)
        if not os.access(folder, os.W_OK):
            return None
        os.utime(folder)
    except OSError:
        return None
    return _Bytecode(str(folder))


def user_cache() -> Path | None:
    """Return the folder for what may be lost (XDG Base Directory Specification); None if unknown.

    Raises nothing.
    """
    if named := os.environ.get("XDG_CACHE_HOME", ""):
        return Path(named) if Path(named).is_absolute() else None
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local) if local else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"


def _forget_others(folder: Path) -> None:
    """Remove what has not been made lately."""
    versions = sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in versions[_MOST_KEPT:]:
        with contextlib.suppress(OSError):
            shutil.rmtree(old)

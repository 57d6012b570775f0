"""Keeps what is dear to make from pictures: a file each, named after the digest of its origin.

Files, since several processes write them, and since they outlive the rest of the memory: a build
from nothing makes every page anew and no picture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from pathlib import Path

from seasontracker.output.publish import write_whole

_NAME = "pictures"
_DIGEST = hashlib.sha256().digest_size
_KEY = re.compile(r"[0-9a-f]{64}\.[a-z]{3,4}")


class PictureStore:
    """What was made from pictures, by key."""

    def __init__(self, state: Path) -> None:
        self._folder = state / _NAME

    def find(self, key: str) -> bytes | None:
        """Return what is kept under a key; None when there is none, or it is damaged."""
        try:
            whole = self._file(key).read_bytes()
        except OSError:
            return None
        data = whole[_DIGEST:]
        return data if hashlib.sha256(data).digest() == whole[:_DIGEST] else None

    def keep(self, key: str, data: bytes) -> None:
        """Keep something under a key; raises `OSError`."""
        write_whole(self._file(key), hashlib.sha256(data).digest() + data)

    def forget(self, keys: Collection[str]) -> None:
        """Remove what is kept under keys."""
        for key in keys:
            self._file(key).unlink(missing_ok=True)

    def forget_others(self, keys: Collection[str]) -> None:
        """Remove all but what is kept under keys, what a build that was cut off left included."""
        wanted = {self._file(key) for key in keys}
        for file in self._folder.glob("*/*"):
            if file not in wanted:
                file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError(f"`{key}` is not a key")
        # A folder of many thousands is slow on some file systems.
        return self._folder / key[:2] / key

"""The list of all files that builds have put into an output folder, whatever became of the rest.

It is written before the files and outlives the cache, so that a build that was cut off, a cache of
another version and a damaged cache leave nothing behind that no later build knows to be ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from seasontracker.output.publish import checked, write_whole
from seasontracker.output.stamps import digest


class Manifest:
    """The paths below one output folder that are ours."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> frozenset[str]:
        """Return the paths; none when the list is missing or damaged."""
        try:
            text = self._file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return frozenset()
        # The last line is empty; a list that was cut off has lost no more than half a line.
        return frozenset(path for path in text.split("\n")[:-1] if _is_safe(path))

    def digest(self) -> str:
        """Return the digest of the list as it is; empty when it is missing."""
        try:
            return digest(self._file.read_bytes()).hex()
        except OSError:
            return ""

    def write(self, paths: Iterable[str]) -> None:
        """Replace the list; raises `OSError`."""
        text = "".join(f"{path}\n" for path in sorted(paths))
        write_whole(self._file, text.encode())


def _is_safe(path: str) -> bool:
    try:
        return checked(path) == path
    except ValueError:
        return False

"""What tells, without reading a file, that it has not moved since; and its digest when it has.

A *stamp* is four numbers: size, time of modification and of change (nanoseconds), and inode.
"""

from __future__ import annotations

import hashlib
import os
import stat
from array import array
from collections.abc import Callable, Iterable

STAMP = 4
"""How many numbers a stamp has."""
_MASK = (1 << 64) - 1
_BLOCK = 1 << 18

Look = Callable[[str], os.stat_result]


def stamp(seen: os.stat_result) -> tuple[int, int, int, int]:
    """Return the stamp of what was seen."""
    # A folder's size says nothing that its times do not, and differs between file systems.
    size = 0 if stat.S_ISDIR(seen.st_mode) else seen.st_size
    return (size, seen.st_mtime_ns & _MASK, seen.st_ctime_ns & _MASK, seen.st_ino & _MASK)


def are_unmoved(root: str, paths: Iterable[str], stamps: array[int], look: Look = os.stat) -> bool:
    """Return whether all that these paths name has the stamps given; `root` ends with a slash.

    `look` is `os.lstat` where links are not to be followed. Paths of folders end with a slash.
    """
    numbers = iter(stamps)
    try:
        # Called for every file of a site: four comparisons cost less than making a stamp.
        for path, size, modified, changed, inode in zip(
            paths, numbers, numbers, numbers, numbers, strict=True
        ):
            seen = look(root + path)
            if (
                seen.st_mtime_ns != modified
                or seen.st_ctime_ns != changed
                or seen.st_ino != inode
                or (seen.st_size != size and path[-1] != "/")
            ):
                return False
    except OSError:
        return False
    return True


def stamps_of(root: str, paths: Iterable[str]) -> array[int]:
    """Return the stamps of files, links not followed; raises `OSError`."""
    numbers: array[int] = array("Q")
    for path in paths:
        numbers.extend(stamp(os.lstat(root + path)))
    return numbers


def digest(data: bytes) -> bytes:
    """Return the digest by which files are compared, SHA-256."""
    return hashlib.sha256(data).digest()


def digest_of(path: str, before: bytes = b"") -> bytes:
    """Return the digest of a file's content with something before it; raises `OSError`."""
    whole = hashlib.sha256(before)
    with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 - called for every file of a site
        while block := stream.read(_BLOCK):
            whole.update(block)
    return whole.digest()

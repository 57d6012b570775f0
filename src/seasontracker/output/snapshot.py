"""What a tree of files looked like: enough to tell, without reading it, that nothing moved.

A file counts as unmoved while its size, its times of modification and of change, and its inode are
the same; a folder likewise, whose times move when an entry comes or goes. Only what moved is read
again, so that a tree of which every time is new, as after `git clone`, costs reading and no more.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from seasontracker.output.stamps import STAMP, are_unmoved, digest, digest_of, stamp

UNSURE_NS = 2_000_000_000
"""How long after a change another one may leave the same time behind: two seconds on FAT."""
DIGEST_SIZE = 32
_NO_DIGEST = bytes(DIGEST_SIZE)
_UNSURE = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The files and folders of a tree, in order, as they were seen."""

    paths: tuple[str, ...]
    """Relative to the project; those of folders end with a slash."""
    stats: array[int]
    """The stamp of each."""
    digests: bytes
    """SHA-256 of each file's content, zeros for a folder, one after the other."""
    unsure: tuple[int, ...] = ()
    """Which of them may change again without leaving another time."""

    @property
    def sure_stats(self) -> array[int]:
        """The numbers to be kept, which are zeros for what must be read again."""
        kept = self.stats[:]
        for index in self.unsure:
            kept[STAMP * index : STAMP * (index + 1)] = array("Q", _UNSURE)
        return kept

    @property
    def digest(self) -> str:
        """The digest of names and contents, whenever and wherever they were seen."""
        whole = hashlib.sha256("\0".join(self.paths).encode("utf-8", "surrogateescape"))
        whole.update(self.digests)
        return whole.hexdigest()


EMPTY = Snapshot((), array("Q"), b"")


@dataclass(frozen=True, slots=True)
class Tree:
    """Which part of a project is looked at."""

    top: str
    """Relative to the project, without a slash at its end."""
    depth: int = 16
    """How many levels of folders are entered."""
    within: str | None = ""
    """The folder that links may not lead out of; the top itself when empty, None for anywhere."""
    skip: re.Pattern[str] = re.compile(r"(?!)")
    """Entries whose name starts like this are not there."""


def is_untouched(root: str, snapshot: Snapshot) -> bool:
    """Return whether everything is as it was seen; `root` ends with a slash."""
    return are_unmoved(root, snapshot.paths, snapshot.stats)


def take_snapshot(root: str, tree: Tree, known: Snapshot, now_ns: int) -> Snapshot:
    """Look at a tree, and read those files that moved since `known`.

    `now_ns` is the file system's own time: what changed just before it may change again without
    leaving another time, and is read again the next time.
    """
    before = {
        path: (tuple(known.stats[STAMP * index : STAMP * (index + 1)]), index)
        for index, path in enumerate(known.paths)
    }
    paths: list[str] = []
    stats: array[int] = array("Q")
    digests: list[bytes] = []
    unsure: list[int] = []
    for path, seen, reads in _walk(root, tree):
        numbers = stamp(seen)
        paths.append(path)
        old = before.get(path)
        if old is not None and old[0] == numbers:
            found = known.digests[old[1] * DIGEST_SIZE : (old[1] + 1) * DIGEST_SIZE]
        else:
            found = _digest(root + path, seen, reads=reads)
        if max(seen.st_mtime_ns, seen.st_ctime_ns) + UNSURE_NS >= now_ns:
            unsure.append(len(digests))
        stats.extend(numbers)
        digests.append(found)
    return Snapshot(tuple(paths), stats, b"".join(digests), tuple(unsure))


def moved_paths(old: Snapshot, new: Snapshot) -> Iterator[tuple[str, str]]:
    """Yield each path whose content differs, with `added`, `removed` or `changed`."""
    before = dict(zip(old.paths, _chunks(old.digests), strict=True))
    after = dict(zip(new.paths, _chunks(new.digests), strict=True))
    for path in sorted({*before, *after}):
        if path not in before:
            yield path, "added"
        elif path not in after:
            yield path, "removed"
        elif before[path] != after[path]:
            yield path, "changed"


def _chunks(digests: bytes) -> Iterator[bytes]:
    for start in range(0, len(digests), DIGEST_SIZE):
        yield digests[start : start + DIGEST_SIZE]


def _walk(root: str, tree: Tree) -> Iterator[tuple[str, os.stat_result, bool]]:
    """Yield paths in order with what is known of them and whether their content is read."""
    try:
        seen = os.stat(root + tree.top)  # noqa: PTH116 - called for every file of a site
    except OSError:
        return
    real = os.sep
    if tree.within is not None:
        real = os.path.realpath(root + (tree.within or tree.top))
    if not _is_inside(root + tree.top, real):
        return
    if stat.S_ISDIR(seen.st_mode):
        yield from _walk_folder(root, real, tree, f"{tree.top}/", seen, ())
    elif stat.S_ISREG(seen.st_mode):
        yield tree.top, seen, True


def _walk_folder(
    root: str,
    real: str,
    tree: Tree,
    folder: str,
    seen: os.stat_result,
    above: tuple[tuple[int, int], ...],
) -> Iterator[tuple[str, os.stat_result, bool]]:
    yield folder, seen, False
    own = (seen.st_dev, seen.st_ino)
    if own in above or len(above) >= tree.depth:
        return
    try:
        with os.scandir(root + folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in listed:
        if tree.skip.match(entry.name):
            continue
        path = folder + entry.name
        try:
            if entry.is_symlink() and not _is_inside(root + path, real):
                # Where it leads is not ours to read; that it is there is a finding of its own.
                yield path, entry.stat(follow_symlinks=False), False
                continue
            found = entry.stat()
        except OSError:
            yield path, entry.stat(follow_symlinks=False), False
            continue
        if stat.S_ISDIR(found.st_mode):
            yield from _walk_folder(root, real, tree, f"{path}/", found, (*above, own))
        else:
            yield path, found, stat.S_ISREG(found.st_mode)


def _is_inside(path: str, real_root: str) -> bool:
    target = os.path.realpath(path)
    return target == real_root or target.startswith(real_root.rstrip(os.sep) + os.sep)


def _digest(path: str, seen: os.stat_result, *, reads: bool) -> bytes:
    """Return the digest of what a name stands for: content, or only the kind of thing it is."""
    if stat.S_ISDIR(seen.st_mode):
        return _NO_DIGEST
    if not reads:
        return digest(str(stat.S_IFMT(seen.st_mode)).encode())
    try:
        is_link = os.path.islink(path)  # noqa: PTH114 - called for every file of a site
        before = os.fsencode(os.readlink(path)) + b"\0" if is_link else b""  # noqa: PTH115
        return digest_of(path, before)
    except OSError:
        # One that cannot be read is reported by whoever needs it; it may be readable again later.
        return b"\xff" * DIGEST_SIZE

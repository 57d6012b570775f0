"""Writes a site's files so that a crash at any instant leaves each of them whole, old or new."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from seasontracker.output.cache import BuildCache, digest


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be published."""

    path: str
    """Below the output folder, with forward slashes."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


class OutputError(Exception):
    """The output cannot be written; the text says where and why."""


def publish(output: Path, files: Iterable[OutputFile], cache: BuildCache) -> Published:
    """Write what changed, remove what we wrote before and no longer want, and remember it.

    Pages come before feeds, and feeds before the sitemap, so that nothing announces a page that
    is not there yet. Files that are not ours stay. Raises `OutputError`.
    """
    wanted = {file.path: file for file in files}
    known = cache.outputs()
    written, unchanged = [], []
    try:
        for path in sorted(wanted, key=_order):
            file = wanted[path]
            if _is_current(output, path, file.data, known):
                unchanged.append(path)
                continue
            write_whole(output / checked(path), file.data)
            written.append(path)
        removed = prune(output, [path for path in known if path not in wanted])
    except OSError as error:
        raise OutputError(
            f"`{error.filename or output}` cannot be written: {error.strerror or error}"
        ) from error
    cache.record({path: digest(file.data) for path, file in wanted.items()})
    return Published(tuple(written), tuple(unchanged), tuple(removed))


def prune(output: Path, paths: Iterable[str]) -> list[str]:
    """Remove files, and folders that this leaves empty."""
    removed = []
    for path in sorted(paths):
        target = output / checked(path)
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            target.unlink()
            removed.append(path)
        for folder in target.parents:
            if folder == output or not folder.is_relative_to(output):
                break
            try:
                folder.rmdir()
            except OSError:
                break
    return removed


def write_whole(target: Path, data: bytes) -> None:
    """Write a file beside its place, and rename it into place when it is complete."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        # mkstemp makes files that only their owner may read, which a web server may not be.
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def checked(path: str) -> str:
    """Return an output path after making sure that it leads nowhere else."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts:
        raise OutputError(f"`{path}` would be written outside the output")
    return path


def _order(path: str) -> tuple[int, str]:
    if path.startswith("sitemap"):
        return (3, path)
    if path.endswith(".xml"):
        return (2, path)
    # What pages refer to is there before them.
    return (0 if path.startswith("assets/") else 1, path)


def _is_current(output: Path, path: str, data: bytes, known: Mapping[str, str]) -> bool:
    target = output / path
    try:
        if target.is_symlink() or target.stat().st_size != len(data):
            return False
        return target.read_bytes() == data
    except OSError:
        return False

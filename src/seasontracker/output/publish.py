"""Puts a site's files in place so that a crash at any instant leaves each of them whole."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from seasontracker.output.stamps import digest

_STEPS = frozenset(("", ".", ".."))
"""What no folder or file is named; the first and second mean the same folder."""


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
    unchanged: int
    removed: tuple[str, ...]


class OutputError(ValueError):
    """The output cannot be written; the text says where and why."""


def checked(path: str) -> str:
    """Return an output path after making sure that it leads nowhere else."""
    # By hand, since it is asked for every file of a site, and a `PurePosixPath` takes long.
    if path[:1] in ("", "/") or "\n" in path or not _STEPS.isdisjoint(path.split("/")):
        raise OutputError(f"`{path}` would be written outside the output")
    return path


class Stage:
    """A folder in which new files wait until all of them are there."""

    def __init__(self, folder: Path, output: Path, *, takes_all: bool = False) -> None:
        self._folder = folder
        self._output = output
        self._takes_all = takes_all
        self._made: set[str] = set()

    def put(self, file: OutputFile, known: Mapping[str, bytes]) -> tuple[bytes, bool]:
        """Keep a file unless the output has it; return its digest and whether it is kept.

        `known` holds the digests of those files of the output that are as we left them; any other
        file is read and compared. Raises `OSError`.
        """
        value = digest(file.data)
        if not self._takes_all and self._has(file, value, known):
            return value, False
        target = f"{self._folder}/{checked(file.path)}"
        folder = os.path.dirname(target)  # noqa: PTH120 - called for every file of a site
        if folder not in self._made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            self._made.add(folder)
        with open(target, "wb", buffering=0) as stream:  # noqa: PTH123
            stream.write(file.data)
        return value, True

    def _has(self, file: OutputFile, value: bytes, known: Mapping[str, bytes]) -> bool:
        """Return whether the output has a file already."""
        if file.path in known:
            return known[file.path] == value
        return _is_there(self._output / checked(file.path), file.data)


def publish(
    stage: Path, output: Path, staged: Collection[str], unwanted: Iterable[str]
) -> tuple[str, ...]:
    """Move the staged files into place and remove unwanted ones; return what was removed.

    Assets come before pages, pages before feeds, and feeds before the sitemap, so that nothing
    announces what is not there yet. Files that are not ours stay. Raises `OutputError`.
    """
    try:
        if staged and _is_free(output):
            _move_tree(stage, output, staged)
        else:
            _move_files(stage, output, staged)
        return tuple(prune(output, unwanted))
    except OSError as error:
        raise OutputError(cannot_write(error, output)) from error


def cannot_write(error: OSError, output: Path) -> str:
    """Say in words why a file cannot be written."""
    place = error.filename or output
    return f"`{place}` cannot be written: {error.strerror or error}"


def prune(output: Path, paths: Iterable[str]) -> list[str]:
    """Remove files, and folders that this leaves empty."""
    removed = []
    for path in sorted(paths):
        target = output / checked(path)
        if _leads_elsewhere(output, target) or (target.is_dir() and not target.is_symlink()):
            continue  # somebody put something else in the place of ours
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


def _leads_elsewhere(output: Path, target: Path) -> bool:
    """Return whether a folder on the way to a file is a link."""
    between = target.relative_to(output).parents
    return any((output / folder).is_symlink() for folder in between if folder != Path())


def write_whole(target: Path, data: bytes) -> None:
    """Write a file beside its place, and rename it into place when it is complete."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _order(path: str) -> tuple[int, str]:
    if path.startswith("sitemap"):
        return (3, path)
    if path.endswith(".xml"):
        return (2, path)
    # What pages refer to is there before them.
    return (0 if path.startswith("assets/") else 1, path)


def _is_there(target: Path, data: bytes) -> bool:
    try:
        if target.is_symlink() or target.stat().st_size != len(data):
            return False
        return target.read_bytes() == data
    except OSError:
        return False


def _is_free(output: Path) -> bool:
    """Return whether the output is not there yet, or an empty folder."""
    try:
        with os.scandir(output) as entries:
            return next(entries, None) is None
    except FileNotFoundError:
        return True


def _move_tree(stage: Path, output: Path, staged: Iterable[str]) -> None:
    """Put a whole site in place at once; file by file where that is impossible."""
    output.parent.mkdir(parents=True, exist_ok=True)
    try:
        if output.exists():
            output.rmdir()
        stage.rename(output)
    except OSError:
        # The output may be a disk of its own, or the folder that a container was given.
        _move_files(stage, output, staged)


def _move_files(stage: Path, output: Path, staged: Iterable[str]) -> None:
    """Put files in place one by one; raises `OutputError` where something is in the way."""
    output.mkdir(parents=True, exist_ok=True)
    ready: set[PurePosixPath] = {PurePosixPath()}
    for path in sorted(staged, key=_order):
        _make_folder(output, PurePosixPath(checked(path)).parent, ready)
        target = output / path
        if target.is_dir() and not target.is_symlink():
            _make_way(target)
        _move(stage / path, target)


def _make_folder(output: Path, folder: PurePosixPath, ready: set[PurePosixPath]) -> None:
    """Make a folder of the output; raises `OutputError` when one on the way leads elsewhere."""
    if folder in ready:
        return
    _make_folder(output, folder.parent, ready)
    place = output / folder
    if place.is_symlink():
        raise OutputError(f"`{place}` is a link, and nothing is written through it; remove it")
    if place.exists() and not place.is_dir():
        raise OutputError(f"`{place}` is a file, and a folder is needed there; move it away")
    place.mkdir(parents=True, exist_ok=True)
    ready.add(folder)


def _make_way(folder: Path) -> None:
    """Remove an empty folder that stands where a file belongs."""
    try:
        folder.rmdir()
    except OSError as error:
        text = f"`{folder}` is a folder, and a file is needed there; move it away"
        raise OutputError(text) from error


def _move(source: Path, target: Path) -> None:
    """Rename a file into place; across disks, copy it beside its place first."""
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise OSError(error.errno, error.strerror, str(target)) from error
        beside = target.with_name(f".{target.name}.new")
        shutil.copyfile(source, beside)
        beside.replace(target)

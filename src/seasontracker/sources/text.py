"""Reads one text file of the project, and nothing outside it."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath

from msgspec import Struct

from seasontracker.diagnostics import Code, Diagnostic, Location

MOST_BYTES = 4 * 1024 * 1024
"""A text file larger than this was not written by an editor."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class SourceText(Struct, frozen=True):
    """A file's text with `\\n` line ends and without a byte order mark."""

    path: PurePosixPath
    text: str

    def line(self, number: int) -> str:
        """Return a line by its number, counted from 1; empty when there is none."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def diagnostic(
        self, code: Code, location: Location, message: str, hint: str = ""
    ) -> Diagnostic:
        """Return a finding about this file, with the line it is about."""
        return Diagnostic(code, location, message, hint, self.line(location.line))


def read_text(root: Path, path: PurePosixPath) -> tuple[SourceText | None, list[Diagnostic]]:
    """Read a file of a content folder below the root; a problem is a finding, and then no text."""
    refused = refuse_file(root, path)
    if refused is not None:
        return None, [refused]
    try:
        raw = (root / path).read_bytes()
    except (OSError, ValueError) as error:
        return None, [_cannot_be_read(path, error)]
    return decode(path, raw)


def refuse_file(root: Path, path: PurePosixPath) -> Diagnostic | None:
    """Return why a path cannot be read as a file, without opening it; None when it can.

    A pull request may hold a symbolic link, a pipe or a device under any name.
    """
    start = Location(path)
    try:
        if leads_outside(root, path):
            return Diagnostic(
                Code.LINK_OUTSIDE,
                start,
                f"`{path.name}` is a link that leads outside `{path.parts[0]}/`",
                "put a copy of what it leads to here",
            )
        status = (root / path).stat()
    except FileNotFoundError:
        if (root / path).is_symlink():
            return Diagnostic(
                Code.MISSING_FILE,
                start,
                f"`{path.name}` is a link to something that does not exist",
                "put the file itself here",
            )
        return Diagnostic(Code.MISSING_FILE, start, f"`{path.name}` does not exist", "add it")
    except (OSError, RuntimeError, ValueError) as error:
        return _cannot_be_read(path, error)
    if stat.S_ISDIR(status.st_mode):
        message, hint = f"`{path.name}` is a folder", "a file of this name is needed here"
    elif not stat.S_ISREG(status.st_mode):
        message, hint = f"`{path.name}` is a pipe, a socket or a device", "put a file here"
    elif status.st_size > MOST_BYTES and path.suffix in _TEXT_SUFFIXES:
        message = f"`{path.name}` is larger than {MOST_BYTES // 1024**2} MiB"
        hint = "no text of ours is; check what was saved here"
    else:
        return None
    return Diagnostic(Code.UNREADABLE_FILE, start, message, hint)


_TEXT_SUFFIXES = frozenset({".yaml", ".md"})


def leads_outside(root: Path, path: PurePosixPath) -> bool:
    """Return whether a link on the way to a path leads out of the content folder.

    The content folder, the first part of the path, may itself be a link.
    """
    if ".." in path.parts or path.is_absolute():
        return True
    place = f"{root}{os.sep}{path.parts[0]}"
    for part in path.parts[1:]:
        place = f"{place}{os.sep}{part}"
        if _is_link(place):
            return not (root / path).resolve().is_relative_to((root / path.parts[0]).resolve())
    return False


def _is_link(place: str) -> bool:
    # `Path.is_symlink` does the same, and makes a path of each part before it looks.
    try:
        return stat.S_ISLNK(os.lstat(place).st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False


def decode(path: PurePosixPath, raw: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    """Decode a file's bytes as UTF-8; CRLF and lone CR line ends become `\\n`."""
    found: list[Diagnostic] = []
    if raw.startswith(_BYTE_ORDER_MARK):
        raw = raw.removeprefix(_BYTE_ORDER_MARK)
        found.append(
            Diagnostic(
                Code.BYTE_ORDER_MARK,
                Location(path),
                "the file starts with a byte order mark",
                "save it as UTF-8 without BOM; it is read as if there were none",
            )
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8")) + 1
        wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
        hint = "save the file as UTF-8" + (" (it looks like UTF-16)" if wide else "")
        shown = f"byte `0x{raw[error.start]:02x}` is not UTF-8"
        return None, [
            *found,
            Diagnostic(Code.NOT_UTF8, Location(path, line, column), shown, hint),
        ]
    return SourceText(path, text.replace("\r\n", "\n").replace("\r", "\n")), found


def _cannot_be_read(path: PurePosixPath, error: Exception) -> Diagnostic:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else ""
    told = f": {reason[0].lower()}{reason[1:]}" if reason else ""
    return Diagnostic(
        Code.UNREADABLE_FILE,
        Location(path),
        f"`{path.name}` cannot be read{told}",
        "check its permissions, and where it leads if it is a link",
    )

"""Reads one text file of the project, and nothing outside it."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from seasontracker.diagnostics import Code, Diagnostic, Location

MOST_BYTES = 4 * 1024 * 1024
"""A text file larger than this was not written by an editor."""


@dataclass(frozen=True, slots=True)
class SourceText:
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
    """Read a file below the root; a problem is a finding, and then there is no text."""
    start = Location(path)
    file = root / path
    try:
        # A pull request may hold a symbolic link, a pipe or a device under any name.
        if not file.resolve().is_relative_to(root.resolve()):
            return None, [
                Diagnostic(
                    Code.LINK_OUTSIDE,
                    start,
                    f"`{path.name}` is a link that leads outside the project",
                    "put a copy of the file here",
                )
            ]
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, [_unreadable(path, f"`{path.name}` is not a regular file")]
        if status.st_size > MOST_BYTES:
            return None, [_unreadable(path, f"`{path.name}` is larger than 4 MiB")]
        raw = file.read_bytes()
    except FileNotFoundError:
        return None, [Diagnostic(Code.MISSING_FILE, start, f"`{path.name}` does not exist")]
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        return None, [_unreadable(path, f"`{path.name}` cannot be read: {reason or error}")]
    return decode(path, raw)


def decode(path: PurePosixPath, raw: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    """Decode a file's bytes as UTF-8; CRLF and lone CR line ends become `\\n`."""
    found: list[Diagnostic] = []
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
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


def _unreadable(path: PurePosixPath, message: str) -> Diagnostic:
    return Diagnostic(Code.UNREADABLE_FILE, Location(path), message)

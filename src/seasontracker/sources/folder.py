"""One folder of the content: what is in it, what it may hold, and what has no place there."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.sources.text import leads_outside, refuse_file

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SLUG_HINT = "use lower-case letters, digits and single hyphens"


class Folder:
    """A folder's entries, sorted; what leads outside is refused, what is hidden is skipped."""

    def __init__(self, root: Path, path: PurePosixPath, found: list[Diagnostic]) -> None:
        self.path = path
        self.files: list[str] = []
        self.folders: list[str] = []
        self._root = root
        self._found = found
        self._refused: set[str] = set()
        try:
            with os.scandir(root / path) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            reason = (error.strerror or "").lower()
            message = f"the folder `{path.name}` cannot be read: {reason}"
            self._report(Code.UNREADABLE_FILE, path, message, "check its permissions")
            listed = []
        for entry in listed:
            self._sort_in(entry)

    def __contains__(self, name: str) -> bool:
        return name in self.files or name in self.folders or name in self._refused

    def file(self, name: str) -> PurePosixPath | None:
        """Return the path of a file that may be missing; a folder of its name is reported."""
        if name in self.folders:
            self._refuse(name, refuse_file(self._root, self.path / name))
        return self.path / name if name in self.files else None

    def required_file(self, name: str, owner: str) -> PurePosixPath:
        """Return the path of a file, and report that it is missing if it is."""
        if self.file(name) is None and name not in self._refused:
            path = self.path / name
            self._report(Code.MISSING_FILE, path, f"{owner} needs `{name}`", f"add `{path}`")
        return self.path / name

    def folder(self, name: str) -> Folder | None:
        """Return a folder inside this one that may be missing; a file of its name is reported."""
        if name in self.files:
            self._report(
                Code.UNREADABLE_FILE,
                self.path / name,
                f"`{name}` is a file",
                "a folder of this name is needed here",
            )
            self._refused.add(name)
        if name not in self.folders:
            return None
        return Folder(self._root, self.path / name, self._found)

    def refuse_name(self, name: str, what: str, hint: str = _SLUG_HINT) -> None:
        """Report a name that cannot be part of an address."""
        self._report(Code.BAD_SLUG, self.path / name, f"`{name}` is not a name for {what}", hint)
        self._refused.add(name)

    def report_unused(self, used: Collection[str]) -> None:
        """Report every entry that no part of the site reads."""
        for name in sorted({*self.files, *self.folders} - {*used} - self._refused):
            self._report(
                Code.UNUSED_FILE,
                self.path / name,
                f"nothing reads `{name}` in `{self.path.name}/`",
                suggestion(
                    name,
                    [known for known in used if known not in self],
                    otherwise="delete it, or start its name with `_`",
                ),
            )

    def _sort_in(self, entry: os.DirEntry[str]) -> None:
        name = entry.name
        if name.startswith((".", "_", "#")) or name.endswith("~"):
            return
        try:
            if entry.is_symlink() and leads_outside(self._root, self.path / name):
                self._refuse(name, refuse_file(self._root, self.path / name))
            elif entry.is_dir():
                self.folders.append(name)
            elif entry.is_file():
                self.files.append(name)
            else:
                self._refuse(name, refuse_file(self._root, self.path / name))
        except (OSError, RuntimeError):
            self._refuse(name, refuse_file(self._root, self.path / name))

    def _refuse(self, name: str, finding: Diagnostic | None) -> None:
        self._refused.add(name)
        if finding is not None:
            self._found.append(finding)

    def _report(self, code: Code, path: PurePosixPath, message: str, hint: str) -> None:
        self._found.append(Diagnostic(code, Location(path), message, hint))

"""Finds two things that would be written to one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.output.publish import OutputFile


def check_output(files: Iterable[OutputFile]) -> Iterator[Diagnostic]:
    """Report files of one unit that would overwrite each other.

    Those of two units cannot: each has a folder of its own.
    """
    seen: dict[str, OutputFile] = {}
    for file in files:
        # Hosts and disks that ignore letter case would keep only one of the two.
        other = seen.setdefault(file.path.lower(), file)
        if other is not file and other.data != file.data:
            yield Diagnostic(
                Code.OUTPUT_CONFLICT,
                Location(PurePosixPath("build") / file.path),
                f"two things would be written to `{file.path}`",
                "rename one of them",
            )

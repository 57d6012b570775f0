"""Proves that an output is what a clean build makes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from msgspec import Struct

from seasontracker.output.manifest import Manifest
from seasontracker.output.records import records_name
from seasontracker.pipeline.build import build_site
from seasontracker.pipeline.options import BuildOptions, Progress
from seasontracker.project import Project


class Verdict(Struct, frozen=True):
    """How an output compares with that of a clean build."""

    files: int
    """How many files a clean build makes."""
    differences: tuple[str, ...]
    """Each path that is missing, too many or other than it should be, with which it is."""
    foreign: int
    """How many files are there that no build has written."""


def verify_site(project: Project, options: BuildOptions, progress: Progress) -> Verdict:
    """Build the site anew, without any memory, and compare; raises `OutputError`.

    `options` say the day, so that both builds are of the same.
    """
    folder = project.state / "verify"
    shutil.rmtree(folder, ignore_errors=True)
    clean = replace(project, output=folder / "build", state=folder / "state")
    try:
        report = build_site(clean, replace(options, clean=False), progress)
        if report.published is None:
            return Verdict(0, ("the site has errors",), 0)
        return _compare(project, clean)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _compare(project: Project, clean: Project) -> Verdict:
    wanted = _ours(clean)
    ours = _ours(project)
    there = set(_files(project.output))
    differences = []
    for path in sorted(wanted | ours):
        if path not in wanted:
            if path in there:
                differences.append(f"{path} should not be there")
        elif path not in there:
            differences.append(f"{path} is missing")
        elif (project.output / path).read_bytes() != (clean.output / path).read_bytes():
            differences.append(f"{path} differs")
    own = {path.partition("/")[0] for path in wanted | ours}
    empty = (path for path in _empty_folders(project.output) if path.partition("/")[0] in own)
    differences += [f"{path} is empty" for path in sorted(empty)]
    return Verdict(len(wanted), tuple(differences), len(there - wanted - ours))


def _ours(project: Project) -> frozenset[str]:
    name = records_name(project.root, project.output)
    return Manifest(project.state / f"{name}-files.txt").read()


def _files(output: Path) -> Iterator[str]:
    for folder, _, names in os.walk(output):
        inside = Path(folder).relative_to(output)
        yield from ((inside / name).as_posix() for name in names)


def _empty_folders(output: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(output):
        if not folders and not names and Path(folder) != output:
            yield f"{Path(folder).relative_to(output).as_posix()}/"

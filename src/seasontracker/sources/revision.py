"""What git knows of the project's files."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath


class RevisionError(ValueError):
    """Git cannot tell; the text says why."""


def repository_prefix(root: Path) -> PurePosixPath:
    """Return where a folder stands in the repository around it; nowhere if there is none."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return PurePosixPath(root.relative_to(folder).as_posix())
    return PurePosixPath()


def changed_since(root: Path, revision: str) -> frozenset[PurePosixPath]:
    """Return the files below a folder that differ from a revision, and those git has not seen yet.

    What the other side has done since a branch left it is no change: the files are compared with
    the last commit that both have, as a pull request does. Raises `RevisionError`.
    """
    if _git(root, "rev-parse", "--git-dir") is None:
        raise RevisionError(
            "this folder is in no git repository, or in one that git does not trust\n"
            "hint: `git status` says which; without --since all files are told of"
        )
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit is None:
        raise RevisionError(
            f"git knows no revision `{revision}` here\nhint: --since takes a branch, tag or commit"
        )
    base = _git(root, "merge-base", commit.strip(), "HEAD") or commit
    differing = _git(root, "diff", "--name-only", "-z", "--relative", base.strip(), "--", ".")
    untracked = _git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    if differing is None or untracked is None:
        raise RevisionError("git cannot compare the files")
    return frozenset((*_paths(differing), *_paths(untracked)))


def _paths(listed: str) -> Iterator[PurePosixPath]:
    for path in listed.split("\0"):
        if path:
            yield PurePosixPath(path)


def _git(root: Path, *arguments: str) -> str | None:
    """Return what git prints; None when it says no. Raises `RevisionError` without git."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "--no-optional-locks", *arguments],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise RevisionError("there is no git on this machine") from error
    return os.fsdecode(done.stdout) if done.returncode == 0 else None

"""What git says has changed, seen from the project's folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from seasontracker.sources.revision import RevisionError, changed_since, repository_prefix

Git = Callable[..., str]


@pytest.fixture
def project(tmp_path: Path, git: Git) -> Path:
    """Return a project in a folder of a repository, with one commit on `main`."""
    site = tmp_path / "site"
    for name in ("content/a.md", "content/b.md", "content/gone.md", "../beside.md"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, "utf-8")
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    return site


def test_changed_files_are_named_from_the_project(project: Path, git: Git) -> None:
    """Edited, staged and new files count; those outside the project do not."""
    (project / "content/a.md").write_text("edited", "utf-8")
    (project / "content/été.md").write_text("new", "utf-8")
    (project / "content/staged.md").write_text("new", "utf-8")
    git("add", "site/content/staged.md")
    (project / "../beside.md").write_text("edited", "utf-8")

    assert changed_since(project, "main") == {
        PurePosixPath("content/a.md"),
        PurePosixPath("content/été.md"),
        PurePosixPath("content/staged.md"),
    }


def test_what_the_other_branch_did_since_is_no_change(project: Path, git: Git) -> None:
    """As in a pull request, only this side's work counts."""
    git("checkout", "-q", "-b", "work")
    (project / "content/b.md").write_text("ours", "utf-8")
    git("commit", "-q", "-a", "-m", "ours")
    git("checkout", "-q", "main")
    (project / "content/a.md").write_text("theirs", "utf-8")
    git("commit", "-q", "-a", "-m", "theirs")
    git("checkout", "-q", "work")

    assert changed_since(project, "main") == {PurePosixPath("content/b.md")}


@pytest.mark.parametrize("revision", ["nowhere", "--output=content/a.md", "", "main:content"])
def test_unknown_revisions_are_refused(project: Path, revision: str) -> None:
    """A name that git does not know, or that is an option, is an error and does nothing."""
    with pytest.raises(RevisionError):
        changed_since(project, revision)

    assert (project / "content/a.md").read_text("utf-8") == "content/a.md"


def test_folder_without_repository_is_refused(tmp_path: Path) -> None:
    """Outside a repository nothing can be compared."""
    with pytest.raises(RevisionError, match="in no git repository"):
        changed_since(tmp_path, "HEAD")


def test_prefix_is_the_way_from_the_repository(project: Path, tmp_path: Path) -> None:
    """A project at the top has none."""
    assert repository_prefix(project) == PurePosixPath("site")
    assert repository_prefix(tmp_path) == PurePosixPath()

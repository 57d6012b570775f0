"""New files are written whole or not at all, and what may not be written is not replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from seasontracker.editing.writing import refuse_read_only, rewrite, write_new
from seasontracker.editing.yaml_entries import EditingError


def test_failure_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither those before it, nor the half of the one that could not be written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in-the-way").write_text("", "utf-8")
    with pytest.raises(EditingError, match="`in-the-way` cannot be written: File exists"):
        write_new(tmp_path, [("a", "1"), ("b/b", "2"), ("in-the-way/c", "3")])
    with pytest.raises(UnicodeEncodeError):
        write_new(tmp_path, [("d", "\udcff")])

    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["in-the-way"]


def test_read_only_file_stays(tmp_path: Path) -> None:
    """Also for root, and through a link."""
    file = tmp_path / "file"
    file.write_text("old", "utf-8")
    file.chmod(0o444)
    (tmp_path / "link").symlink_to(file)
    for path in (file, tmp_path / "link"):
        with pytest.raises(EditingError, match="it is read-only"):
            rewrite(path, "new")

    assert file.read_text("utf-8") == "old"
    refuse_read_only(tmp_path / "new")


def test_rewritten_file_keeps_its_mode(tmp_path: Path) -> None:
    """A link stays a link, and what it leads to is replaced."""
    file = tmp_path / "file"
    file.write_text("old", "utf-8")
    file.chmod(0o640)
    (tmp_path / "link").symlink_to(file)
    rewrite(tmp_path / "link", "new")

    assert (tmp_path / "link").is_symlink()
    assert (file.read_text("utf-8"), file.stat().st_mode & 0o777) == ("new", 0o640)

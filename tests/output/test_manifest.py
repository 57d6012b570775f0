"""The list of our files outlives the cache, and names nothing outside the output."""

from __future__ import annotations

from pathlib import Path

import pytest

from seasontracker.output.manifest import Manifest


def test_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Names of any script and with spaces come back, in whatever order they were given."""
    paths = {"index.html", "shows/b c/index.html", "assets/ü.css"}
    Manifest(tmp_path / "list").write(sorted(paths, reverse=True))

    assert Manifest(tmp_path / "list").read() == paths


def test_manifest_that_is_missing_is_empty(tmp_path: Path) -> None:
    """Without a list nothing is known to be ours."""
    assert Manifest(tmp_path / "list").read() == frozenset()
    assert Manifest(tmp_path / "list").digest() == ""


def test_manifest_digest_tells_lists_apart(tmp_path: Path) -> None:
    """The digest is that of the paths, whatever their order."""
    Manifest(tmp_path / "one").write(["a", "b"])
    Manifest(tmp_path / "two").write(["b", "a"])
    Manifest(tmp_path / "three").write(["a"])
    one, two, three = (Manifest(tmp_path / name).digest() for name in ("one", "two", "three"))

    assert one == two != three


def test_manifest_that_is_cut_off_loses_half_a_line(tmp_path: Path) -> None:
    """A path of which the end is missing is none of ours."""
    Manifest(tmp_path / "list").write(["a/index.html", "b/index.html"])
    text = (tmp_path / "list").read_text()
    (tmp_path / "list").write_text(text[:-3])

    assert Manifest(tmp_path / "list").read() == {"a/index.html"}


@pytest.mark.parametrize("line", ["../x", "/etc/passwd", "a/../../x", "", "."])
def test_manifest_names_nothing_outside(tmp_path: Path, line: str) -> None:
    """A list from anywhere cannot have a file removed that is not in the output."""
    (tmp_path / "list").write_text(f"a\n{line}\nb\n")

    assert Manifest(tmp_path / "list").read() == {"a", "b"}


def test_manifest_of_bytes_that_are_no_text_is_empty(tmp_path: Path) -> None:
    """Damage makes an empty list, of which the digest is not that of any list of ours."""
    (tmp_path / "list").write_bytes(b"\xff\xfe\n")

    assert Manifest(tmp_path / "list").read() == frozenset()
    assert Manifest(tmp_path / "list").digest() != ""

"""A stamp tells, without reading a file, that it has not moved; its digest tells the rest."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from seasontracker.output.stamps import STAMP, are_unmoved, digest_of, stamps_of


def test_stamps_do_not_follow_links(tmp_path: Path) -> None:
    """What is compared with the record is the link itself; a missing file is an error."""
    (tmp_path / "a").write_bytes(b"12345")
    (tmp_path / "b").symlink_to("a")
    root = f"{tmp_path}/"

    assert stamps_of(root, ["a"])[0] == 5
    assert stamps_of(root, ["b"])[0] == 1
    assert len(stamps_of(root, ["a", "b"])) == 2 * STAMP
    with pytest.raises(FileNotFoundError):
        stamps_of(root, ["c"])


def _rewrite(path: Path) -> None:
    path.write_bytes(b"other")


def _replace(path: Path) -> None:
    path.with_name("new").write_bytes(path.read_bytes())
    path.with_name("new").replace(path)


def _set_time(path: Path) -> None:
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize("move", [_rewrite, _replace, _set_time, Path.unlink])
def test_whatever_happens_to_a_file_moves_it(tmp_path: Path, move: Callable[[Path], None]) -> None:
    """Another content, inode or time, and absence, are all seen; rest is rest."""
    (tmp_path / "a").write_bytes(b"12345")
    root = f"{tmp_path}/"
    before = stamps_of(root, ["a"])

    assert are_unmoved(root, ["a"], before)
    move(tmp_path / "a")
    assert not are_unmoved(root, ["a"], before)


def test_a_link_in_place_of_a_file_moves_it(tmp_path: Path) -> None:
    """With `os.lstat` a link to the very file is not the file."""
    (tmp_path / "a").write_bytes(b"12345")
    root = f"{tmp_path}/"
    before = stamps_of(root, ["a"])
    (tmp_path / "a").rename(tmp_path / "b")
    (tmp_path / "a").symlink_to("b")

    assert not are_unmoved(root, ["a"], before, os.lstat)


def test_digest_of_a_file_takes_what_goes_before_it(tmp_path: Path) -> None:
    """It is SHA-256 of all the bytes, however many reads they take."""
    content = bytes(range(256)) * 4096
    (tmp_path / "a").write_bytes(content)

    assert digest_of(f"{tmp_path}/a") == hashlib.sha256(content).digest()
    assert digest_of(f"{tmp_path}/a", b"x") == hashlib.sha256(b"x" + content).digest()

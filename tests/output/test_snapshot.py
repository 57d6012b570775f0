"""A snapshot tells whether anything moved, and never reads what it should not."""

from __future__ import annotations

import builtins
import os
import re
import shutil
import socket
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.output import stamps
from seasontracker.output.snapshot import (
    DIGEST_SIZE,
    EMPTY,
    UNSURE_NS,
    Snapshot,
    Tree,
    is_untouched,
    moved_paths,
    take_snapshot,
)

LATER = 1 << 62
"""A time at which every change is long past."""
TREE = Tree("top")

NAMES = st.sampled_from(("a", "b", "c.md", "ü", "a b"))
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
TREES = st.dictionaries(PATHS, st.sampled_from((b"", b"1", b"2", b"11", b"22")), max_size=6)


def lay_out(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """Write files but those that would be at the place of a folder, or below a file."""
    written = {}
    for path, data in files.items():
        target = folder / "top" / path
        if target.is_dir() or any(above.is_file() for above in target.parents):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        written[path] = data
    (folder / "top").mkdir(exist_ok=True)
    return written


def take(folder: Path, known: Snapshot = EMPTY, now_ns: int = LATER) -> Snapshot:
    return take_snapshot(f"{folder}/", TREE, known, now_ns)


def is_same(folder: Path, seen: Snapshot) -> bool:
    """Return whether a tree is as it was, going by what a build keeps of it."""
    return is_untouched(f"{folder}/", replace(seen, stats=seen.sure_stats, unsure=()))


@given(files=TREES)
def test_snapshot_of_an_untouched_tree_is_untouched(files: dict[str, bytes]) -> None:
    """As long as nothing happens, one look at the times is enough, and a new look is the same."""
    folder = Path(mkdtemp())
    try:
        written = lay_out(folder, files)
        seen = take(folder)

        assert is_same(folder, seen)
        assert take(folder, seen) == seen
        assert [path for path in seen.paths if not path.endswith("/")] == sorted(
            (f"top/{path}" for path in written), key=lambda path: path.split("/")
        )
    finally:
        shutil.rmtree(folder)


@given(
    files=TREES,
    which=st.integers(0, 5),
    what=st.sampled_from(("add", "add folder", "remove", "edit", "replace", "rename", "link")),
    keeps_time=st.booleans(),
)
def test_snapshot_sees_every_change(
    files: dict[str, bytes], which: int, what: str, keeps_time: bool
) -> None:
    """Whatever is done to a tree is seen, even with the same size and time of modification."""
    folder = Path(mkdtemp())
    try:
        written = lay_out(folder, files)
        for path in ("first", "second"):
            (folder / "top" / path).write_bytes(b"0")
        (folder / "top/link").symlink_to("first")
        paths = [*written, "first"]
        path = folder / "top" / paths[which % len(paths)]
        seen, before = take(folder), path.stat()
        match what:
            case "add":
                (path.parent / "new").write_bytes(b"")
            case "add folder":
                (path.parent / "new").mkdir()
            case "remove":
                path.unlink()
            case "edit":
                path.write_bytes(path.read_bytes() + b"3")
            case "replace":
                beside = path.with_name("beside")
                beside.write_bytes(path.read_bytes()[::-1] + b"4")
                beside.replace(path)
            case "rename":
                path.rename(path.with_name("renamed"))
            case "link":
                (folder / "top/link").unlink()
                (folder / "top/link").symlink_to("second")
        if keeps_time and path.exists():
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

        assert not is_same(folder, seen)
        again = take(folder, seen)
        assert again.digest != seen.digest
        assert list(moved_paths(seen, again)) != []
    finally:
        shutil.rmtree(folder)


def test_snapshot_sees_an_edit_of_the_same_size_and_time(tmp_path: Path) -> None:
    """The time of a file's change, which nobody can set, gives it away."""
    lay_out(tmp_path, {"a": b"1"})
    os.utime(tmp_path / "top/a", (1, 1))
    seen = take(tmp_path)
    (tmp_path / "top/a").write_bytes(b"2")
    os.utime(tmp_path / "top/a", (1, 1))

    assert not is_same(tmp_path, seen)
    assert list(moved_paths(seen, take(tmp_path, seen))) == [("top/a", "changed")]


def test_digest_is_independent_of_place_and_times(tmp_path: Path) -> None:
    """A copy of a tree has the same digest, and is seen to have moved."""
    lay_out(tmp_path / "one", {"a": b"1", "b/c": b"2"})
    shutil.copytree(tmp_path / "one", tmp_path / "other")
    os.utime(tmp_path / "other/top/a", (1, 1))
    one, other = take(tmp_path / "one"), take(tmp_path / "other")

    assert one.digest == other.digest
    assert one.stats != other.stats
    assert not is_same(tmp_path / "other", one)
    assert list(moved_paths(one, other)) == []


@pytest.mark.parametrize(
    "files",
    [{"a": b"2", "b/c": b"2"}, {"a": b"1"}, {"x": b"1", "b/c": b"2"}, {"a": b"1", "b": b"2"}],
)
def test_digest_depends_on_names_and_contents(tmp_path: Path, files: dict[str, bytes]) -> None:
    """Another content, a file less, another name and another folder are another digest."""
    lay_out(tmp_path / "one", {"a": b"1", "b/c": b"2"})
    lay_out(tmp_path / "other", files)

    assert take(tmp_path / "one").digest != take(tmp_path / "other").digest


def test_recent_changes_are_not_sure(tmp_path: Path) -> None:
    """What changed just now may change again without another time, and is read the next time."""
    lay_out(tmp_path, {"a": b"1"})
    changed = min(path.stat().st_ctime_ns for path in (tmp_path / "top", tmp_path / "top/a"))
    unsure = take(tmp_path, now_ns=changed + UNSURE_NS)

    assert list(unsure.sure_stats) == [0] * 8
    assert not is_same(tmp_path, unsure)
    assert is_same(tmp_path, take(tmp_path, unsure, changed + 2 * UNSURE_NS + 1))


def test_a_time_in_the_future_is_never_sure(tmp_path: Path) -> None:
    """A file whose time is still to come is read every time."""
    lay_out(tmp_path, {"a": b"1"})
    changed = (tmp_path / "top/a").stat().st_ctime_ns
    os.utime(tmp_path / "top/a", ns=(1, changed + 10 * UNSURE_NS))
    seen = take(tmp_path, now_ns=changed + 5 * UNSURE_NS)

    assert not is_same(tmp_path, seen)
    assert take(tmp_path, seen, changed + 5 * UNSURE_NS).digest == seen.digest


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of all files that snapshots open."""
    paths: list[str] = []

    def note(path: str, *given: object, **named: object) -> object:
        paths.append(path)
        return builtins.open(path, *given, **named)  # type: ignore[call-overload]  # noqa: PTH123

    monkeypatch.setattr(stamps, "open", note, raising=False)
    return paths


def test_known_files_are_not_read_again(tmp_path: Path, opened: list[str]) -> None:
    """Only what moved is opened; that is what makes the second build fast."""
    lay_out(tmp_path, {"a": b"1", "b": b"2", "c/d": b"3"})
    seen = take(tmp_path)
    (tmp_path / "top/b").write_bytes(b"4")
    opened.clear()
    take(tmp_path, seen)

    assert opened == [f"{tmp_path}/top/b"]


def test_links_that_lead_outside_are_not_followed(tmp_path: Path, opened: list[str]) -> None:
    """That there is such a link is seen; what it leads to is not read, nor is its change."""
    lay_out(tmp_path, {"a": b"1"})
    (tmp_path / "secret").write_bytes(b"2")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/inside").write_bytes(b"3")
    (tmp_path / "top/file").symlink_to("../secret")
    (tmp_path / "top/folder").symlink_to("../folder")
    (tmp_path / "top/none").symlink_to("../nowhere")
    seen = take(tmp_path)
    (tmp_path / "secret").write_bytes(b"4")

    assert seen.paths == ("top/", "top/a", "top/file", "top/folder", "top/none")
    assert opened == [f"{tmp_path}/top/a"]
    assert take(tmp_path, seen).digest == seen.digest


def test_links_inside_are_followed(tmp_path: Path) -> None:
    """A link to a file of the tree stands for its content, and for where it leads."""
    lay_out(tmp_path, {"a": b"1", "b": b"1"})
    (tmp_path / "top/link").symlink_to("a")
    seen = take(tmp_path)
    (tmp_path / "top/a").write_bytes(b"2")
    edited = take(tmp_path, seen)

    assert list(moved_paths(seen, edited)) == [("top/a", "changed"), ("top/link", "changed")]


def test_link_loops_end(tmp_path: Path) -> None:
    """A folder that holds a link to itself, or to one above, is entered once."""
    lay_out(tmp_path, {"a/b": b"1"})
    (tmp_path / "top/a/self").symlink_to(".")
    (tmp_path / "top/a/above").symlink_to("..")
    (tmp_path / "top/a/circle").symlink_to("circle")
    seen = take(tmp_path)

    assert {"top/a/b", "top/a/self/", "top/a/above/", "top/a/circle"} <= set(seen.paths)
    assert len(seen.paths) < 20
    assert take(tmp_path, seen).digest == seen.digest


def test_pipes_and_sockets_are_not_opened(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading a pipe would wait for ever; that it is there is noted."""
    lay_out(tmp_path, {})
    os.mkfifo(tmp_path / "top/pipe")
    before = take(tmp_path)
    (tmp_path / "top/pipe").unlink()
    with socket.socket(socket.AF_UNIX) as made:
        monkeypatch.chdir(tmp_path / "top")  # since a socket's whole path has to be short
        made.bind("pipe")
    after = take(tmp_path, before)

    assert opened == []
    assert list(moved_paths(before, after)) == [("top/pipe", "changed")]


def test_unreadable_file_has_a_digest_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be read differs from what it is once it can be read."""
    lay_out(tmp_path, {"a": b"1"})

    def refuse(path: str, *given: object, **named: object) -> object:
        raise PermissionError(path)

    with monkeypatch.context() as patch:
        patch.setattr(stamps, "open", refuse, raising=False)
        unreadable = take(tmp_path)
    (tmp_path / "top/a").chmod(0o600)
    readable = take(tmp_path, unreadable)

    assert list(moved_paths(unreadable, readable)) == [("top/a", "changed")]


def test_skipped_names_and_deep_folders_are_not_there(tmp_path: Path) -> None:
    """Names that a tree skips are left out, and folders below its depth are not entered."""
    lay_out(tmp_path, {"_draft": b"1", "a/b/c": b"2", "a/_x": b"3"})
    tree = Tree("top", 2, skip=re.compile("_"))
    seen = take_snapshot(f"{tmp_path}/", tree, EMPTY, LATER)

    assert seen.paths == ("top/", "top/a/", "top/a/b/")


def test_names_that_are_not_utf_8_are_kept(tmp_path: Path) -> None:
    """A file name is bytes, whatever they are."""
    lay_out(tmp_path, {})
    name = os.fsdecode(b"\xff\xfe")
    (tmp_path / "top" / name).write_bytes(b"1")
    seen = take(tmp_path)

    assert seen.paths == ("top/", f"top/{name}")
    assert is_same(tmp_path, seen)
    assert re.fullmatch("[0-9a-f]{64}", seen.digest)


def test_missing_top_is_an_empty_snapshot(tmp_path: Path) -> None:
    """What is not there has no paths, and appears once it is there."""
    assert take(tmp_path) == EMPTY
    lay_out(tmp_path, {"a": b"1"})
    assert take(tmp_path).paths == ("top/", "top/a")


def test_single_file_is_a_tree(tmp_path: Path) -> None:
    """A file can be looked at by itself."""
    (tmp_path / "top").write_bytes(b"1")
    seen = take(tmp_path)

    assert seen.paths == ("top",)
    assert len(seen.digests) == DIGEST_SIZE

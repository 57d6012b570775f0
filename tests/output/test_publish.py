"""Publishing: files whole, ours only, unchanged bytes left alone."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from seasontracker.output.publish import (
    OutputError,
    OutputFile,
    Stage,
    checked,
    prune,
    publish,
    write_whole,
)
from seasontracker.output.stamps import digest

Put = Callable[..., tuple[list[str], tuple[str, ...]]]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Stage and publish files; returns what was written and what was removed."""

    def call(
        files: Mapping[str, str],
        unwanted: Iterable[str] = (),
        known: Mapping[str, bytes] | None = None,
        *,
        takes_all: bool = False,
    ) -> tuple[list[str], tuple[str, ...]]:
        stage = Stage(tmp_path / "stage", tmp_path / "build", takes_all=takes_all)
        staged = [
            path
            for path, text in files.items()
            if stage.put(OutputFile(path, text.encode()), known or {})[1]
        ]
        removed = publish(tmp_path / "stage", tmp_path / "build", staged, unwanted)
        return sorted(staged), removed

    return call


@pytest.fixture
def moves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Return the paths of all files that are renamed into the output, in order."""
    made: list[str] = []
    replace = Path.replace

    def note(source: Path, target: Path) -> Path:
        made.append(Path(target).relative_to(tmp_path / "build").as_posix())
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", note)
    return made


def tree(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root / "build").as_posix(): path.read_text()
        for path in sorted((root / "build").rglob("*"))
        if path.is_file()
    }


def test_publish_writes_leaves_and_removes(tmp_path: Path, put: Put) -> None:
    """A second build writes what changed, leaves what did not, removes what is gone."""
    first = put({"a.html": "1", "shows/b.html": "2", "shows/x/c.html": "3"})
    second = put({"a.html": "1", "shows/b.html": "changed"}, ["shows/x/c.html"])

    assert first == (["a.html", "shows/b.html", "shows/x/c.html"], ())
    assert second == (["shows/b.html"], ("shows/x/c.html",))
    assert tree(tmp_path) == {"a.html": "1", "shows/b.html": "changed"}
    assert not (tmp_path / "build/shows/x").exists()


def test_publish_leaves_times_of_unchanged_files(tmp_path: Path, put: Put) -> None:
    """A file whose bytes stay keeps its time, for hosts that compare times."""
    put({"a.html": "1"})
    before = (tmp_path / "build/a.html").stat()
    put({"a.html": "1", "b.html": "2"})
    after = (tmp_path / "build/a.html").stat()

    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_stage_believes_the_digests_that_it_is_given(tmp_path: Path, put: Put) -> None:
    """A file known to be intact is not read; another digest means that it is written."""
    put({"a.html": "1", "b.html": "2"})
    (tmp_path / "build/a.html").write_text("altered, and said to be intact")
    known = {"a.html": digest(b"1"), "b.html": digest(b"something else")}

    assert put({"a.html": "1", "b.html": "2"}, known=known) == (["b.html"], ())


def test_stage_of_a_clean_build_takes_all(tmp_path: Path, put: Put) -> None:
    """A clean build writes what the output has already."""
    put({"a.html": "1"})

    assert put({"a.html": "1"}, takes_all=True)[0] == ["a.html"]


def test_stage_returns_the_digest(tmp_path: Path) -> None:
    """The digest is that of the bytes, whether they are kept or not."""
    stage = Stage(tmp_path / "stage", tmp_path / "build")
    file = OutputFile("a/b.html", b"1")

    assert stage.put(file, {}) == (digest(b"1"), True)
    assert (tmp_path / "stage/a/b.html").read_bytes() == b"1"
    assert stage.put(file, {"a/b.html": digest(b"1")}) == (digest(b"1"), False)


def test_publish_swaps_a_whole_site_in(tmp_path: Path, put: Put, moves: list[str]) -> None:
    """Where there is no output yet, all of it appears with one rename."""
    put({"a.html": "1", "shows/b.html": "2"})

    assert moves == []
    assert tree(tmp_path) == {"a.html": "1", "shows/b.html": "2"}
    assert not (tmp_path / "stage").exists()


def test_publish_swaps_a_whole_site_into_an_empty_folder(
    tmp_path: Path, put: Put, moves: list[str]
) -> None:
    """An empty folder is as good as none."""
    (tmp_path / "build").mkdir()
    put({"a.html": "1"})

    assert moves == []
    assert tree(tmp_path) == {"a.html": "1"}


def test_publish_moves_files_where_the_output_is_not_free(
    tmp_path: Path, put: Put, moves: list[str]
) -> None:
    """A file of somebody else's in the output is reason enough to go file by file."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build/CNAME").write_text("theirs")
    put({"a.html": "1", "shows/b.html": "2"})

    assert moves == ["a.html", "shows/b.html"]
    assert tree(tmp_path) == {"CNAME": "theirs", "a.html": "1", "shows/b.html": "2"}


def test_publish_moves_files_where_a_folder_cannot_be_renamed(
    tmp_path: Path, put: Put, moves: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An output that is a disk of its own takes the files one by one."""

    def refuse(source: Path, target: Path) -> None:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(target))

    monkeypatch.setattr(Path, "rename", refuse)
    put({"a.html": "1", "shows/b.html": "2"})

    assert moves == ["a.html", "shows/b.html"]
    assert tree(tmp_path) == {"a.html": "1", "shows/b.html": "2"}


def test_publish_copies_across_disks(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a rename cannot reach, a copy beside the place is renamed, so that no half is seen."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build/a.html").write_text("old")
    (tmp_path / "build/CNAME").write_text("theirs")
    replace = Path.replace
    renamed: list[tuple[str, str]] = []

    def across(source: Path, target: Path) -> Path:
        if source.is_relative_to(tmp_path / "stage"):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(source), None, str(target))
        renamed.append((source.read_text(), Path(target).name))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", across)
    put({"a.html": "new", "shows/b.html": "2"})

    assert renamed == [("new", "a.html"), ("2", "b.html")]
    assert tree(tmp_path) == {"CNAME": "theirs", "a.html": "new", "shows/b.html": "2"}


def test_publish_orders_assets_pages_feeds_and_sitemap(
    tmp_path: Path, put: Put, moves: list[str]
) -> None:
    """Nothing announces a page that is not there yet, and no page lacks its style."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build/CNAME").write_text("theirs")
    names = ("sitemap-1.xml", "sitemap.xml", "shows/a/feed.xml", "feed.xml", "index.html")
    put(dict.fromkeys((*names, "shows/a/index.html", "assets/site.css"), "text"))

    assert moves == [
        "assets/site.css",
        "index.html",
        "shows/a/index.html",
        "feed.xml",
        "shows/a/feed.xml",
        "sitemap-1.xml",
        "sitemap.xml",
    ]


def test_publish_writes_before_it_removes(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that moves is at its new address before it leaves the old one."""
    put({"shows/old/index.html": "1"})
    unlink = Path.unlink

    def note(path: Path, missing_ok: bool = False) -> None:
        assert (tmp_path / "build/shows/new/index.html").exists()
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", note)
    _, removed = put({"shows/new/index.html": "1"}, ["shows/old/index.html"])

    assert removed == ("shows/old/index.html",)


def test_publish_keeps_files_of_others(tmp_path: Path, put: Put) -> None:
    """What we did not write is neither changed nor removed, nor are the folders that hold it."""
    (tmp_path / "build/shows").mkdir(parents=True)
    (tmp_path / "build/shows/CNAME").write_text("theirs")
    put({"shows/b.html": "2"})
    put({"a.html": "1"}, ["shows/b.html"])

    assert tree(tmp_path) == {"a.html": "1", "shows/CNAME": "theirs"}


def test_publish_repairs_an_altered_file(tmp_path: Path, put: Put) -> None:
    """A file that somebody changed or deleted is written again."""
    put({"a.html": "1", "b.html": "2"})
    (tmp_path / "build/a.html").write_text("tampered")
    (tmp_path / "build/b.html").unlink()
    written, _ = put({"a.html": "1", "b.html": "2"})

    assert written == ["a.html", "b.html"]
    assert tree(tmp_path) == {"a.html": "1", "b.html": "2"}


def test_publish_replaces_a_link_that_leads_outside(tmp_path: Path, put: Put) -> None:
    """A symbolic link in the output is replaced, and what it leads to stays as it was."""
    (tmp_path / "build").mkdir()
    (tmp_path / "secret").write_text("1")
    (tmp_path / "build/a.html").symlink_to(tmp_path / "secret")
    put({"a.html": "1"})
    put({"a.html": "2"})

    assert not (tmp_path / "build/a.html").is_symlink()
    assert (tmp_path / "secret").read_text() == "1"


def test_publish_refuses_a_folder_that_is_a_link(tmp_path: Path, put: Put) -> None:
    """Nothing is written through a link to another folder, and the message says where it is."""
    (tmp_path / "build").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/b.html").write_text("theirs")
    (tmp_path / "build/shows").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="build/shows` is a link"):
        put({"shows/b.html": "2"})

    assert (tmp_path / "elsewhere/b.html").read_text() == "theirs"


def test_publish_replaces_an_empty_folder(tmp_path: Path, put: Put) -> None:
    """An empty folder at the place of a file is nobody's."""
    (tmp_path / "build/a.html").mkdir(parents=True)
    put({"a.html": "1", "b.html": "2"})

    assert tree(tmp_path) == {"a.html": "1", "b.html": "2"}


@pytest.mark.parametrize("in_the_way", ["a.html/theirs", "shows"])
def test_publish_says_what_is_in_the_way(tmp_path: Path, put: Put, in_the_way: str) -> None:
    """A folder that is not empty, or a file where a folder is needed, is named and stays."""
    (tmp_path / "build" / in_the_way).parent.mkdir(parents=True)
    (tmp_path / "build" / in_the_way).write_text("theirs")
    place = tmp_path / "build" / in_the_way.split("/", maxsplit=1)[0]

    with pytest.raises(OutputError, match=f"`{place}` is a (file|folder), and a "):
        put({"a.html": "1", "shows/b.html": "2"})
    assert (tmp_path / "build" / in_the_way).read_text() == "theirs"


def test_publish_names_the_file_that_cannot_be_written(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is reported with the file's place in the output."""
    put({"a.html": "1"})

    def refuse(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(source), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match=f"`{tmp_path}/build/a.html` cannot be written: No space"):
        put({"a.html": "2"})
    assert tree(tmp_path) == {"a.html": "1"}


def test_prune_passes_over_what_is_gone(tmp_path: Path, put: Put) -> None:
    """A file that somebody removed before is no obstacle; the folder it left empty goes."""
    put({"a.html": "1", "shows/x/b.html": "2"})
    (tmp_path / "build/shows/x/b.html").unlink()

    assert prune(tmp_path / "build", ["shows/x/b.html"]) == []
    assert not (tmp_path / "build/shows").exists()
    assert prune(tmp_path / "nowhere", ["a.html"]) == []


def test_prune_passes_over_what_is_something_else_now(tmp_path: Path, put: Put) -> None:
    """A folder at the place of our file, and what lies behind a link, are not ours."""
    put({"a.html": "1", "shows/b.html": "2"})
    (tmp_path / "build/a.html").unlink()
    (tmp_path / "build/a.html").mkdir()
    (tmp_path / "build/shows").rename(tmp_path / "elsewhere")
    (tmp_path / "build/shows").symlink_to(tmp_path / "elsewhere")

    assert prune(tmp_path / "build", ["a.html", "shows/b.html"]) == []
    assert (tmp_path / "elsewhere/b.html").read_text() == "2"


@pytest.mark.parametrize("path", ["../a", "/etc/passwd", "shows/../../a", "", "a\nb"])
def test_refused_paths_lead_outside(tmp_path: Path, path: str) -> None:
    """Neither a file nor the removal of one can lead out of the output."""
    with pytest.raises(OutputError):
        checked(path)
    with pytest.raises(OutputError):
        Stage(tmp_path / "stage", tmp_path / "build").put(OutputFile(path, b""), {})
    with pytest.raises(OutputError):
        prune(tmp_path / "build", [path])
    assert list(tmp_path.iterdir()) == []


def test_write_whole_leaves_the_old_file_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that is cut off leaves the old file, and nothing beside it."""
    write_whole(tmp_path / "a", b"old")

    def refuse(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_written_files_can_be_read_by_all(tmp_path: Path, put: Put) -> None:
    """A web server may be another user."""
    put({"a.html": "1"})
    put({"shows/b.html": "2"})

    for path in ("a.html", "shows/b.html"):
        assert (tmp_path / "build" / path).stat().st_mode & 0o444 == 0o444

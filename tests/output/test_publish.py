"""Publishing: files whole, ours only, unchanged bytes left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from seasontracker.output.cache import open_cache
from seasontracker.output.publish import (
    OutputError,
    OutputFile,
    Published,
    checked,
    publish,
    write_whole,
)


def put(root: Path, **files: str) -> Published:
    """Publish files given as `name=text`, with `__` for a slash and `_` for a dot."""
    made = [
        OutputFile(name.replace("__", "/").replace("_", "."), text.encode())
        for name, text in files.items()
    ]
    with open_cache(root / "state", root / "build") as cache:
        return publish(root / "build", made, cache)


def tree(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root / "build").as_posix(): path.read_text()
        for path in sorted((root / "build").rglob("*"))
        if path.is_file()
    }


def test_publish_writes_leaves_and_removes(tmp_path: Path) -> None:
    """A second build writes what changed, leaves what did not, removes what is gone."""
    first = put(tmp_path, a_html="1", shows__b_html="2", shows__x__c_html="3")
    second = put(tmp_path, a_html="1", shows__b_html="changed")

    assert first == Published(("a.html", "shows/b.html", "shows/x/c.html"), (), ())
    assert second == Published(("shows/b.html",), ("a.html",), ("shows/x/c.html",))
    assert tree(tmp_path) == {"a.html": "1", "shows/b.html": "changed"}
    assert not (tmp_path / "build/shows/x").exists()


def test_publish_leaves_times_of_unchanged_files(tmp_path: Path) -> None:
    """A file whose bytes stay keeps its time, for hosts that compare times."""
    put(tmp_path, a_html="1")
    before = (tmp_path / "build/a.html").stat()
    put(tmp_path, a_html="1")
    after = (tmp_path / "build/a.html").stat()

    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_publish_keeps_files_of_others(tmp_path: Path) -> None:
    """What we did not write is neither changed nor removed."""
    (tmp_path / "build/shows").mkdir(parents=True)
    (tmp_path / "build/shows/CNAME").write_text("theirs")
    put(tmp_path, shows__b_html="2")
    put(tmp_path, a_html="1")

    assert tree(tmp_path) == {"a.html": "1", "shows/CNAME": "theirs"}


def test_publish_repairs_an_altered_file(tmp_path: Path) -> None:
    """A file that somebody changed or deleted is written again."""
    put(tmp_path, a_html="1", b_html="2")
    (tmp_path / "build/a.html").write_text("tampered")
    (tmp_path / "build/b.html").unlink()
    again = put(tmp_path, a_html="1", b_html="2")

    assert again.written == ("a.html", "b.html")
    assert tree(tmp_path) == {"a.html": "1", "b.html": "2"}


def test_publish_replaces_a_link_that_leads_outside(tmp_path: Path) -> None:
    """A symbolic link in the output is replaced, and what it leads to stays as it was."""
    (tmp_path / "build").mkdir()
    (tmp_path / "secret").write_text("1")
    (tmp_path / "build/a.html").symlink_to(tmp_path / "secret")
    put(tmp_path, a_html="1")
    put(tmp_path, a_html="2")

    assert not (tmp_path / "build/a.html").is_symlink()
    assert (tmp_path / "secret").read_text() == "1"


def test_publish_orders_pages_before_feeds_before_sitemap(tmp_path: Path) -> None:
    """Nothing announces a page that is not there yet."""
    done = put(tmp_path, sitemap_xml="s", feed_xml="f", index_html="p", assets__site_css="c")

    assert done.written == ("assets/site.css", "index.html", "feed.xml", "sitemap.xml")


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", ""])
def test_checked_refuses_paths_that_lead_outside(path: str) -> None:
    """No output path leads out of the output folder."""
    with pytest.raises(OutputError):
        checked(path)


def test_write_whole_leaves_the_old_file_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves the old file, and no half of a new one."""
    target = tmp_path / "a.html"
    write_whole(target, b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(target, b"new")

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_publish_says_where_it_cannot_write(tmp_path: Path) -> None:
    """A file where a folder should be is told, not a traceback."""
    (tmp_path / "build").write_text("a file")

    with pytest.raises(OutputError, match="cannot be written"):
        put(tmp_path, a_html="1")

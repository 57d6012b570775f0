"""Whatever has become of the memory of builds, the site is right, and nothing is left over."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from seasontracker.cli import main
from seasontracker.output import kept, publish, records
from seasontracker.output.records import Records
from seasontracker.pipeline import inputs

TODAY = "2026-11-22"
STATE = ".seasontracker"
SHOW = "title: {0}\nnetwork: Northlight\nsummary: Sum.\n"
ARTICLE = "---\nheadline: {0}, season 1\npublished: 2025-02-18\n---\n\nText, [there](show:{1}).\n"
CLAIM = "- {date: 2026-10-01, release: 2027-03-05, confidence: speculation, because: It must.}\n"


STORES = ["build.sqlite3", "texts.sqlite3", "build-pages.sqlite3"]
Content = tuple[tuple[str, bytes], ...]
Output = dict[str, bytes]


class Site:
    """A project, and what builds of it say."""

    def __init__(
        self,
        root: Path,
        capsys: pytest.CaptureFixture[str],
        clean: dict[Content, tuple[Output, str]],
    ) -> None:
        self.root = root
        self._capsys = capsys
        self._clean = clean

    @property
    def state(self) -> Path:
        return self.root / STATE

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def add_show(self, slug: str, link: str) -> None:
        self.write(f"content/shows/{slug}/show.yaml", SHOW.format(slug.title()))
        self.write(f"content/shows/{slug}/season-1/index.md", ARTICLE.format(slug.title(), link))
        self.write(f"content/shows/{slug}/season-1/status.yaml", CLAIM)

    def edit(self) -> None:
        """Change a show so that its own pages and those about several shows are made again."""
        self.write("content/shows/ash/show.yaml", SHOW.format("Oak"))

    def restyle(self) -> None:
        """Change a template of all pages, so that they are printed again."""
        ours = Path(__file__).parents[2] / "templates/base.html"
        text = ours.read_text("utf-8").replace("<body", "<!-- own --><body", 1)
        self.write("templates/base.html", text)

    def run(self, command: str, *arguments: str) -> tuple[int, list[str], str]:
        """Return exit code, lines of the output, and what went to stderr."""
        self._capsys.readouterr()
        os.chdir(self.root)
        code = main([command, "--today", TODAY, "--jobs", "1", *arguments])
        said = self._capsys.readouterr()
        return code, said.out.splitlines(), said.err

    def build(self, *arguments: str) -> list[str]:
        """Build, and return the files written and removed; fails unless that went well."""
        code, lines, said = self.run("build", "--verbose", *arguments)
        assert code == 0, said
        return [line for line in lines if line.startswith(("wrote ", "removed "))]

    def is_right(self) -> None:
        """Fail unless the output is that of a clean build, and a further build changes nothing."""
        assert self.build() == []
        folders = [self.root / "content", self.root / "templates"]
        content = tuple(sorted(pair for one in folders for pair in look(one).items()))
        if content not in self._clean:
            self._clean[content] = self._build_clean()
        output, found = self._clean[content]
        assert look(self.root / "build") == output
        assert self.run("check")[2] == found

    def _build_clean(self) -> tuple[Output, str]:
        """Return what a first build in another folder makes, and what it finds."""
        beside = Site(self.root.with_name(f"{self.root.name}-clean"), self._capsys, {})
        for name in ("content", "templates"):
            if (self.root / name).is_dir():
                shutil.copytree(self.root / name, beside.root / name)
        beside.build()
        made = look(beside.root / "build"), beside.run("check")[2]
        os.chdir(self.root)
        shutil.rmtree(beside.root)
        return made


@pytest.fixture(scope="module")
def clean() -> dict[Content, tuple[Output, str]]:
    """Return what clean builds made of the same content, so that it is built once only."""
    return {}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out a site of three shows, with a warning, and build it."""
    root = tmp_path_factory.mktemp("built")
    lay_out(root)
    command = [sys.executable, "-m", "seasontracker", "build", "--today", TODAY, "--jobs", "1"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return root


def lay_out(root: Path) -> None:
    (root / "content").mkdir()
    (root / "content/site.yaml").write_text(
        "title: Seasons\nbase_url: https://example.org/\nsocial_cards: no\n"
    )
    site = Site(root, capsys=None, clean={})  # type: ignore[arg-type]
    for slug, link in (("ash", "birch"), ("birch", "cedar/season-1"), ("cedar", "ash")):
        site.add_show(slug, link)
    site.write("content/shows/birch/notes.txt", "unused")


@pytest.fixture
def site(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    built: Path,
    clean: dict[Content, tuple[Output, str]],
) -> Site:
    """Return a copy of the built site."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(built, tmp_path / "site")
    return Site(tmp_path / "site", capsys, clean)


def look(folder: Path) -> dict[str, bytes]:
    """Return all files, and folders with a slash."""
    return {
        path.relative_to(folder).as_posix() + ("/" if path.is_dir() else ""): (
            b"" if path.is_dir() else path.read_bytes()
        )
        for path in folder.rglob("*")
    }


# Another place, another version.


def test_cache_from_another_folder_and_machine(site: Site, tmp_path: Path) -> None:
    """A project that was copied with its cache, all of its times new, writes nothing."""
    copy = Site(tmp_path / "elsewhere/copy", site._capsys, {})
    shutil.copytree(site.root, copy.root, copy_function=shutil.copyfile)
    for path in copy.root.rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    before = {path: path.stat().st_mtime_ns for path in (copy.root / "build").rglob("*")}

    assert copy.build() == []
    assert before == {path: path.stat().st_mtime_ns for path in (copy.root / "build").rglob("*")}
    shutil.rmtree(site.root)
    copy.edit()
    assert "wrote shows/ash/index.html" in copy.build()
    copy.is_right()


def test_cache_without_the_output(site: Site) -> None:
    """A cache that was restored without what it describes makes the output again."""
    before = look(site.root / "build")
    shutil.rmtree(site.root / "build")
    site.build()

    assert look(site.root / "build") == before


def test_output_without_the_cache(site: Site) -> None:
    """An output that is there already is left as it is where it is right."""
    before = {path: path.stat().st_mtime_ns for path in (site.root / "build").rglob("*")}
    shutil.rmtree(site.state)

    assert site.build() == []
    assert before == {path: path.stat().st_mtime_ns for path in (site.root / "build").rglob("*")}
    site.is_right()


@pytest.fixture
def other_version(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what makes another version of the program of this one."""

    def become() -> None:
        monkeypatch.setattr(inputs, "_libraries", lambda: iter(["jinja2-0.0.1.dist-info"]))

    return become


def test_two_versions_on_one_cache(site: Site, other_version: Callable[[], None]) -> None:
    """Another version makes everything again, and writes what differs."""
    site.write("build/shows/ash/index.html", "as another version wrote it")
    other_version()
    _, lines, _ = site.run("build", "--verbose")

    assert "wrote shows/ash/index.html" in lines
    site.is_right()


def test_older_version_leaves_no_files(site: Site, other_version: Callable[[], None]) -> None:
    """What only the other version wrote is removed, since the list of our files says so."""
    listed = site.state / "build-files.txt"
    listed.write_text(listed.read_text() + "assets/old.css\nold/page/index.html\n")
    for path in ("assets/old.css", "old/page/index.html", "old/theirs.txt"):
        site.write(f"build/{path}", "old")
    other_version()

    assert site.build() == ["removed assets/old.css", "removed old/page/index.html"]
    assert (site.root / "build/old/theirs.txt").exists()
    assert not (site.root / "build/old/page").exists()
    shutil.rmtree(site.root / "build/old")
    site.is_right()


@pytest.mark.parametrize("module", [records, kept], ids=["records", "kept"])
def test_another_layout_of_the_cache(
    site: Site, monkeypatch: pytest.MonkeyPatch, module: Any
) -> None:
    """A version that keeps its memory otherwise starts anew, and leaves nothing of the old site."""
    shutil.rmtree(site.root / "content/shows/cedar")
    site.add_show("birch", "ash")
    monkeypatch.setattr(module, "VERSION", module.VERSION + 1)
    made = site.build()

    assert "removed shows/cedar/season-1/index.html" in made
    site.is_right()


# Damage.


@pytest.mark.parametrize("edits", [False, True], ids=["unchanged", "edited"])
@pytest.mark.parametrize("cut", [0, 1, 99, 100, 4095, 4096, 4097, 0.5, 0.9, -4096, -1])
@pytest.mark.parametrize("name", STORES)
def test_database_that_was_cut_off(site: Site, name: str, cut: float, edits: bool) -> None:
    """Whatever is left of the memory, the site is right."""
    data = (site.state / name).read_bytes()
    length = int(len(data) * cut) if isinstance(cut, float) else cut
    (site.state / name).write_bytes(data[:length])
    if edits:
        site.edit()
        site.restyle()
    made = site.build()

    assert ("wrote shows/ash/index.html" in made) == edits
    assert not any(line.startswith("removed") for line in made)
    site.is_right()


@pytest.mark.parametrize("name", STORES)
def test_database_that_is_missing(site: Site, name: str) -> None:
    """Each part of the memory may be deleted by itself."""
    (site.state / name).unlink()
    site.edit()
    site.restyle()
    site.build()

    site.is_right()


@pytest.mark.parametrize("name", STORES)
@pytest.mark.parametrize(
    "data",
    [b"", b"garbage" * 10_000, b"SQLite format 3\0" + b"\0" * 4080, os.urandom(8192)],
    ids=["empty", "text", "no-tables", "noise"],
)
def test_database_that_is_something_else(site: Site, name: str, data: bytes) -> None:
    """A file of that name that is no database of ours is replaced."""
    (site.state / name).write_bytes(data)
    site.edit()
    site.restyle()
    site.build()

    site.is_right()


@pytest.mark.parametrize("name", STORES)
@pytest.mark.parametrize("place", range(8))
def test_database_with_garbage_in_it(site: Site, name: str, place: int) -> None:
    """Bytes that were overwritten anywhere in the file are noticed, or do no harm."""
    data = bytearray((site.state / name).read_bytes())
    start = len(data) * place // 8
    data[start : start + 700] = bytes(range(256)) * 2 + b"\xff" * 188
    (site.state / name).write_bytes(data)
    site.edit()
    site.restyle()
    site.build()

    site.is_right()


@pytest.mark.parametrize("name", STORES)
@pytest.mark.parametrize(
    "statement",
    ["PRAGMA user_version = 1000", "CREATE TABLE others (name TEXT)"],
    ids=["future", "tables"],
)
def test_database_of_another_kind(site: Site, name: str, statement: str) -> None:
    """One from the future, or with tables that are not ours, is not used."""
    alter(site.state / name, statement)
    site.edit()
    site.build()

    site.is_right()


def alter(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("edits", [False, True], ids=["unchanged", "edited"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE units SET notes = x'c1'",
        "UPDATE units SET stats = x'01'",
        "UPDATE units SET digests = x'01'",
        "UPDATE units SET paths = x'ff'",
        "UPDATE units SET holds_until = 'soon'",
        "UPDATE rows SET data = x'c1'",
        "UPDATE rows SET data = x'00'",
        "UPDATE links SET data = x'c1'",
        "UPDATE snapshots SET stats = x'01'",
        "UPDATE snapshots SET digests = x'01'",
        "UPDATE snapshots SET paths = 'text'",
        "UPDATE meta SET value = 'other'",
        "DELETE FROM meta",
        "DELETE FROM snapshots",
        "DELETE FROM units",
        "DELETE FROM units WHERE name = 'show:ash'",
        "DELETE FROM units WHERE name LIKE 'page:%'",
    ],
)
def test_damaged_row_of_the_records(site: Site, statement: str, edits: bool) -> None:
    """Rows that cannot have been written by us, or that are missing, make no wrong site."""
    alter(site.state / "build.sqlite3", statement)
    if edits:
        site.edit()
    site.build()

    site.is_right()


@pytest.mark.parametrize("data", ["x'c1'", "x''", "'text'", "zeroblob(1000)"])
def test_damaged_text(site: Site, data: str) -> None:
    """A rendered text that is damaged is rendered again."""
    alter(site.state / "texts.sqlite3", f"UPDATE kept SET data = {data}")
    site.write(
        "content/site.yaml", "title: Years\nbase_url: https://example.org/\nsocial_cards: no\n"
    )
    site.build()

    site.is_right()


@pytest.mark.parametrize("data", ["x'c1'", "x''", "'text'", "zeroblob(1000)"])
def test_damaged_page(site: Site, data: str) -> None:
    """A compiled page that is damaged is compiled again."""
    alter(site.state / "build-pages.sqlite3", f"UPDATE kept SET data = {data}")
    site.restyle()
    site.build()

    site.is_right()


def test_page_of_another_show(site: Site) -> None:
    """Pages that were put in the place of others are not those that are looked for."""
    alter(site.state / "build-pages.sqlite3", "DELETE FROM kept WHERE unit = 'show:ash'")
    alter(
        site.state / "build-pages.sqlite3",
        "INSERT INTO kept SELECT 'show:ash', digest, data FROM kept WHERE unit = 'show:birch'",
    )
    site.restyle()
    site.build()

    site.is_right()


def test_warnings_outlive_damage(site: Site) -> None:
    """What was found in a show that is not made again is said as long as it is so."""
    wanted = site.run("check")[2]
    assert "unused-file" in wanted
    alter(site.state / "build.sqlite3", "UPDATE units SET notes = x'c1c1'")

    assert site.run("check")[2] == wanted


@pytest.mark.parametrize("data", [None, b"", b"\xff\xfe\xfd", b"index.html\nsho"])
def test_list_of_files_that_is_damaged(site: Site, data: bytes | None) -> None:
    """Without the list, the records still say what is to be removed."""
    listed = site.state / "build-files.txt"
    if data is None:
        listed.unlink()
    else:
        listed.write_bytes(data)
    site.build()
    site.is_right()
    assert set(listed.read_text().split()) == {
        path for path in look(site.root / "build") if not path.endswith("/")
    }

    site.add_show("birch", "ash")
    shutil.rmtree(site.root / "content/shows/cedar")
    assert "removed shows/cedar/season-1/index.html" in site.build()
    site.is_right()


def test_list_of_files_that_names_others(site: Site, tmp_path: Path) -> None:
    """A list from anywhere has nothing removed outside of the output."""
    (tmp_path / "secret").write_text("1")
    listed = site.state / "build-files.txt"
    listed.write_text(listed.read_text() + "../../secret\n/etc/hostname\n../content/site.yaml\n")
    site.build()

    assert (tmp_path / "secret").exists()
    site.is_right()


def test_records_that_name_others(site: Site, tmp_path: Path) -> None:
    """Records from anywhere have nothing removed outside of the output."""
    (tmp_path / "secret").write_text("1")
    alter(
        site.state / "build.sqlite3",
        "UPDATE units SET paths = CAST('../../secret' || x'00' || '../content/site.yaml' AS BLOB),"
        " stats = zeroblob(64), digests = zeroblob(64) WHERE name = 'show:cedar'",
    )
    site.write("content/shows/cedar/show.yaml", SHOW.format("Elm"))
    site.run("build")

    assert (tmp_path / "secret").exists()
    assert (site.root / "content/site.yaml").exists()


def test_left_over_stage(site: Site) -> None:
    """What a build that was killed left on the stage is not published."""
    site.write(f"{STATE}/stage/shows/ash/index.html", "half a pa")
    site.write(f"{STATE}/stage/stray.html", "stray")
    site.build()
    site.is_right()

    site.write(f"{STATE}/stage/stray.html", "stray")
    shutil.rmtree(site.root / "build")
    site.build()
    site.is_right()
    assert not (site.state / "stage").exists()


# Builds that are cut off.


@pytest.fixture
def stop_commit(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Have builds be interrupted after publishing, before that is on record."""

    def stop(self: Records) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Records, "commit", stop)
        yield patch


def test_cut_off_before_the_record(site: Site, stop_commit: pytest.MonkeyPatch) -> None:
    """The next build finds what was published already, and goes on."""
    site.add_show("elm", "ash")
    assert site.run("build")[0] == 130
    stop_commit.undo()
    site.build()

    site.is_right()


def test_cut_off_before_the_record_and_taken_back(
    site: Site, stop_commit: pytest.MonkeyPatch
) -> None:
    """What was published and never on record is removed when its source is gone."""
    before = look(site.root / "build")
    site.add_show("elm", "ash")
    assert site.run("build")[0] == 130
    assert (site.root / "build/shows/elm/index.html").exists()
    stop_commit.undo()
    shutil.rmtree(site.root / "content/shows/elm")
    made = site.build()

    assert "removed shows/elm/season-1/index.html" in made
    assert look(site.root / "build") == before
    site.is_right()


def test_first_build_that_is_cut_off(site: Site, stop_commit: pytest.MonkeyPatch) -> None:
    """A first build that is not on record leaves nothing that the next one does not know."""
    shutil.rmtree(site.root / "build")
    shutil.rmtree(site.state)
    site.add_show("elm", "ash")
    assert site.run("build")[0] == 130
    stop_commit.undo()
    shutil.rmtree(site.root / "content/shows/elm")
    site.build()

    site.is_right()


@pytest.mark.parametrize("after", [0, 1, 2, 5, 9])
def test_cut_off_while_publishing(site: Site, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Every file is the old one or the new one; a build without the change has the old site."""
    before = look(site.root / "build")
    site.add_show("elm", "ash")
    site.write("content/shows/cedar/show.yaml", SHOW.format("Oak"))
    moves = 0
    move = publish._move

    def stop(source: Path, target: Path) -> None:
        nonlocal moves
        moves += 1
        if moves > after:
            raise KeyboardInterrupt
        move(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(publish, "_move", stop)
        assert site.run("build")[0] == 130
    between = look(site.root / "build")
    shutil.rmtree(site.root / "content/shows/elm")
    site.write("content/shows/cedar/show.yaml", SHOW.format("Cedar"))
    site.build()

    assert look(site.root / "build") == before
    site.is_right()
    site.add_show("elm", "ash")
    site.write("content/shows/cedar/show.yaml", SHOW.format("Oak"))
    site.build()
    wanted = look(site.root / "build")
    assert all(data in (before.get(path), wanted.get(path)) for path, data in between.items())


def full(*given: object, **named: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/some/file")


def test_disk_that_is_full_while_staging(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit is told, and the old site stays whole."""
    before = look(site.root / "build")
    site.edit()
    with monkeypatch.context() as patch:
        patch.setattr(publish.Stage, "put", full)
        code, _, said = site.run("build")

    assert code == 2
    assert "Error: `/some/file` cannot be written: No space left on device" in said
    assert look(site.root / "build") == before
    assert not (site.state / "stage").exists()
    site.build()
    site.is_right()


@pytest.mark.parametrize("after", [0, 1, 4])
def test_disk_that_is_full_while_publishing(
    site: Site, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Where a copy is needed and does not fit, each file is the old or the new one."""
    before = look(site.root / "build")
    site.edit()
    moves = 0
    move = publish._move

    def fill(source: Path, target: Path) -> None:
        nonlocal moves
        moves += 1
        if moves > after:
            full()
        move(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(publish, "_move", fill)
        code, _, said = site.run("build")

    assert code == 2
    assert "cannot be written: No space left on device" in said
    between = look(site.root / "build")
    assert sum(between[path] != before[path] for path in before) == after
    site.build()
    wanted = look(site.root / "build")
    assert all(data in (before[path], wanted[path]) for path, data in between.items())
    site.is_right()


def test_disk_that_is_full_for_the_list(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the list of our files cannot be written, no file is published that is not on it."""
    before = look(site.root / "build")
    site.add_show("elm", "ash")
    with monkeypatch.context() as patch:
        patch.setattr("seasontracker.output.manifest.write_whole", full)
        code, _, _ = site.run("build")

    assert code == 2
    assert look(site.root / "build") == before
    site.build()
    site.is_right()


def test_disk_that_is_full_for_the_record(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the memory cannot be written, that is told, and the next build finds its way."""

    def fill(self: Records) -> None:
        self._connection.execute("PRAGMA max_page_count = 1")
        self._connection.execute("CREATE TABLE big AS SELECT zeroblob(10000000) AS data")

    site.edit()
    with monkeypatch.context() as patch:
        patch.setattr(Records, "commit", fill)
        code, _, said = site.run("build")

    assert code == 2
    assert "full" in said
    site.build()
    site.is_right()


# Others at the same time, and folders that cannot be written.


def test_two_builds_at_the_same_time(site: Site) -> None:
    """Both end well, and the site is right, whichever was first."""
    shutil.rmtree(site.root / "build")
    shutil.rmtree(site.state)
    command = [sys.executable, "-m", "seasontracker", "build", "--today", TODAY, "--jobs", "1"]
    running = [
        subprocess.Popen(command, cwd=site.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120)[0].decode() for process in running]

    assert [process.returncode for process in running] == [0, 0], said
    assert sorted(", 0 written" in one for one in said) == [False, True], said
    site.is_right()


def test_check_leaves_no_trace(site: Site) -> None:
    """A check makes no memory where there is none, and says what a build would."""
    wanted = site.run("check")[2]
    shutil.rmtree(site.state)
    shutil.rmtree(site.root / "build")

    assert site.run("check")[2] == wanted
    assert not site.state.exists()
    assert not (site.root / "build").exists()


def test_check_does_without_a_memory_that_it_cannot_write(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may only be read is left alone, and the findings are the same."""
    wanted = site.run("check")[2]
    access = os.access

    def refuse(path: Any, mode: int) -> bool:
        # Who runs the tests may be root, whom no mode keeps out.
        return access(path, mode) and not (str(path).endswith(STATE) and mode & os.W_OK)

    monkeypatch.setattr(os, "access", refuse)
    for path in (*site.state.iterdir(), site.state):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = {path: path.stat().st_mtime_ns for path in (site.state, *site.state.iterdir())}

    assert site.run("check")[2] == wanted
    assert before == {path: path.stat().st_mtime_ns for path in (site.state, *site.state.iterdir())}


def test_check_changes_no_record(site: Site) -> None:
    """After a check of a changed show, a build still makes it again."""
    site.edit()
    site.run("check")

    assert "wrote shows/ash/index.html" in site.build()
    site.is_right()


def test_memory_that_is_a_file(site: Site) -> None:
    """Where the memory has no place, that is told."""
    shutil.rmtree(site.state)
    site.state.write_text("mine")
    code, _, said = site.run("build")

    assert code == 2
    assert STATE in said
    assert site.state.read_text() == "mine"


# Several sites and outputs on one memory.


def test_two_outputs_on_one_memory(site: Site) -> None:
    """Each output folder is brought up to date by itself, and keeps its own files."""
    site.build("--output", "public")
    assert look(site.root / "public") == look(site.root / "build")
    before = look(site.root / "public")
    site.add_show("birch", "ash")
    shutil.rmtree(site.root / "content/shows/cedar")

    assert "removed shows/cedar/index.html" in site.build()
    assert look(site.root / "public") == before
    assert "removed shows/cedar/index.html" in site.build("--output", "public")
    assert look(site.root / "public") == look(site.root / "build")
    site.is_right()


def test_output_outside_of_the_project(site: Site, tmp_path: Path) -> None:
    """An output anywhere else is kept up to date like one inside."""
    site.build("--output", str(tmp_path / "elsewhere/site"))
    assert site.build("--output", str(tmp_path / "elsewhere/site")) == []
    site.edit()

    assert "wrote shows/ash/index.html" in site.build("--output", str(tmp_path / "elsewhere/site"))
    site.build()
    assert look(tmp_path / "elsewhere/site") == look(site.root / "build")


def test_two_contents_on_one_memory(site: Site) -> None:
    """Another content folder, of which the shows have the same names, makes another site."""
    before = look(site.root / "build")
    shutil.copytree(site.root / "content", site.root / "other")
    site.write("other/shows/ash/show.yaml", SHOW.format("Oak"))
    shutil.rmtree(site.root / "other/shows/birch")
    site.write("other/shows/ash/season-1/index.md", ARTICLE.format("Oak", "cedar"))
    made = site.build("--content", "other")

    assert "wrote shows/ash/index.html" in made
    assert "removed shows/birch/index.html" in made
    site.build()
    assert look(site.root / "build") == before
    site.is_right()


def test_two_folders_of_templates_on_one_memory(site: Site) -> None:
    """Own templates may come from another folder each time."""
    before = look(site.root / "build")
    for name in ("one/theme", "two/theme"):
        site.write(f"{name}/pages/not_found.html", name)
        made = site.build("--templates", name)
        assert made == ["wrote 404.html"]
        assert (site.root / "build/404.html").read_text() == f"{name}\n"
    site.build()

    assert look(site.root / "build") == before


def test_strict_build_with_warnings_is_not_on_record(site: Site) -> None:
    """What a strict build refused, the next build still has to do."""
    before = look(site.root / "build")
    site.edit()

    assert site.run("build", "--strict")[0] == 1
    assert look(site.root / "build") == before
    assert "wrote shows/ash/index.html" in site.build()
    assert site.run("build", "--strict")[0] == 1
    site.is_right()

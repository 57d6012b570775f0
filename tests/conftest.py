"""Projects to try things on, the command line, and a guard around the repository's own files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import hypothesis
import pytest

# A busy machine is no finding.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

REPOSITORY = Path(__file__).parents[1]
GUARDED = tuple(str(REPOSITORY / name) + os.sep for name in ("content", "templates", "build"))
MINIMAL_SITE: Mapping[str, str] = {
    "content/site.yaml": "title: Seasons\nbase_url: https://example.org\nsocial_cards: no\n",
    "content/shows/severance/show.yaml": (
        "title: Severance\nnetwork: Apple TV\nsummary: Office workers split their minds.\n"
    ),
    "content/shows/severance/season-1/index.md": (
        "---\nheadline: Severance season 1\npublished: 2022-02-18\n---\n\nThe first season.\n"
    ),
}

MakeProject = Callable[[Mapping[str, str | bytes | None]], Path]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command said, and its exit code."""

    code: int
    stdout: str
    stderr: str

    @property
    def lines(self) -> list[str]:
        """The lines of all findings."""
        return self.stderr.splitlines()

    @property
    def headlines(self) -> list[str]:
        """The first line of each finding."""
        return [line for line in self.lines if ": error[" in line or ": warning[" in line]


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Write a minimal site with the given files in it; None leaves one of its own files out."""

    def make(files: Mapping[str, str | bytes | None]) -> Path:
        for path, content in {**MINIMAL_SITE, **files}.items():
            if content is None:
                continue
            raw = content if isinstance(content, bytes) else content.encode()
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(raw)
        return tmp_path

    return make


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Outcome]:
    """Run `seasontracker` with arguments in the project's folder."""
    # Not at the top: the tests of a layer must not fail to be collected for one above it.
    from seasontracker.cli import main  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = main(list(arguments))
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., str]:
    """Run git in the project's folder as somebody, whatever the machine's own settings are."""
    who = ("-c", "user.name=K", "-c", "user.email=k@example.org", "-c", "commit.gpgsign=false")

    def call(*arguments: str) -> str:
        command = ["git", "-C", str(tmp_path), *who, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    return call


_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {
    "os.chmod": (0,),
    "os.link": (1,),
    "os.mkdir": (0,),
    "os.remove": (0,),
    "os.rename": (0, 1),
    "os.rmdir": (0,),
    "os.symlink": (1,),
    "os.truncate": (0,),
    "os.utime": (0,),
}
"""Which arguments of an event are paths that the operation changes."""


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep compiled templates of tests out of the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _drawn_once() -> Iterator[None]:
    """Draw each icon and card once in a run of tests; hundreds of sites have the same."""
    # Not at the top: the tests of a layer must not fail to be collected for one above it.
    from seasontracker.pipeline import cards, icons  # noqa: PLC0415

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(icons, "draw_icons", cache(icons.draw_icons))
        patch.setattr(cards, "draw_png", cache(cards.draw_png))
        yield


@pytest.fixture(scope="session")
def _changes_of_the_repository() -> list[str]:
    """Watch this process for changes of the shipped site; each is refused and remembered."""
    changes: list[str] = []

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            changed = (0,) if arguments[2] & _WRITES else ()
        else:
            changed = _CHANGES.get(event, ())
        for path in (arguments[index] for index in changed):
            if isinstance(path, int | None):
                continue
            whole = os.path.normpath(os.path.join(os.getcwd(), os.fsdecode(path)))  # noqa: PTH109, PTH118
            if f"{whole}{os.sep}".startswith(GUARDED):
                changes.append(f"{event} {whole}")
                raise PermissionError(f"a test may not change {whole}")

    sys.addaudithook(watch)
    return changes


@pytest.fixture(autouse=True)
def _repository_stays_as_it_is(_changes_of_the_repository: list[str]) -> Iterator[None]:
    """Fail a test that tried to change `content/`, `templates/` or `build/` of the repository."""
    _changes_of_the_repository.clear()
    yield
    assert _changes_of_the_repository == []

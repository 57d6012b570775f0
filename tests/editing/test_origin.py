"""A site installs the program it was begun with, and never another one of its name."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from seasontracker import __version__
from seasontracker.editing.origin import WHEEL, Origin, origin_of, read_origin
from seasontracker.editing.starter import Starter, starter_files

ROOT = Path(__file__).parents[2]
REPOSITORY = "https://example.org/tracker.git"
ARCHIVE = "https://example.org/tracker.tar.gz"
INSTALLS = re.compile(
    r"(?:\bpip[x3]?|\buv|\bpoetry|\bpdm|\bconda)[ \t]+(?:[\w-]+[ \t]+)*?"
    r"(?:install|add|run|wheel|download|inject)\b"
    r"|\buvx\b|\badditional_dependencies:"
)
BARE = re.compile(r"""(?:^|[\s"'\[,`])seasontracker(?:\[[\w,]*\])?(?=$|[\s"'`,\]=<>~!;])""")


def bare_installs(text: str) -> list[str]:
    """Return the lines that install seasontracker by its name."""
    return [
        line
        for line in text.splitlines()
        if (found := INSTALLS.search(line))
        # What follows `&&`, a bracket or a second command on the line is no argument.
        and BARE.search(re.split(r"[`)#]|&&|;", line[found.end() :], maxsplit=1)[0])
    ]


def shipped() -> list[Path]:
    """Return every text of the repository from which somebody may copy a command."""
    files = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "Makefile"]
    files += [ROOT / ".pre-commit-hooks.yaml", *(ROOT / ".ci").iterdir()]
    for folder, pattern in (("docs", "*.md"), ("src", "*"), ("templates", "*"), ("content", "*")):
        files += (ROOT / folder).rglob(pattern)
    return [file for file in files if file.is_file() and b"\0" not in file.read_bytes()[:1024]]


@pytest.mark.parametrize(
    "line",
    [
        "$ pip install seasontracker",
        "  - run: pip install 'seasontracker==0.1.0'",
        "pip install --quiet -U seasontracker[web]>=0.1",
        "python3 -m pip install seasontracker",
        "Try `pipx install seasontracker`.",
        "uv tool install seasontracker",
        "uvx seasontracker build",
        "additional_dependencies: [seasontracker]",
    ],
)
def test_installing_by_name_is_noticed(line: str) -> None:
    """The search below finds each way to do it."""
    assert bare_installs(line) == [line]


def test_nothing_we_ship_installs_by_name() -> None:
    """The name on the package index is another author's."""
    files = shipped()

    assert len(files) > 100
    assert {ROOT / "docs/tutorial.md", ROOT / "README.md"} <= {*files}
    found = {
        str(file.relative_to(ROOT)): lines
        for file in files
        if (lines := bare_installs(file.read_text("utf-8", errors="replace")))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            {"url": REPOSITORY, "vcs_info": {"vcs": "git", "commit_id": "ab12"}},
            f"seasontracker @ git+{REPOSITORY}@ab12",
        ),
        (
            {
                "url": REPOSITORY,
                "vcs_info": {"vcs": "git", "commit_id": "ab12"},
                "subdirectory": "x/y",
            },
            f"seasontracker @ git+{REPOSITORY}@ab12#subdirectory=x/y",
        ),
        (
            {"url": ARCHIVE, "archive_info": {"hashes": {"sha256": "cd34"}, "hash": "sha256=cd34"}},
            f"seasontracker @ {ARCHIVE}#sha256=cd34",
        ),
        (
            {"url": ARCHIVE, "archive_info": {"hash": "sha256=cd34"}},
            f"seasontracker @ {ARCHIVE}#sha256=cd34",
        ),
        ({"url": ARCHIVE, "archive_info": {}}, f"./{WHEEL}"),
        ({"url": ARCHIVE, "archive_info": {"hash": "md5=cd34"}}, f"./{WHEEL}"),
        (
            {
                "url": "https://me:secret@example.org/a.git",
                "vcs_info": {"vcs": "git", "commit_id": "ab12"},
            },
            f"./{WHEEL}",
        ),
        (
            {"url": "ssh://git@example.org/a", "vcs_info": {"vcs": "git", "commit_id": "ab12"}},
            f"./{WHEEL}",
        ),
        ({"url": "file:///home/kim/tracker", "dir_info": {"editable": True}}, f"./{WHEEL}"),
        ({"url": "file:///home/kim/a.whl", "archive_info": {"hash": "sha256=cd"}}, f"./{WHEEL}"),
        ({}, f"./{WHEEL}"),
    ],
)
def test_requirement_comes_from_how_it_was_installed(told: dict[str, Any], line: str) -> None:
    """An address that is pinned stays; all else becomes a wheel of the site's own."""
    assert origin_of(json.dumps(told)).requirement == line


def test_what_came_from_an_index_becomes_a_wheel() -> None:
    """Nothing says from which index it came, and the name alone is not enough."""
    assert origin_of(None) == origin_of("not JSON") == origin_of("[]") == Origin()
    assert Origin().requirement == f"./vendor/seasontracker-{__version__}-py3-none-any.whl"


def test_folder_it_came_from_is_known() -> None:
    """It is told to whoever starts a site, and stands in none of the site's files."""
    path = "/home/kim/my tracker"
    origin = origin_of(json.dumps({"url": "file:///home/kim/my%20tracker", "dir_info": {}}))
    files = starter_files(Starter("T", "https://a.org/", date(2026, 11, 24), origin=origin))

    assert origin.path == path
    assert not [name for name, text in files if path in text]


def test_new_site_says_how_it_gets_its_wheel(tmp_path: Path, run: Any) -> None:
    """These tests run from a checkout, whose path is in the command that `init` prints."""
    told = run("init").stdout.splitlines()

    assert told[-1].endswith(f"pip wheel --no-deps -w vendor {read_origin().path}")
    assert Path(read_origin().path).resolve() == ROOT.resolve()
    requirements = (tmp_path / "requirements.txt").read_text("utf-8").splitlines()
    assert [line for line in requirements if not line.startswith("#")] == [f"./{WHEEL}"]
    assert f"`{WHEEL}`" in (tmp_path / "README.md").read_text("utf-8")


def test_missing_wheel_fails_and_nothing_takes_its_place(tmp_path: Path, run: Any) -> None:
    """pip names the file that is not there, and asks no index for one."""
    run("init")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--dry-run"]
    ended = subprocess.run(
        [*pip, "--no-index", "-r", "requirements.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode != 0
    assert f"No such file or directory: '{tmp_path / WHEEL}'" in ended.stderr


@pytest.mark.parametrize(
    ("address", "image"),
    [
        ("", "python:3.12-slim"),
        (f"git+{REPOSITORY}@ab12", "python:3.12"),
        (f"{ARCHIVE}#sha256=cd34", "python:3.12-slim"),
    ],
)
def test_workflows_install_what_the_site_names(address: str, image: str) -> None:
    """Every job reads `requirements.txt`, in an image that has git where git is needed."""
    origin = Origin(address=address)
    files = dict(starter_files(Starter("T", "https://a.org/", date(2026, 11, 24), origin=origin)))
    github, gitlab = files[".github/workflows/site.yaml"], files[".gitlab-ci.yml"]

    assert github.count("pip install -r requirements.txt\n") == github.count("setup-python@") == 3
    assert "  - pip install --quiet -r requirements.txt\n" in gitlab
    assert f"image: {image}\n" in gitlab
    assert ("vendor" in files["README.md"]) is (not address)
    assert files["requirements.txt"].endswith(f"\n{origin.requirement}\n")
    assert not [name for name, text in files.items() if bare_installs(text)]


def test_readme_names_the_example_only_where_it_is() -> None:
    """A site without the example is not told to delete it."""
    for has_example in (True, False):
        starter = Starter("T", "https://a.org/", date(2026, 11, 24), has_example=has_example)
        text = dict(starter_files(starter))["README.md"]
        assert ("harbour-nine" in text) is has_example
        assert "<!--" not in text
        assert "\n\n\n" not in text

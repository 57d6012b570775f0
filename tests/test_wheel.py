"""The wheel holds all that a site needs: install it, and a folder with only `content/` builds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from seasontracker import __version__

REPOSITORY = Path(__file__).parents[1]
# What the source distribution is made from, so that nothing is written into the repository.
PARTS = (
    "src",
    "templates",
    "docs",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "Makefile",
    "locks",
    ".ci",
)
NOT_IN_PARTS = shutil.ignore_patterns("__pycache__", "*.pyc", "node_modules")


@dataclass(frozen=True, slots=True)
class Installed:
    """A virtual environment that knows seasontracker only from its wheel."""

    wheel: Path
    sdist: Path
    program: Path
    python: Path

    def run(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `seasontracker` in a folder."""
        return run([str(self.program), *arguments], folder)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the sdist, from it the wheel, and install that, all without a network."""
    root = tmp_path_factory.mktemp("wheel")
    source = root / "source"
    source.mkdir()
    for name in PARTS:
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, source / name, ignore=NOT_IN_PARTS)
        elif (REPOSITORY / name).is_file():
            shutil.copy(REPOSITORY / name, source / name)
    python = sys.executable
    succeed([python, "-m", "build", "--no-isolation", "--outdir", str(root / "dist")], source)
    (wheel,) = (root / "dist").glob("*.whl")
    (sdist,) = (root / "dist").glob("*.tar.gz")

    environment = root / "environment"
    succeed([python, "-m", "venv", "--without-pip", str(environment)], root)
    inside = environment / "bin" / "python"
    pip = [python, "-m", "pip", "--python", str(inside)]
    offline = ["--no-index", "--no-deps", "--disable-pip-version-check"]
    succeed([*pip, "install", "--quiet", *offline, str(wheel)], root)
    # The libraries come from the environment of these tests. A folder named in a `.pth` file is
    # searched after the environment's own, and its own `.pth` files, the editable install of
    # seasontracker among them, are not read.
    (packages,) = (environment / "lib").glob("python*/site-packages")
    libraries = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    (packages / "libraries.pth").write_text("\n".join(libraries) + "\n", encoding="utf-8")
    return Installed(wheel, sdist, environment / "bin" / "seasontracker", inside)


def test_wheel_holds_what_it_needs(installed: Installed) -> None:
    """Templates, their assets with licences, catalogues and the marker of types are inside."""
    names = set(zipfile.ZipFile(installed.wheel).namelist())

    for file in (REPOSITORY / "templates").rglob("*"):
        if file.is_file():
            relative = file.relative_to(REPOSITORY).as_posix()
            assert f"seasontracker/{relative}" in names
    for file in (REPOSITORY / "src" / "seasontracker").rglob("*"):
        if file.is_file() and file.suffix in (".py", ".po", ".typed", ".json"):
            assert file.relative_to(REPOSITORY / "src").as_posix() in names
    assert "seasontracker/docs/diagnostics.md" in names
    assert any(name.endswith(".po") for name in names)
    assert "seasontracker/py.typed" in names
    licences = {name.rsplit("/", 1)[-1] for name in names if "dist-info/licenses/" in name}
    fonts = {"newsreader-OFL.txt", "bricolage-grotesque-OFL.txt", "OFL.txt"}
    assert licences == {"LICENSE", *fonts}


def test_wheel_holds_nothing_else(installed: Installed) -> None:
    """Only the package and its metadata are in the wheel; no tests, content or compiled files."""
    names = zipfile.ZipFile(installed.wheel).namelist()
    metadata = f"seasontracker-{__version__}.dist-info/"

    strange = [
        name
        for name in names
        if not name.startswith(("seasontracker/", metadata))
        or "__pycache__" in name
        or "/.seasontracker/" in name
        or "/build/" in name
    ]
    assert strange == []
    # A megabyte of it are the fonts that social cards are set in.
    assert installed.wheel.stat().st_size < 2_000_000


def test_sdist_builds_the_wheel(installed: Installed) -> None:
    """The source distribution holds the templates and what describes the project."""
    with tarfile.open(installed.sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}

    assert {"templates/base.html", "src/seasontracker/cli/main.py", "pyproject.toml"} <= names
    assert {"README.md", "LICENSE", "Makefile"} <= names


def test_import_is_from_the_wheel(installed: Installed) -> None:
    """What these tests try is the installed package, not the working tree."""
    ended = succeed(
        [
            str(installed.python),
            "-c",
            "import seasontracker as s; print(s.__version__, s.__file__)",
        ],
        installed.wheel.parent,
    )

    version, file = ended.stdout.split(maxsplit=1)
    assert version == __version__
    assert Path(file).is_relative_to(installed.program.parents[1])
    assert not Path(file).is_relative_to(REPOSITORY)


def test_wheel_says_its_version(installed: Installed, tmp_path: Path) -> None:
    """The program knows its name and version, also as a module."""
    ended = installed.run(tmp_path, "--version")
    assert (ended.returncode, ended.stdout) == (0, f"seasontracker, version {__version__}\n")

    ended = run([str(installed.python), "-m", "seasontracker", "--version"], tmp_path)
    assert (ended.returncode, ended.stdout) == (0, f"seasontracker, version {__version__}\n")


def test_folder_with_only_content_builds(installed: Installed, tmp_path: Path) -> None:
    """The shipped content becomes the shipped site, and nothing is written beside it."""
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")

    ended = installed.run(tmp_path, "build", "--today", "2026-11-22")

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.startswith("Built ")
    assert {one.name for one in tmp_path.iterdir()} == {"content", "build", ".seasontracker"}
    article = tmp_path / "build" / "shows" / "all-of-us-are-dead" / "season-2" / "index.html"
    assert "All of Us Are Dead" in article.read_text(encoding="utf-8")
    assert list((tmp_path / "build" / "assets").glob("site.*.css"))
    assert list((tmp_path / "build" / "assets" / "fonts").glob("newsreader.*.woff2"))


def test_new_site_installs_the_wheel_it_was_begun_with(
    installed: Installed, tmp_path: Path
) -> None:
    """`init` tells where the program came from; the wheel put there is what pip takes."""
    ended = installed.run(tmp_path, "init")
    assert f"pip wheel --no-deps -w vendor {installed.wheel}\n" in ended.stdout
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    succeed([*pip, "wheel", "--no-deps", "-w", "vendor", str(installed.wheel)], tmp_path)

    dry = ["install", "--dry-run", "--ignore-installed", "--no-index", "--no-deps"]
    taken = succeed([*pip, *dry, "-r", "requirements.txt"], tmp_path).stdout
    assert f"Would install seasontracker-{__version__}" in taken


def test_smallest_content_builds(installed: Installed, tmp_path: Path) -> None:
    """Three small files are a site."""
    smallest(tmp_path)

    ended = installed.run(tmp_path, "build", "--strict")

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert (tmp_path / "build" / "shows" / "severance" / "season-1" / "index.html").is_file()


def test_many_shows_build_in_worker_processes(installed: Installed, tmp_path: Path) -> None:
    """The pool finds the installed package too."""
    smallest(tmp_path)
    for number in range(30):
        shutil.copytree(
            tmp_path / "content" / "shows" / "severance",
            tmp_path / "content" / "shows" / f"show-{number}",
        )

    ended = installed.run(tmp_path, "build", "--jobs", "2")

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert (tmp_path / "build" / "shows" / "show-29" / "season-1" / "index.html").is_file()


def test_own_page_template_goes_before_ours(installed: Installed, tmp_path: Path) -> None:
    """A site's `templates/pages/not_found.html` replaces that one page and no other."""
    smallest(tmp_path)
    assert installed.run(tmp_path, "build").returncode == 0
    before = pages(tmp_path)
    own = tmp_path / "templates" / "pages" / "not_found.html"
    own.parent.mkdir(parents=True)
    own.write_text(
        '{% extends "base.html" %}{% block main %}<h1>Gone fishing</h1>{% endblock %}\n',
        encoding="utf-8",
    )

    ended = installed.run(tmp_path, "build")

    assert ended.returncode == 0, ended.stdout + ended.stderr
    after = pages(tmp_path)
    assert "<h1>Gone fishing</h1>" in after["404.html"]
    assert '<html lang="en"' in after["404.html"]
    assert {path for path in after if after[path] != before[path]} == {"404.html"}


def test_own_partial_goes_before_ours(installed: Installed, tmp_path: Path) -> None:
    """A site's own partial stands in all pages that include it, within the rest of ours."""
    smallest(tmp_path)
    assert installed.run(tmp_path, "build").returncode == 0
    before = pages(tmp_path)
    ours = (REPOSITORY / "templates" / "partials" / "facts.html").read_text(encoding="utf-8")
    own = tmp_path / "templates" / "partials" / "facts.html"
    own.parent.mkdir(parents=True)
    own.write_text(ours.replace("<dl", '<dl data-own="yes"'), encoding="utf-8")

    ended = installed.run(tmp_path, "build")

    assert ended.returncode == 0, ended.stdout + ended.stderr
    after = pages(tmp_path)
    changed = {path for path in after if after[path] != before[path]}
    assert "shows/severance/season-1/index.html" in changed
    assert "404.html" not in changed
    for path in changed:
        assert after[path].replace(' data-own="yes"', "") == before[path]


def test_own_style_goes_before_ours(installed: Installed, tmp_path: Path) -> None:
    """A site's own `assets/css/` file of one of our names replaces that one."""
    smallest(tmp_path)
    own = tmp_path / "templates" / "assets" / "css" / "99-own.css"
    own.parent.mkdir(parents=True)
    own.write_text(".own-colour { color: rebeccapurple }\n", encoding="utf-8")

    assert installed.run(tmp_path, "build").returncode == 0

    (sheet,) = (tmp_path / "build" / "assets").glob("site.*.css")
    text = sheet.read_text(encoding="utf-8")
    assert "rebeccapurple" in text
    assert len(text) > 5_000


def smallest(root: Path) -> None:
    """Write the smallest content that makes a page."""
    show = root / "content" / "shows" / "severance"
    (show / "season-1").mkdir(parents=True)
    (root / "content" / "site.yaml").write_text("title: Seasons\nbase_url: https://example.org\n")
    (show / "show.yaml").write_text("title: Severance\nnetwork: Apple TV\nsummary: Split minds.\n")
    (show / "season-1" / "index.md").write_text(
        "---\nheadline: Severance season 1\npublished: 2022-02-18\n---\n\nThe first season.\n"
    )


def pages(root: Path) -> dict[str, str]:
    """Return every page of the output."""
    folder = root / "build"
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*.html")
    }


def succeed(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command that must not fail."""
    ended = run(command, folder)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command away from the repository, with nothing of its environment of Python."""
    hidden = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "SOURCE_DATE_EPOCH")
    return subprocess.run(
        command,
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in hidden},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

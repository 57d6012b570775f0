"""Every code of a finding has content that causes it, and is shown as `expected.txt` says.

What a folder of `invalid/` holds is laid over the minimal site.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from seasontracker.diagnostics import Code

INVALID = Path(__file__).parent / "invalid"
FOLDERS = sorted(path.name for path in INVALID.iterdir() if path.is_dir())
DOCS = Path(__file__).parents[1] / "docs" / "diagnostics.md"


def link_outside(root: Path) -> None:
    """Make what a repository should not hold: a link that leads out of the content."""
    (root / "secrets.yaml").write_text("token: 1\n")
    (root / "content" / "sources.yaml").symlink_to("../secrets.yaml")


SECTIONS = re.split(r"^### ", DOCS.read_text(encoding="utf-8"), flags=re.M)[1:]
EXAMPLES = re.compile(
    r"^Fails, in `([^`\n]+)`:\n\n```\w+\n(.*?)^```\n\nPasses:\n\n```\w+\n(.*?)^```\n", re.M | re.S
)
RULES = [section for section in SECTIONS if EXAMPLES.search(section)]


def day_of(folder: str) -> list[str]:
    """Return the options that set the day on which a folder is checked."""
    day = INVALID / folder / "today.txt"
    return ["--today", day.read_text().strip() if day.exists() else "2022-05-01"]


NO_CONTENT_CAUSES = frozenset(
    {Code.OUTPUT_CONFLICT, Code.DEAD_ADDRESS, Code.MOVED_ADDRESS, Code.PRIVATE_ADDRESS}
)
"""Guards against mistakes of our own, and what the web says: see checks/external for that."""
SETUPS = {"ST115-link-outside": link_outside}


@pytest.mark.parametrize("folder", FOLDERS)
def test_invalid_content_is_shown_as_expected(
    folder: str, make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """The findings of a run are those of `expected.txt`, and nothing is written."""
    source = INVALID / folder
    root = make_project(
        {
            path.relative_to(source).as_posix(): path.read_bytes()
            for path in source.rglob("*")
            if path.is_file() and path.name not in ("expected.txt", "today.txt")
        }
    )
    SETUPS.get(folder, lambda _: None)(root)
    before = listing(root)

    outcome = run("check", *day_of(folder))

    expected = (source / "expected.txt").read_text(encoding="utf-8")
    assert outcome.stderr == expected
    assert outcome.code == (1 if ": error[" in expected else 0)
    assert listing(root) == before


@pytest.mark.parametrize("folder", FOLDERS)
def test_invalid_folder_is_about_one_code(folder: str) -> None:
    """A folder is named for the only code that its findings have."""
    expected = (INVALID / folder / "expected.txt").read_text(encoding="utf-8")
    found = re.findall(r"^\S.*?: (?:error|warning)\[(ST\d+)\] ([a-z0-9-]+): ", expected, re.M)

    assert {f"{code}-{title}" for code, title in found} == {folder}


def test_invalid_has_every_code() -> None:
    """No code is without content that causes it."""
    codes = [code for code in Code if code not in NO_CONTENT_CAUSES]

    assert [f"{code.value}-{code.title}" for code in codes] == FOLDERS


def test_docs_describe_every_code() -> None:
    """The reference has a section for each code, in order, with an example and its mend."""
    sections = re.split(r"^### ", DOCS.read_text(encoding="utf-8"), flags=re.M)[1:]

    assert [section.split("\n")[0] for section in sections] == [
        f"{code.value} {code.title}" for code in Code
    ]
    for section, code in zip(sections, Code, strict=True):
        level = "warning" if code.is_warning else "error"
        assert re.search(rf"^    \S.*: {level}\[{code.value}\] {code.title}: ", section, re.M)
        assert "\n*Mend:* " in section


def test_docs_show_what_is_shown() -> None:
    """Each example of the reference is the beginning of what its folder expects."""
    sections = re.split(r"^### ", DOCS.read_text(encoding="utf-8"), flags=re.M)[1:]

    for section in sections:
        folder = section.split("\n")[0].replace(" ", "-", 1)
        if folder not in FOLDERS:
            continue
        prose = re.sub(r"^```.*?^```$", "", section, flags=re.M | re.S)
        shown = [line[4:] for line in prose.split("\n") if line.startswith("    ")]
        expected = (INVALID / folder / "expected.txt").read_text(encoding="utf-8").split("\n")
        assert expected[: len(shown)] == shown


@pytest.mark.parametrize("section", RULES, ids=[section[:5] for section in RULES])
def test_docs_examples_fail_and_pass(
    section: str, make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """A rule's failing example is the file of its folder; its passing one has no finding."""
    code, folder = section[:5], section.partition("\n")[0].replace(" ", "-", 1)
    name, failing, passing = EXAMPLES.findall(section)[0]
    source = INVALID / folder
    files = {
        path.relative_to(source).as_posix(): path.read_bytes()
        for path in source.rglob("*")
        if path.is_file() and path.suffix != ".txt"
    }
    [path] = [path for path in files if path.endswith(f"/{name}")]

    assert files[path].decode() == failing

    make_project({**files, path: passing})
    outcome = run("check", *day_of(folder))

    assert f"[{code}]" not in outcome.stderr
    assert outcome.code == 0


def test_minimal_site_has_no_finding(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """The site that the folders are laid over is in order itself."""
    make_project({})

    outcome = run("check")

    assert (outcome.code, outcome.stderr) == (0, "")


def listing(root: Path) -> dict[str, tuple[int, int]]:
    """Return every file and folder below one, with its time and size."""
    return {
        str(path.relative_to(root)): (path.lstat().st_mtime_ns, path.lstat().st_size)
        for path in sorted(root.rglob("*"))
    }

"""The files of a new site: settings, an example show, and what editors and CI need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from msgspec import Struct

from seasontracker.editing.origin import WHEEL, Origin
from seasontracker.editing.yaml_entries import mapping_text
from seasontracker.schemas.editor import (
    SCHEMA_FOLDER,
    SCHEMAS,
    file_name,
    schema_header,
    schema_text,
)

_FOLDER = Path(__file__).parent / "starter"
_DAY = re.compile(r"@day-(\d+)@")
_YEAR = re.compile(r"@year\+(\d+)@")
_PART = re.compile(r"^<!-- if (\S+) -->\n(.*?)^<!-- end -->\n", re.MULTILINE | re.DOTALL)
_EXAMPLE = "content/shows/harbour-nine"
_ALWAYS = (
    ("site.yaml", "content/site.yaml"),
    ("gitignore", ".gitignore"),
    ("editorconfig", ".editorconfig"),
    ("vscode-settings.json", ".vscode/settings.json"),
    ("vscode-extensions.json", ".vscode/extensions.json"),
    ("pre-commit-config.yaml", ".pre-commit-config.yaml"),
    ("README.md", "README.md"),
    ("requirements.txt", "requirements.txt"),
)
HOSTS = ("github", "gitlab")
_WORKFLOWS = {
    "github": ("github-workflow.yaml", ".github/workflows/site.yaml"),
    "gitlab": ("gitlab-ci.yml", ".gitlab-ci.yml"),
}


class Starter(Struct, frozen=True):
    """What somebody who starts a site decides."""

    title: str
    base_url: str
    today: date
    language: str = "en"
    timezone: str = "UTC"
    hosts: tuple[str, ...] = HOSTS
    """Those of `HOSTS` that get a workflow."""
    has_example: bool = True
    origin: Origin = Origin()
    """Where the program is installed from."""


def starter_files(starter: Starter) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of a new site."""
    yield from ((target, _filled(name, starter)) for name, target in _ALWAYS)
    for name in SCHEMAS:
        yield f"{SCHEMA_FOLDER}/{file_name(name)}", schema_text(name)
    for host in starter.hosts:
        name, target = _WORKFLOWS[host]
        yield target, _filled(name, starter)
    if starter.has_example:
        for file in sorted((_FOLDER / "example").rglob("*")):
            if file.is_file():
                inside = file.relative_to(_FOLDER / "example").as_posix()
                yield f"{_EXAMPLE}/{inside}", _filled(f"example/{inside}", starter)


def _filled(name: str, starter: Starter) -> str:
    """Return a file of the starter with what was decided in it; days count back from today."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    if name == "site.yaml" or name.startswith("example/"):
        folder = "content" if name == "site.yaml" else _EXAMPLE
        text = schema_header(PurePosixPath(folder, name.removeprefix("example/"))) + text
    if name == "README.md":
        text = _readme(text, starter)
    values = {
        "@TITLE@": starter.title,
        "@BASE_URL@": starter.base_url,
        "@LANGUAGE@": starter.language,
        "@TIMEZONE@": starter.timezone,
        "@REQUIREMENT@": starter.origin.requirement,
        "@WHEEL@": WHEEL,
        # The small image has no git.
        "@IMAGE@": "python:3.12" if starter.origin.is_repository else "python:3.12-slim",
    }
    if name == "site.yaml":
        values = {token: _scalar(value) for token, value in values.items()}
    text = re.sub("|".join(values), lambda match: values[match[0]], text)
    text = _DAY.sub(lambda found: str(_before(starter.today, int(found[1]))), text)
    return _YEAR.sub(lambda found: str(starter.today.year + int(found[1])), text)


def _before(today: date, days: int) -> date:
    """Return the day so many days ago, and the first of all where there is none before it."""
    return date.fromordinal(max(today.toordinal() - days, 1))


def _readme(text: str, starter: Starter) -> str:
    """Return the paragraphs of a README that are true of a site."""
    kept = {
        "example": starter.has_example,
        "no-example": not starter.has_example,
        "wheel": not starter.origin.address,
        "address": bool(starter.origin.address),
    }
    return _PART.sub(lambda found: found[2] if kept[found[1]] else "", text)


def _scalar(text: str) -> str:
    """Return text as a YAML scalar, in quotes where it needs them."""
    return mapping_text({"_": text}).removeprefix("_: ").rstrip("\n")

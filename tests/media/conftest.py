"""Fixtures for pictures: write one into a season's folder, and load it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pytest

from seasontracker.diagnostics import Diagnostic
from seasontracker.media.credits import Credit
from seasontracker.media.loading import Picture, load_picture

FOLDER = PurePosixPath("content/shows/a/season-1/images")
CREDIT = Credit("Kim Lee", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")


@dataclass(slots=True)
class Shelf:
    """Keeps what is made of pictures in memory."""

    makes: bool = True
    kept: dict[str, bytes] = field(default_factory=dict)
    found: dict[str, bytes] = field(default_factory=dict)
    """What is there of another day."""

    def find(self, key: str) -> bytes | None:
        return self.found.get(key) or self.kept.get(key)

    def keep(self, key: str, data: bytes) -> None:
        assert key not in self.kept, "made twice"
        self.kept[key] = data


@pytest.fixture
def shelf() -> Shelf:
    """Return an empty shelf."""
    return Shelf()


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., tuple[Picture | None, list[Diagnostic]]]:
    """Write a picture under a name, and load it; without a shelf it is only looked at."""

    def load(
        name: str, data: bytes | str, shelf: Shelf | None = None, credit: Credit = CREDIT
    ) -> tuple[Picture | None, list[Diagnostic]]:
        file = tmp_path / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return load_picture(
            tmp_path, FOLDER / name, name.rpartition(".")[0], credit, shelf or Shelf(makes=False)
        )

    return load


@pytest.fixture
def problems(
    load: Callable[..., tuple[Picture | None, list[Diagnostic]]],
) -> Callable[..., list[str]]:
    """Load a picture, and return what was found as `line:column+length code message`."""

    def problems(name: str, data: bytes | str) -> list[str]:
        picture, found = load(name, data)
        assert (picture is None) == bool(found)
        return [
            f"{finding.location.line}:{finding.location.column}+{finding.location.length} "
            f"{finding.code.value} {finding.message}"
            for finding in found
        ]

    return problems

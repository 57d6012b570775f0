"""Fixtures for pictures: write one into a season's folder, and load it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from seasontracker.diagnostics import Diagnostic
from seasontracker.media import Picture, load_picture

FOLDER = PurePosixPath("content/shows/a/season-1/images")


@pytest.fixture
def load(tmp_path: Path) -> Callable[[str, bytes | str], tuple[Picture | None, list[Diagnostic]]]:
    """Write a picture under a name, and load it."""

    def load(name: str, data: bytes | str) -> tuple[Picture | None, list[Diagnostic]]:
        file = tmp_path / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return load_picture(tmp_path, FOLDER / name)

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

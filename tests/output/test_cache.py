"""The build's memory is disposable."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from seasontracker.output.cache import SCHEMA, open_cache


def test_cache_remembers_outputs_by_folder(tmp_path: Path) -> None:
    """Each output folder has its own list."""
    with open_cache(tmp_path, Path("one")) as cache:
        cache.record({"a.html": "1"})
    with open_cache(tmp_path, Path("two")) as cache:
        assert cache.outputs() == {}
    with open_cache(tmp_path, Path("one")) as cache:
        assert cache.outputs() == {"a.html": "1"}


def test_cache_is_tagged_for_backups(tmp_path: Path) -> None:
    """The folder carries a CACHEDIR.TAG (bford.info/cachedir)."""
    with open_cache(tmp_path, Path("one")):
        pass

    tag = (tmp_path / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55")


@pytest.mark.parametrize("damage", [b"not a database, but long enough to be read" * 30, b"x"])
def test_cache_that_is_damaged_is_replaced(tmp_path: Path, damage: bytes) -> None:
    """A damaged cache is an empty one."""
    (tmp_path / "build.sqlite3").write_bytes(damage)

    with open_cache(tmp_path, Path("one")) as cache:
        assert cache.outputs() == {}
        cache.record({"a.html": "1"})
        assert cache.outputs() == {"a.html": "1"}


def test_cache_of_another_version_is_replaced(tmp_path: Path) -> None:
    """A cache with another schema is thrown away."""
    with open_cache(tmp_path, Path("one")) as cache:
        cache.record({"a.html": "1"})
    connection = sqlite3.connect(tmp_path / "build.sqlite3")
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.commit()
    connection.close()

    with open_cache(tmp_path, Path("one")) as cache:
        assert cache.outputs() == {}

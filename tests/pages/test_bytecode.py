"""Where compiled templates are kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from seasontracker.pages.bytecode import open_bytecode, user_cache


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "seasontracker" / "templates"


def render(salt: str, source: str = "{{ 1 + 1 }}") -> str:
    """Render a template in a new environment."""
    environment = Environment(
        loader=DictLoader({"a": source}), bytecode_cache=open_bytecode(salt), autoescape=True
    )
    return environment.get_template("a").render()


def test_templates_are_kept_by_salt_and_source(cache: Path) -> None:
    """The same words and source find what was compiled before; others do not."""
    assert [render("one"), render("one"), render("two"), render("one", "b")] == ["2", "2", "2", "b"]
    assert len(list(cache.iterdir())) == 2
    assert len(list(cache.glob("*/*"))) == 2


def test_versions_that_were_not_used_lately_are_forgotten(cache: Path) -> None:
    """A cache does not grow with every version of the program."""
    for number in range(12):
        render(str(number))

    assert len(list(cache.iterdir())) == 8


def test_a_place_that_vanishes_is_done_without(cache: Path) -> None:
    """Another build may clear away what this one is about to write to."""
    environment = Environment(
        loader=DictLoader({"a": "b"}), bytecode_cache=open_bytecode("one"), autoescape=True
    )
    shutil.rmtree(cache)

    assert environment.get_template("a").render() == "b"


@pytest.mark.parametrize("home", ["relative", ""])
def test_cache_home_must_be_absolute(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    """A relative XDG_CACHE_HOME is ignored, as the specification asks; an empty one is none."""
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    found = user_cache()

    assert found is None or found.is_absolute()

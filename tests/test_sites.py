"""Whole projects, built on a fixed day and compared with what they are expected to become.

`SEASONTRACKER_UPDATE_EXPECTED=1 pytest tests/test_sites.py -k expected` rewrites `expected/`. Read
the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest
from pydantic import BaseModel

from seasontracker.models import vocabulary
from seasontracker.models.base import ContentModel
from seasontracker.site.load import load_settings, load_show, load_sources
from seasontracker.sources import discover_content

SITES = Path(__file__).parent / "sites"
SHIPPED = Path(__file__).parents[1] / "content"
NAMES = ("minimal", "full")
TODAY = "2026-11-22"
DAYS = ("2020-01-01", "2024-03-04", "2025-01-10", "2026-06-30", "2026-11-21", "2031-01-01")
COMPARED = (".html", ".xml", ".txt", ".json", ".ics", ".webmanifest")
UPDATES = os.environ.get("SEASONTRACKER_UPDATE_EXPECTED") == "1"

# Styles and scripts have tests of their own; here a change of theirs would only be noise.
_DIGEST = re.compile(r"(assets/[\w/.-]+?)\.[0-9a-f]{10}\.(\w+)")
_INTEGRITY = re.compile(r'integrity="sha384-[^"]+"')

Build = Callable[..., Mapping[str, str]]


@pytest.fixture
def build(tmp_path: Path, run: Callable[..., Any]) -> Build:
    """Build a folder of content, and return the pages and feeds that came of it."""

    def call(content: Path, *arguments: str) -> Mapping[str, str]:
        shutil.copytree(content, tmp_path / "content", dirs_exist_ok=True)
        # On another day than that of the content, rules find it early or out of date.
        strict = () if "--preview" in arguments else ("--strict",)
        outcome = run("build", "--jobs", "1", *strict, *arguments)
        assert outcome.code == 0, outcome.stderr
        return {
            file.relative_to(tmp_path / "build").as_posix(): file.read_text(encoding="utf-8")
            for file in sorted((tmp_path / "build").rglob("*"))
            if file.suffix in COMPARED and "assets" not in file.parts
        }

    return call


@pytest.mark.parametrize("name", NAMES)
def test_site_is_built_as_expected(build: Build, name: str) -> None:
    """Every page and feed is, but for the digests of styles and scripts, as it was reviewed."""
    built = {
        path: _INTEGRITY.sub('integrity="DIGEST"', _DIGEST.sub(r"\1.DIGEST.\2", text))
        for path, text in build(SITES / name / "content", "--today", TODAY).items()
    }
    folder = SITES / name / "expected"
    if UPDATES:
        assert "CI" not in os.environ, "expected files change only on purpose"
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in built.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="")

    expected = {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
    assert sorted(built) == sorted(expected)
    for path, text in expected.items():
        assert built[path].splitlines() == text.splitlines(), path


@pytest.mark.parametrize("day", [TODAY, *DAYS])
@pytest.mark.parametrize("content", [SITES / "full" / "content", SHIPPED], ids=["full", "shipped"])
def test_site_keeps_its_laws_on_every_day(build: Build, content: Path, day: str) -> None:
    """Before anything was said, today, and long after: it is built, and every page is sound."""
    # As a preview on other days, since articles that are published later would not be there.
    built = build(content, "--today", day, *(() if day == TODAY else ("--preview",)))
    pages = {path: parse(text) for path, text in built.items() if path.endswith(".html")}

    assert len(pages) > 10
    for path, root in pages.items():
        ids = Counter(one.attrib["id"] for one in elements(root) if "id" in one.attrib)
        assert [one for one, count in ids.items() if count > 1] == [], path
        numbers = [int(match[1]) for one in ids if (match := re.fullmatch(r"cite-(\d+)-\d+", one))]
        # As they are met on the page, sources have the numbers 1, 2, 3 ...
        assert list(dict.fromkeys(numbers)) == list(range(1, len(set(numbers)) + 1)), path
        assert {f"source-{number}" for number in numbers} == {
            one for one in ids if re.fullmatch(r"source-\d+", one)
        }, path
        for link in (one.attrib["href"] for one in elements(root) if "href" in one.attrib):
            assert not link.startswith("#cite-") or link[1:] in ids, (path, link)


@pytest.mark.parametrize("content", [SITES / "full" / "content", SHIPPED], ids=["full", "shipped"])
def test_site_has_no_dead_link(build: Build, content: Path) -> None:
    """Every link to the site itself has its page, and its place there unless that is to come."""
    built = build(content, "--today", TODAY)
    pages = {path: parse(text) for path, text in built.items() if path.endswith(".html")}
    canonical = next(
        one.attrib["href"]
        for one in elements(pages["index.html"])
        if one.attrib.get("rel") == "canonical"
    )
    dead = []
    for path, root in pages.items():
        for one in elements(root):
            url = urlsplit(urljoin(canonical + path, one.attrib.get("href", "")))
            if one.tag != "a" or not url.geturl().startswith(canonical):
                continue
            target = unquote(url.path[len(urlsplit(canonical).path) :])
            target += "index.html" if target.endswith("/") or not target else ""
            if target not in built:
                dead.append((path, url.geturl()))
            elif url.fragment and target in pages:
                ids = {one.attrib.get("id") for one in elements(pages[target])}
                # In the full site one theory is to be proposed next year.
                if unquote(url.fragment) not in ids | {"theory-next-year"}:
                    dead.append((path, url.geturl()))
    assert dead == []


def test_site_from_right_to_left(build: Build, tmp_path: Path) -> None:
    """A site in Arabic runs from right to left, with its dates in Arabic."""
    content = tmp_path / "source"
    shutil.copytree(SITES / "full" / "content", content)
    settings = (content / "site.yaml").read_text(encoding="utf-8")
    (content / "site.yaml").write_text(settings.replace("language: en", "language: ar"))
    built = build(content, "--today", TODAY)

    for path, text in built.items():
        if path.endswith(".html"):
            root = parse(text)
            assert (root.attrib["lang"], root.attrib["dir"]) == ("ar", "rtl")
    assert "نوفمبر" in built["calendar/index.html"]


def test_full_site_uses_every_key() -> None:
    """There is no key that an editor may write and that the full site leaves out."""
    used: dict[type[BaseModel], set[str]] = {}
    for model in models_of_full_site():
        used.setdefault(type(model), set()).update(model.model_fields_set)

    missing = {
        f"{model.__name__}.{key}"
        for model in ContentModel.__subclasses__()
        for key in model.model_fields
        if key not in used.get(model, set())
    }
    assert missing == set()


def test_full_site_uses_the_vocabularies() -> None:
    """There is no word that the full site leaves out, but where it can only have one."""
    used = {
        word
        for model in models_of_full_site()
        for value in (getattr(model, key) for key in type(model).model_fields)
        for word in (value if isinstance(value, tuple) else (value,))
        if isinstance(word, Enum)
    }
    words = {
        word
        for kind in vocabulary.Word.__subclasses__()
        for word in kind
        if kind not in (vocabulary.ShowType, vocabulary.SpoilerDefault, vocabulary.Component)
    }

    assert words - used == set()


def parse(text: str) -> Any:
    return html5lib.parse(text, namespaceHTMLElements=False)


def elements(root: Any) -> Iterator[Any]:
    return (one for one in root.iter() if isinstance(one.tag, str))


def models_of_full_site() -> Iterator[BaseModel]:
    """Yield every model that the full site's files become."""
    root = SITES / "full"
    files, found = discover_content(root, PurePosixPath("content"))
    assert found == []
    roots: list[Any] = [load_settings(root, files.site)[0], load_sources(root, files.sources)[0]]
    for listed in files.shows:
        show, found = load_show(root, listed)
        assert show is not None
        assert found == []
        roots += [show.show, show.sources, show.cast]
        for season in show.seasons:
            roots += [season.season, season.claims, season.cast, season.episodes, season.media]
            roots += [one.theory for one in season.theories]
    for located in roots:
        if located is not None:
            yield from within(located.value)


def within(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for key in value.model_fields_set:
            yield from within(getattr(value, key))
    elif isinstance(value, dict):
        for one in value.values():
            yield from within(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from within(one)

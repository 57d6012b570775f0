"""Reads a show's folder into models, with all that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

import pytest

from seasontracker.diagnostics import Diagnostic
from seasontracker.site.load import LoadedShow, load_settings, load_show, load_sources
from seasontracker.site.shared_sources import SharedSources
from seasontracker.site.unit import ShowUnit
from seasontracker.sources import discover_content

SHOW = "content/shows/severance/"
Loaded = tuple[LoadedShow | None, list[Diagnostic]]


@pytest.fixture
def load(make_project: Callable[..., Path]) -> Callable[..., Loaded]:
    """Load the minimal show with files of its folder replaced."""

    def make(files: Mapping[str, str]) -> Loaded:
        root = make_project({f"{SHOW}{path}": text for path, text in files.items()})
        listed, _ = discover_content(root, PurePosixPath("content"))
        return load_show(root, listed.shows[0])

    return make


def test_load_minimal_show(load: Callable[..., Loaded]) -> None:
    """What is not there is None or empty."""
    show, found = load({})

    assert found == []
    assert show is not None
    [season] = show.seasons
    assert (show.slug, season.number, show.sources, show.cast) == ("severance", 1, None, None)
    assert (season.claims, season.cast, season.episodes, season.media) == (None, None, None, None)
    assert season.theories == ()


def test_load_every_file(load: Callable[..., Loaded]) -> None:
    """Each file has its model; theories are called by their files."""
    show, found = load(
        {
            "sources.yaml": "a: {publisher: A}\n",
            "cast.yaml": "people: {p: P}\ncharacters: {x: {played_by: p}}\n",
            "season-1/status.yaml": "- {date: 2022, renewal: ordered, confidence: rumour}\n",
            "season-1/cast.yaml": "x: {}\n",
            "season-1/episodes.yaml": "- {number: 0}\n",
            "season-1/media.yaml": "offers: [{provider: P, type: free}]\n",
            "season-1/theories/b.md": "---\nquestion: Q\nproposed: 2022\n---\n",
            "season-1/theories/a.md": "---\nquestion: Q\nproposed: 2022\n---\n",
        }
    )

    assert found == []
    assert show is not None
    [season] = show.seasons
    assert show.sources is not None
    assert show.cast is not None
    assert season.claims is not None
    assert season.cast is not None
    assert season.episodes is not None
    assert season.media is not None
    assert [one.slug for one in season.theories] == ["a", "b"]


def test_load_reports_every_file(load: Callable[..., Loaded]) -> None:
    """One broken file does not hide what is wrong in another."""
    _, found = load(
        {
            "sources.yaml": "a: {}\n",
            "season-1/status.yaml": "",
            "season-1/episodes.yaml": "- {number: x}\n",
            "season-1/theories/a.md": "---\nquestion: Q\n---\n",
        }
    )

    assert sorted((one.code.value, one.location.path.name) for one in found) == [
        ("ST109", "status.yaml"),
        ("ST201", "a.md"),
        ("ST201", "sources.yaml"),
        ("ST208", "episodes.yaml"),
    ]


@pytest.mark.parametrize("name", ["show.yaml", "season-1/index.md"])
def test_load_without_what_is_required(load: Callable[..., Loaded], name: str) -> None:
    """A show that cannot be used is none; a season that cannot be used is left out."""
    broken = "title: []\n" if name == "show.yaml" else "---\nheadline: []\n---\n"
    show, found = load({name: broken})

    assert found
    assert (show is None) == (name == "show.yaml")
    assert show is None or show.seasons == ()


def test_load_settings_and_sources(tmp_path: Path) -> None:
    """The site's own files; sources of the site are optional."""
    (tmp_path / "site.yaml").write_text("title: T\nbase_url: https://example.org\n")
    (tmp_path / "sources.yaml").write_text("a: {publisher: A}\n")

    settings, found = load_settings(tmp_path, PurePosixPath("site.yaml"))
    assert (settings is not None, found) == (True, [])
    sources, found = load_sources(tmp_path, PurePosixPath("sources.yaml"))
    assert (sources is not None and list(sources.value), found) == (["a"], [])
    assert load_sources(tmp_path, None) == (None, [])


def test_unit_has_the_shows_sources_before_the_sites(make_project: Callable[..., Path]) -> None:
    """Where both know an id, the show's own source is meant."""
    root = make_project(
        {
            "content/sources.yaml": "a: {publisher: Site}\nb: {publisher: Site}\n",
            f"{SHOW}sources.yaml": "a: {publisher: Show}\n",
        }
    )
    listed, _ = discover_content(root, PurePosixPath("content"))
    settings, _ = load_settings(root, listed.site)
    shared, _ = load_sources(root, listed.sources)
    show, _ = load_show(root, listed.shows[0])
    assert settings is not None
    assert shared is not None
    assert show is not None
    unit = ShowUnit(show, settings, SharedSources(shared.value))

    assert {key: one.publisher for key, one in unit.sources.items()} == {"a": "Show", "b": "Site"}
    assert (unit.characters, unit.people) == ({}, {})
    season = unit.season(1)
    assert season is not None
    assert season.number == 1
    assert unit.season(2) is None

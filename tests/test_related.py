"""Which shows are related to one, why, and what of it gives nothing away."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from seasontracker.pages.views.related import MOST_RELATED

SAID = (
    "lead:\n  claims:\n    - {date: 2026-03-01, status: returning, confidence: official,"
    " source: wire%s}\n"
)


def show(
    slug: str, network: str, genres: str = "", people: str = "", spoils: str = ""
) -> dict[str, str]:
    """Return the files of a show; `people` are names of players of its only part."""
    folder = f"content/shows/{slug}"
    person = people.lower().replace(" ", "-")
    files = {
        f"{folder}/show.yaml": (
            f"title: {slug.title()}\nnetwork: {network}\nsummary: Ships.\ngenres: [{genres}]\n"
        ),
        f"{folder}/sources.yaml": "wire: {publisher: Wire}\n",
        f"{folder}/season-1/index.md": (
            f"---\nheadline: {slug.title()} 1\npublished: 2024-02-18\n---\n\nText.\n"
        ),
    }
    if people:
        files[f"{folder}/cast.yaml"] = (
            f"people: {{{person}: {people}}}\ncharacters:\n"
            f"  lead: {{name: Lead, played_by: {person}}}\n"
        )
        files[f"{folder}/season-1/cast.yaml"] = SAID % spoils
    return files


@pytest.fixture
def build(make_project: Any, run: Any) -> Callable[..., Path]:
    """Return a function that builds shows beside each other, and returns the output."""

    def call(*shows: Mapping[str, str]) -> Path:
        own = {"content/shows/severance/show.yaml": None}
        own["content/shows/severance/season-1/index.md"] = None
        root: Path = make_project(own | {path: text for one in shows for path, text in one.items()})
        outcome = run("build", "--today", "2026-11-22")
        assert outcome.code == 0, outcome.stderr
        return root / "build"

    return call


def related(output: Path, slug: str) -> list[str]:
    """Return each related show with the reasons, as a reader sees them."""
    html = (output / f"shows/{slug}/related/index.html").read_text("utf-8")
    rows = re.findall(r"<li><h3>(.*?)</li>", html, re.S)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", row)).split()) for row in rows]


def test_related_people_come_first_then_network_and_genre(build: Callable[..., Path]) -> None:
    """One person in common outweighs all genres; either network or genre comes last."""
    output = build(
        show("ash", "Northlight", "Horror, Drama", "Kim Doe"),
        show("birch", "Eastlight", "Comedy", "Kim Doe"),
        show("cedar", "Northlight", "Drama"),
        show("elm", "Northlight", "Drama, Horror"),
        show("fir", "Northlight", "Quiz"),
        show("gorse", "Southlight", "horror"),
        show("hazel", "Southlight", "Quiz"),
    )

    assert related(output, "ash") == [
        "Birch with Kim Doe",
        "Elm also on Northlight, Horror, Drama",
        "Cedar also on Northlight, Drama",
        "Gorse also Horror",
        "Fir also on Northlight",
    ]
    html = (output / "shows/ash/related/index.html").read_text("utf-8")
    assert '<a href="/people/kim-doe/">Kim Doe</a>' in html
    assert (output / "people/kim-doe/index.html").is_file()
    assert '<meta name="robots" content="noindex' in html
    assert "related" not in (output / "sitemap.xml").read_text("utf-8")
    hub = (output / "shows/ash/index.html").read_text("utf-8")
    assert '<a href="/shows/ash/related/">Shows related to Ash</a>' in hub


def test_related_leaves_out_parts_that_give_something_away(build: Callable[..., Path]) -> None:
    """Two shows share nobody whose part in one of them is a surprise."""
    output = build(
        show("ash", "Northlight", people="Kim Doe"),
        show("birch", "Eastlight", people="Kim Doe", spoils=", spoils: S01E04"),
    )

    assert related(output, "ash") == related(output, "birch") == []
    assert "Kim" not in (output / "shows/ash/related/index.html").read_text("utf-8")


def test_related_are_at_most_six_and_not_the_same_for_all(build: Callable[..., Path]) -> None:
    """Of many that are alike, those that follow by title are shown, the first after the last."""
    names = [f"show-{letter}" for letter in "abcdefghij"]
    output = build(*(show(name, "Northlight", "Drama") for name in names))

    def of(letters: str) -> list[str]:
        return [f"Show-{letter.upper()} also on Northlight, Drama" for letter in letters]

    assert len(related(output, "show-a")) == MOST_RELATED
    assert related(output, "show-a") == of("bcdefg")
    assert sorted(related(output, "show-h")) == of("abcdij")


def test_related_is_not_linked_where_there_is_one_show(build: Callable[..., Path]) -> None:
    """A site of one show has no such page, and gets it with the second."""
    output = build(show("ash", "Northlight"))
    assert not (output / "shows/ash/related").exists()
    assert "related/" not in (output / "shows/ash/index.html").read_text("utf-8")

    output = build(show("ash", "Northlight"), show("birch", "Eastlight"))
    assert related(output, "ash") == []
    assert "/shows/ash/related/" in (output / "shows/ash/index.html").read_text("utf-8")

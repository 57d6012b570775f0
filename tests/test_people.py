"""People who play in several seasons have a page, as far as that gives nothing away."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest

Make = Callable[[Mapping[str, str]], Path]
REGISTER = (
    "people:\n  kim: {{name: Kim Doe, original_name: 김도, ids: {{imdb: nm0000001}}}}\n{more}"
    "characters:\n  lead: {{name: Lead, played_by: kim{spoils}}}\n"
)
CLAIM = (
    "lead:\n  claims:\n    - {{date: 2026-03-01, status: {status}, confidence: {confidence},"
    " source: wire{more}}}\n"
)


def show(slug: str, seasons: Mapping[int, str], spoils: str = "", more: str = "") -> dict[str, str]:
    """Return the files of a show, with the cast of each season."""
    folder = f"content/shows/{slug}"
    files = {
        f"{folder}/show.yaml": f"title: {slug.title()}\nnetwork: Northlight\nsummary: Ships.\n",
        f"{folder}/sources.yaml": "wire: {publisher: Wire}\n",
        f"{folder}/cast.yaml": REGISTER.format(spoils=spoils, more=more),
    }
    for number, cast in seasons.items():
        files[f"{folder}/season-{number}/index.md"] = (
            f"---\nheadline: {slug.title()} {number}\npublished: 2024-02-18\n---\n\nText.\n"
        )
        files[f"{folder}/season-{number}/cast.yaml"] = cast
    return files


def said(status: str = "returning", confidence: str = "official", more: str = "") -> str:
    return CLAIM.format(status=status, confidence=confidence, more=more)


@pytest.fixture
def pages(make_project: Any, run: Any) -> Callable[..., Path]:
    """Return a function that builds shows beside each other, and returns the output."""

    def build(*shows: Mapping[str, str]) -> Path:
        root: Path = make_project({path: text for one in shows for path, text in one.items()})
        outcome = run("build", "--today", "2026-11-22")
        assert outcome.code == 0, outcome.stderr
        return root / "build"

    return build


def test_page_tells_parts_in_all_shows(pages: Callable[..., Path]) -> None:
    """One part in each of two shows makes a page, with names, statuses and marks."""
    built = pages(show("ash", {1: said()}), show("birch", {1: said("guest", "rumour")}))

    html = (built / "people/kim/index.html").read_text("utf-8")
    for text in ("Kim Doe", "김도", "Ash", "Birch", "/shows/ash/season-1/", "/shows/birch/"):
        assert text in html
    assert re.findall(r'<li data-certainty="(\w+)"><h3>Lead', html) == ["official", "rumour"]
    assert "people/kim/" in (built / "sitemap.xml").read_text("utf-8")
    assert 'href="/people/kim/"' in (built / "people/index.html").read_text("utf-8")
    assert 'href="/people/"' in (built / "shows/index.html").read_text("utf-8")


def test_page_is_linked_where_the_show_alone_makes_it(pages: Callable[..., Path]) -> None:
    """Cast lists link a player of two seasons of the show."""
    built = pages(show("ash", {1: said(), 2: said()}))

    for page in ("shows/ash/season-1", "shows/ash/season-2", "shows/ash"):
        html = (built / page / "index.html").read_text("utf-8")
        assert '<a href="/people/kim/">Kim Doe</a>' in html


@pytest.mark.parametrize(
    "seasons",
    [
        {1: said()},
        {1: said(), 2: said("not-returning")},
        {1: said(), 2: said("departing")},
        {1: said(), 2: said("unknown")},
        {1: said(), 2: said(more=", spoils: S01E02")},
        {1: said(), 2: "lead:\n  spoils: S01\n"},
        {1: said(), 2: "lead: {}\n"},
    ],
)
def test_no_page_for_one_season(pages: Callable[..., Path], seasons: Mapping[int, str]) -> None:
    """Who is out of the other season, or gives it away, or of whom nothing is said, has no page."""
    built = pages(show("ash", seasons))

    assert not (built / "people").exists()
    assert "/people/" not in (built / "shows/ash/season-1/index.html").read_text("utf-8").replace(
        "/people/kim/#person", ""
    )
    assert 'href="/people/"' not in (built / "shows/index.html").read_text("utf-8")


def test_page_leaves_out_parts_that_give_something_away(pages: Callable[..., Path]) -> None:
    """A part with a position is not on the page that two others make."""
    ghost = show("cedar", {1: said()}, spoils=", spoils: S01E03")
    built = pages(show("ash", {1: said()}), show("birch", {1: said()}), ghost)

    html = (built / "people/kim/index.html").read_text("utf-8")
    assert "Birch" in html
    assert "Cedar" not in html


def test_linked_data_names_the_person(pages: Callable[..., Path]) -> None:
    """The page is about a person whose id is the one that seasons refer to."""
    built = pages(show("ash", {1: said(), 2: said()}))

    person = people_in(built / "people/kim/index.html")
    assert person == {
        "@type": "Person",
        "@id": "https://example.org/people/kim/#person",
        "name": "Kim Doe",
        "alternateName": "김도",
        "url": "https://example.org/people/kim/",
        "sameAs": "https://www.imdb.com/name/nm0000001/",
    }
    assert people_in(built / "shows/ash/season-2/index.html") == person


def people_in(page: Path) -> dict[str, Any]:
    found = re.search(r"<script type=\"application/ld\+json\">(.*?)</script>", page.read_text())
    assert found is not None
    graph = json.loads(unescape(found[1]))["@graph"]
    [person] = [one for one in graph if one["@type"] == "Person"]
    assert isinstance(person, dict)
    return person


@pytest.mark.parametrize(
    ("theirs", "is_one"),
    [
        ("{name: Kim Dae, ids: {imdb: nm0000001}}", True),
        ("{name: Kim Doe, ids: {imdb: nm0000002}}", False),
        ("{name: KIM  DOE}", True),
        ("{name: Kim Dae, also_known_as: 김도}", True),
        ("{name: Kim Dae}", False),
    ],
)
def test_an_id_is_one_person(make_project: Any, run: Any, theirs: str, is_one: bool) -> None:
    """Other registers' ids say who somebody is, else a spelling that both shows know."""
    birch = show("birch", {1: said()})
    birch["content/shows/birch/cast.yaml"] = (
        f"people:\n  kim: {theirs}\ncharacters:\n  lead: {{name: Lead, played_by: kim}}\n"
    )
    make_project(show("ash", {1: said()}) | birch)

    outcome = run("check", "--today", "2026-11-22")

    assert ("ST313" in outcome.stderr) is not is_one
    assert outcome.code == (0 if is_one else 1), outcome.stderr

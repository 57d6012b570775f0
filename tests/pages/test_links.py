"""Where links between files lead."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from seasontracker.pages.links import resolve_link
from seasontracker.site.permalinks import Permalinks

CONTENT = PurePosixPath("content")
ARTICLE = CONTENT / "shows/a/season-2/index.md"
THEORY = CONTENT / "shows/a/season-2/theories/why.md"
OWN = "/t/shows/a/season-2/"


def resolve(target: str, file: PurePosixPath = ARTICLE) -> tuple[str, str]:
    links = Permalinks("https://example.org/t", "/t")
    return resolve_link(
        target,
        file=file,
        content=CONTENT,
        own=OWN,
        links=links,
        theory_anchor=lambda show, number, theory: f"{show}-{number}-{theory}",
    )


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("#cast", (OWN, "cast")),
        ("", (OWN, "")),
        ("#", (OWN, "")),
        ("index.md", (OWN, "")),
        ("./index.md#cast", (OWN, "cast")),
        ("../season-1/index.md", ("/t/shows/a/season-1/", "")),
        ("../season-0/index.md#dates", ("/t/shows/a/season-0/", "dates")),
        ("../../b/season-10/index.md", ("/t/shows/b/season-10/", "")),
        ("theories/why.md", (OWN, "a-2-why")),
        ("theories/why.md#theory-why-proof", (OWN, "theory-why-proof")),
        ("../../b/season-1/theories/x-y.md", ("/t/shows/b/season-1/", "b-1-x-y")),
        ("show:b", ("/t/shows/b/", "")),
        ("show:b#sources", ("/t/shows/b/", "sources")),
        ("show:b/season-3", ("/t/shows/b/season-3/", "")),
        ("show:b/season-3#cast", ("/t/shows/b/season-3/", "cast")),
        ("show:class/season-1", ("/t/shows/class/season-1/", "")),
        ("show:1923/season-1", ("/t/shows/1923/season-1/", "")),
        ("#%EB%B0%95%EC%A7%80%ED%9B%84", (OWN, "박지후")),
        ("#박지후", (OWN, "박지후")),
    ],
)
def test_link_leads_to_a_page(target: str, expected: tuple[str, str]) -> None:
    """Relative to the file, by `show:`, or to a place of the page itself."""
    assert resolve(target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("../index.md#cast", (OWN, "cast")),
        ("#cast", (OWN, "cast")),
        ("other.md", (OWN, "a-2-other")),
        ("../../season-1/index.md", ("/t/shows/a/season-1/", "")),
    ],
)
def test_link_of_a_theory_leads_from_its_folder(target: str, expected: tuple[str, str]) -> None:
    """A theory's page is that of its season."""
    assert resolve(target, THEORY) == expected


@pytest.mark.parametrize(
    "target",
    [
        "../../../../secrets.md",
        "../../../../content/shows/a/season-2/index.md/..",
        "../season-1",
        "../season-1/status.yaml",
        "../show.yaml",
        "/shows/a/season-1/",
        "show:",
        "show:A",
        "show:a/",
        "show:a/season-1/",
        "show:a/season-x",
        "show:a/season-\uff12",
        "show:a/season-12345678901",
        "show:a/../b",
        "mailto:a@b.c",
        "index.md?x=1",
        "images/roof.svg",
        "show:a\n",
    ],
)
def test_link_to_nothing(target: str) -> None:
    """What can be no page has no permalink, and nothing leaves the content."""
    assert resolve(target)[0] == ""

"""A site has icons and a web manifest, of its own drawing or of ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from seasontracker.media.drawing import DrawingError
from seasontracker.pipeline import icons

SITE = "title: The long title of a site\nshort_title: Long\nbase_url: https://example.org/sub/\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
FILES = {"content/site.yaml": SITE, "content/icon.svg": SVG}

Run = Callable[..., Any]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by each drawing that is drawn."""
    found: list[str] = []
    draw = icons.draw_icons

    def noted(svg: str) -> dict[str, bytes]:
        found.append(svg)
        return draw(svg)

    monkeypatch.setattr(icons, "draw_icons", noted)
    return found


def links(page: str) -> dict[str, str]:
    """Return the icons and the manifest that a page names, by relation and type."""
    tags = re.findall(r'<link rel="(icon|apple-touch-icon|manifest)" href="(.*?)"', page)
    return {url: relation for relation, url in tags}


def test_every_page_names_icons_that_are_there(make_project, run: Run) -> None:
    """Below a path too, icons and manifest are where all pages say."""
    root = make_project(FILES)
    assert run("build", "--today", "2026-11-22").code == 0

    for page in (root / "build").rglob("*.html"):
        assert links(page.read_text()) == {
            "/sub/favicon.ico": "icon",
            "/sub/favicon.svg": "icon",
            "/sub/apple-touch-icon.png": "apple-touch-icon",
            "/sub/site.webmanifest": "manifest",
        }
    assert (root / "build/favicon.svg").read_text() == SVG
    for name in ("favicon.ico", "apple-touch-icon.png"):
        assert (root / "build" / name).stat().st_size > 0


def test_manifest_names_pictures_of_the_sizes_that_it_says(make_project, run: Run) -> None:
    """Everything in the manifest stands below the site's path and is true."""
    root = make_project(FILES)
    assert run("build", "--today", "2026-11-22").code == 0
    manifest = json.loads((root / "build/site.webmanifest").read_bytes())

    assert manifest["name"] == "The long title of a site"
    assert manifest["short_name"] == "Long"
    assert manifest["start_url"] == manifest["scope"] == manifest["id"] == "/sub/"
    assert manifest["display"] == "browser"
    assert {icon.get("purpose", "any") for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        file = root / "build" / icon["src"].removeprefix("/sub/")
        if icon["type"] == "image/svg+xml":
            assert file.read_text() == SVG
            continue
        with Image.open(file) as picture:
            assert (f"{picture.width}x{picture.height}", picture.format) == (icon["sizes"], "PNG")


def test_site_without_a_drawing_has_ours(make_project, run: Run) -> None:
    root = make_project({"content/site.yaml": SITE})
    assert run("build", "--today", "2026-11-22").code == 0

    ours = Path(__file__).parents[2] / "templates/icon.svg"
    assert (root / "build/favicon.svg").read_bytes() == ours.read_bytes()


def test_icons_are_drawn_once(make_project, run: Run, drawn: list[str]) -> None:
    """A check draws nothing; after a build, a build from nothing uses what was kept."""
    root = make_project(FILES)
    assert run("check", "--today", "2026-11-22").code == 0
    assert drawn == []
    assert run("build", "--today", "2026-11-22").code == 0
    before = (root / "build/icon-512.png").read_bytes()
    assert run("build", "--today", "2026-11-22", "--clean").code == 0

    assert drawn == [SVG]
    assert (root / "build/icon-512.png").read_bytes() == before


def test_kept_icons_that_are_damaged_are_drawn_again(
    make_project, run: Run, drawn: list[str]
) -> None:
    root = make_project(FILES)
    assert run("build", "--today", "2026-11-22").code == 0
    [kept] = (root / ".seasontracker/pictures").glob("*/*.icon")
    kept.write_bytes(kept.read_bytes()[:-1])
    assert run("build", "--today", "2026-11-22", "--clean").code == 0

    assert drawn == [SVG, SVG]


@pytest.mark.parametrize("command", ["check", "build"])
def test_bad_icon_stops_the_build(make_project, run: Run, command: str) -> None:
    """What is not fit to be published is an error at its place, and nothing is written."""
    root = make_project(FILES | {"content/icon.svg": SVG.replace("<path", "<script/><path")})
    outcome = run(command, "--today", "2026-11-22")

    assert outcome.code == 1
    assert "content/icon.svg:1:59: error[ST807] unsafe-picture" in outcome.stderr
    assert not (root / "build").exists()


def test_icon_that_cannot_be_drawn_is_an_error(
    make_project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the library does not take is told as the editor's drawing, not as our bug."""

    def refuse(svg: str) -> dict[str, bytes]:
        raise DrawingError(svg)

    make_project(FILES)
    monkeypatch.setattr(icons, "draw_icons", refuse)
    outcome = run("build", "--today", "2026-11-22")

    assert outcome.code == 1
    assert "content/icon.svg:1:1: error[ST808] bad-picture: `icon.svg` cannot be" in outcome.stderr


def test_link_out_of_the_content_is_no_icon(make_project, run: Run, tmp_path: Path) -> None:
    """Nothing outside the content folder is published."""
    root = make_project({"content/site.yaml": SITE})
    secret = tmp_path / "secret.svg"
    secret.write_text(SVG)
    (root / "content/icon.svg").symlink_to(secret)
    outcome = run("build", "--today", "2026-11-22")

    assert outcome.code == 1
    assert "content/icon.svg:1:1: error[ST115] link-outside" in outcome.stderr

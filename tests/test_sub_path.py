"""The shipped site below a path of somebody else's host: nothing leads out of its folder."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest

from seasontracker.pipeline.build import build_site
from seasontracker.pipeline.options import BuildOptions
from seasontracker.project import find_project

REPOSITORY = Path(__file__).parents[1]
HOST = "https://example.org"
PREFIX = "/tracker/"
LINK_ATTRIBUTES = ("href", "src", "poster", "action", "data", "{http://www.w3.org/1999/xlink}href")
WITH_ADDRESSES = (".html", ".ics", ".json", ".jsonld", ".txt", ".xml", ".xsl", ".yaml")
LIST_ATTRIBUTES = ("srcset", "imagesrcset")
ADDRESS = re.compile(r"""https?://example\.org[^\s"'<>\\)]*""")
"""An address of the host in any text that is written."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the shipped site for `https://example.org/tracker/`, outside the repository."""
    root = tmp_path_factory.mktemp("below")
    shutil.copytree(REPOSITORY / "content", root / "content")
    options = BuildOptions(today="2026-11-22", jobs=1, base_url=HOST + PREFIX)
    report = build_site(find_project(root), options, lambda stage, done, total: None)
    assert report.published is not None, [str(one) for one in report.log]
    return root / "build"


def test_pages_and_styles_stay_below_the_path(folder: Path) -> None:
    """Whatever a page or a style sheet names on the host is there, below the path."""
    count = 0
    wrong = set()
    for file in sorted(folder.rglob("*")):
        if file.suffix not in (".html", ".css", ".webmanifest"):
            continue
        where = file.relative_to(folder).as_posix()
        for link in named_in(file):
            count += 1
            if not leads_on(folder, where, link):
                wrong.add(f"{where}: {link}")

    assert wrong == set()
    assert count > 1000
    assert list(folder.rglob("*.webmanifest")) or not re.search(
        'rel="manifest"', (folder / "index.html").read_text("utf-8")
    )


def test_canonical_addresses_are_the_pages_own(folder: Path) -> None:
    """A page's canonical address and the one that it is shared with are where it lies."""
    for file in sorted(folder.rglob("index.html")):
        page = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
        own = f"{HOST}{PREFIX}{file.relative_to(folder).as_posix().removesuffix('index.html')}"
        canonical = [one.get("href") for one in page.iter("link") if one.get("rel") == "canonical"]
        shared = [
            one.get("content") for one in page.iter("meta") if one.get("property") == "og:url"
        ]
        assert canonical == [own]
        assert shared == [own]


def test_feeds_and_data_stay_below_the_path(folder: Path) -> None:
    """Feeds, calendars, sitemaps, JSON and JSON-LD name nothing on the host outside the path."""
    count = 0
    wrong = set()
    for file in sorted(folder.rglob("*")):
        if file.suffix not in WITH_ADDRESSES:
            continue
        where = file.relative_to(folder).as_posix()
        for address in addresses_in(file):
            count += 1
            if not leads_on(folder, where, address):
                wrong.add(f"{where}: {address}")

    assert wrong == set()
    assert count > 500


def test_search_engines_are_led_below_the_path(folder: Path) -> None:
    """The robots file and the sitemap name what is below the path."""
    robots = (folder / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {HOST}{PREFIX}sitemap.xml" in robots.splitlines()
    sitemap = ElementTree.parse(folder / "sitemap.xml").getroot()
    places = [one.text or "" for one in sitemap.iter() if one.tag.endswith("}loc")]
    assert places
    assert all(one.startswith(HOST + PREFIX) for one in places)


def leads_on(folder: Path, where: str, link: str) -> bool:
    """Return whether a link goes elsewhere, or to a file of the site below the path."""
    target = urlsplit(urljoin(f"{HOST}{PREFIX}{where}", link))
    if target.netloc != urlsplit(HOST).netloc:
        return target.scheme in ("http", "https", "mailto", "webcal")
    path = unquote(target.path)
    if target.fragment == "person":
        # Linked data names everybody in this way, whether or not they have a page.
        return path.startswith(f"{PREFIX}people/")
    if path == PREFIX.rstrip("/"):
        # The `servers` of OpenAPI name a place that paths are put after.
        return where == "api/v1/openapi.json"
    if not path.startswith(PREFIX):
        return False
    name = path.removeprefix(PREFIX)
    return (folder / (f"{name}index.html" if not name or name.endswith("/") else name)).is_file()


def named_in(file: Path) -> Iterator[str]:
    """Yield what a page, a style sheet or a manifest names, as it is written."""
    text = file.read_text("utf-8")
    if file.suffix == ".css":
        yield from re.findall(r"url\(\s*[\"']?([^\"')]+)", text)
    elif file.suffix == ".webmanifest":
        manifest = json.loads(text)
        yield from (manifest[name] for name in ("start_url", "scope", "id") if name in manifest)
        yield from (icon["src"] for icon in manifest["icons"])
    else:
        for element in html5lib.parse(text, namespaceHTMLElements=False).iter():
            yield from (element.attrib[name] for name in LINK_ATTRIBUTES if name in element.attrib)
            for name in LIST_ATTRIBUTES:
                for candidate in filter(None, element.attrib.get(name, "").split(",")):
                    yield candidate.split()[0]


def addresses_in(file: Path) -> Iterator[str]:
    """Yield the addresses of the host in a file, and what JSON calls an address."""
    text = file.read_text("utf-8")
    if file.suffix == ".ics":
        # Lines are folded (RFC 5545, 3.1), and ends of values escaped.
        text = text.replace("\n ", "").replace("\\n", "\n")
    if file.suffix in (".json", ".jsonld"):
        yield from json_addresses(json.loads(text))
    else:
        yield from (one.rstrip(".,;") for one in ADDRESS.findall(text))


def json_addresses(value: Any, key: str = "") -> Iterator[str]:
    """Yield every text in JSON that is an address, by its form or by the name of its field."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from json_addresses(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from json_addresses(one, key)
    elif isinstance(value, str) and (
        value.startswith(HOST) or key in ("url", "href", "home_page_url", "feed_url", "image")
    ):
        yield value

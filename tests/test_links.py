"""The shipped site as one whole: every link leads somewhere, and every page keeps its promises.

The promises are those of a strict content security policy (nothing inline), of accessibility
(headings in order, pictures described and measured), and of data that machines can read.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
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
ROOT = "https://pencilled-in.example"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SVG = "{http://www.w3.org/2000/svg}"
LINK_ATTRIBUTES = ("href", "src", "poster", "action", "data", "{http://www.w3.org/1999/xlink}href")
LIST_ATTRIBUTES = ("srcset", "imagesrcset")
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers")


@dataclass(frozen=True)
class Page:
    """A page of the built site, parsed as a browser would."""

    file: str
    """Below the output folder."""
    root: Any

    @property
    def path(self) -> str:
        return "/" + self.file.removesuffix("index.html")

    def elements(self, *names: str) -> Iterator[Any]:
        for element in self.root.iter():
            if isinstance(element.tag, str) and (not names or element.tag in names):
                yield element

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(one.attrib["id"] for one in self.elements() if "id" in one.attrib)

    @cached_property
    def links(self) -> list[str]:
        """All addresses on the page, as written."""
        found = [one.attrib[name] for one in self.elements() for name in LINK_ATTRIBUTES
                 if name in one.attrib]  # fmt: skip
        for one in self.elements():
            for name in LIST_ATTRIBUTES:
                for candidate in filter(None, one.attrib.get(name, "").split(",")):
                    found.append(candidate.split()[0])
        return found


@dataclass(frozen=True)
class Built:
    """The output folder and its pages."""

    folder: Path
    pages: tuple[Page, ...]

    def file(self, path: str) -> Path:
        """Return the file that a host shows at a path of the site."""
        relative = unquote(path).lstrip("/")
        if not relative or relative.endswith("/"):
            relative += "index.html"
        return self.folder / relative

    def page(self, path: str) -> Page | None:
        return next((page for page in self.pages if page.path == path), None)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the shipped site in this process, outside the repository."""
    root = tmp_path_factory.mktemp("links")
    shutil.copytree(REPOSITORY / "content", root / "content")
    options = BuildOptions(today="2026-11-22", jobs=1)
    report = build_site(find_project(root), options, lambda stage, done, total: None)
    assert report.published is not None, [str(one) for one in report.log]
    pages = []
    for file in sorted((root / "build").rglob("*.html")):
        # Not strict: html5lib is of 2020 and knows less than HTML does now. Errors of markup
        # are for the Nu checker, which the browser tests run.
        parsed = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
        pages.append(Page(file.relative_to(root / "build").as_posix(), parsed))
    return Built(root / "build", tuple(pages))


def test_site_has_every_page_kind(site: Built) -> None:
    """Home, calendar, scorecard, theories, 404, hubs, related shows and seasons are there."""
    content = REPOSITORY / "content" / "shows"
    expected = {"/", "/shows/", "/calendar/", "/scorecard/", "/theories/", "/404.html"}
    expected |= {"/networks/hbo/", "/networks/netflix/"}
    expected |= {"/people/", "/people/lomon/", "/people/park-ji-hu/"}
    hubs = {f"/shows/{one.parent.name}/" for one in content.glob("*/show.yaml")}
    expected |= hubs | {f"{hub}related/" for hub in hubs}
    expected |= {
        f"/shows/{one.parent.relative_to(content).as_posix()}/"
        for one in content.glob("*/season-*/index.md")
    }

    assert {page.path for page in site.pages} == expected


def test_internal_links_resolve(site: Built) -> None:
    """Every address within the site has a file, and every anchor its element."""
    broken = []
    for page in site.pages:
        for link in page.links:
            target = urlsplit(urljoin(ROOT + page.path, link))
            if f"{target.scheme}://{target.netloc}" != ROOT:
                continue
            if not site.file(target.path).is_file():
                broken.append(f"{page.file}: {link}")
            elif target.fragment and target.fragment != "top":
                other = site.page(target.path)
                if other is None or unquote(target.fragment) not in other.ids:
                    broken.append(f"{page.file}: {link}")

    assert sorted(set(broken)) == []


def test_no_page_is_an_orphan(site: Built) -> None:
    """Whoever starts at home can click through to every page."""
    seen = {"/"}
    waiting = ["/"]
    while waiting:
        page = site.page(waiting.pop())
        assert page is not None
        for element in page.elements("a"):
            target = urlsplit(urljoin(ROOT + page.path, element.attrib.get("href", "")))
            if f"{target.scheme}://{target.netloc}" == ROOT and target.path not in seen:
                if site.page(target.path) is not None:
                    waiting.append(target.path)
                seen.add(target.path)

    assert {page.path for page in site.pages} - seen == {"/404.html"}


def test_internal_links_are_short(site: Built) -> None:
    """Pages link to one another by path, so that the site works on any host."""
    for page in site.pages:
        absolute = [
            one.attrib["href"]
            for one in page.elements("a")
            if one.attrib.get("href", "").startswith(ROOT)
        ]
        assert absolute in ([], [f"{ROOT}/"]), page.file


def test_ids_are_unique(site: Built) -> None:
    """No page uses an id twice, and every reference to an id has its element."""
    for page in site.pages:
        assert [one for one, count in page.ids.items() if count > 1] == [], page.file
        assert [one for one in page.ids if not one or re.search(r"\s", one)] == [], page.file
        missing = {
            (name, one)
            for element in page.elements()
            for name in REFERENCES
            for one in element.attrib.get(name, "").split()
            if one not in page.ids
        }
        assert missing == set(), page.file


def test_external_links_are_web_addresses(site: Built) -> None:
    """What leaves the site does so over HTTP, with a host, and no credentials in it."""
    for page in site.pages:
        for link in page.links:
            target = urlsplit(urljoin(ROOT + page.path, link))
            # A calendar program takes `webcal:` for the address of a file.
            assert target.scheme in ("http", "https", "webcal"), f"{page.file}: {link}"
            if target.scheme == "webcal":
                assert f"https://{target.netloc}" == ROOT, f"{page.file}: {link}"
                assert site.file(target.path).is_file(), f"{page.file}: {link}"
            assert target.hostname, f"{page.file}: {link}"
            assert "." in target.hostname, f"{page.file}: {link}"
            assert target.username is None, f"{page.file}: {link}"


def test_nothing_is_inline(site: Built) -> None:
    """No style, script or handler stands in the markup; a strict policy would drop it."""
    for page in site.pages:
        for element in page.elements():
            what = f"{page.file}: <{element.tag}> {element.attrib}"
            assert element.tag not in ("style", f"{SVG}style", f"{SVG}script"), what
            assert "style" not in element.attrib, what
            handlers = [name for name in element.attrib if name.lower().startswith("on")]
            assert handlers == [], what
            if element.tag == "script":
                data = element.attrib.get("type") == "application/ld+json"
                assert data != ("src" in element.attrib), what
                assert data or not (element.text or "").strip(), what
            if element.tag == "meta":
                assert element.attrib.get("http-equiv", "").lower() != "refresh", what


def test_nothing_is_loaded_from_elsewhere(site: Built) -> None:
    """Scripts, styles, fonts, pictures and frames are the site's own, and unaltered."""
    loading = ("script", "link", "img", "source", "iframe", "video", "audio", "embed", "object")
    for page in site.pages:
        for element in page.elements(*loading, f"{SVG}image", f"{SVG}use"):
            rel = element.attrib.get("rel", "").split()
            if element.tag == "link" and set(rel) & {"canonical", "alternate", "me", "license"}:
                continue
            for name in ("href", "src", "srcset", "poster", "data"):
                address = element.attrib.get(name, "/")
                assert not re.search(r"(^|,\s*)([a-z]+:)?//", address), f"{page.file}: {address}"
            if (element.tag == "script" and "src" in element.attrib) or "stylesheet" in rel:
                address = element.attrib.get("src") or element.attrib.get("href")
                assert element.attrib.get("integrity"), f"{page.file}: {address} has no integrity"
    for sheet in site.folder.rglob("*.css"):
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", sheet.read_text("utf-8")):
            assert not re.match(r"[a-z]+:|//", address), f"{sheet.name}: {address}"
            assert (sheet.parent / address).is_file(), f"{sheet.name}: {address}"
        assert "@import" not in sheet.read_text("utf-8"), sheet.name


def test_headings_are_in_order(site: Built) -> None:
    """One first heading, no level skipped on the way down, none empty."""
    for page in site.pages:
        headings = list(page.elements("h1", "h2", "h3", "h4", "h5", "h6"))
        levels = [int(one.tag[1]) for one in headings]
        assert levels.count(1) == 1, page.file
        assert levels[0] == 1, page.file
        for before, (level, heading) in zip(
            levels, list(zip(levels, headings, strict=True))[1:], strict=False
        ):
            assert level <= before + 1, f"{page.file}: {text_of(heading)}"
        assert all(text_of(one) for one in headings), page.file


def test_pictures_are_described_and_measured(site: Built) -> None:
    """Every picture has an `alt`, its size, and a file."""
    for page in site.pages:
        for picture in page.elements("img"):
            what = f"{page.file}: {picture.attrib.get('src')}"
            assert "alt" in picture.attrib, what
            for side in ("width", "height"):
                assert re.fullmatch(r"[1-9]\d*", picture.attrib.get(side, "")), what
            assert site.file(urlsplit(picture.attrib["src"]).path).is_file(), what
        # A drawing within a drawing is a part of it.
        inner = {one for svg in page.elements(f"{SVG}svg") for one in svg.iterfind(f".//{SVG}svg")}
        for drawing in set(page.elements(f"{SVG}svg")) - inner:
            named = drawing.attrib.get("role") == "img" and (
                drawing.attrib.get("aria-label") or drawing.attrib.get("aria-labelledby")
            )
            hidden = drawing.attrib.get("aria-hidden") == "true"
            assert bool(named) != hidden, f"{page.file}: {drawing.attrib}"


def test_pages_describe_themselves(site: Built) -> None:
    """Language, title, description and address of a page are its own."""
    titles, descriptions, canonicals = Counter[str](), Counter[str](), Counter[str]()
    for page in site.pages:
        assert page.root.attrib["lang"] == "en-GB"
        (title,) = [text_of(one) for one in page.elements("title") if one in page.root.find("head")]
        (description,) = metas(page, "description")
        canonical = [
            one.attrib["href"]
            for one in page.elements("link")
            if one.attrib.get("rel") == "canonical"
        ]
        assert title, page.file
        assert 20 <= len(description) <= 320, f"{page.file}: {description}"
        titles[title] += 1
        descriptions[description] += 1
        if page.file == "404.html":
            assert canonical == []
            assert "noindex" in " ".join(metas(page, "robots"))
        else:
            assert canonical == [ROOT + page.path]
            assert ("noindex" in " ".join(metas(page, "robots"))) == page.path.endswith("/related/")
        canonicals.update(canonical)
    for counted in (titles, descriptions, canonicals):
        assert [one for one, count in counted.items() if count > 1] == []


def test_structured_data_parses(site: Built) -> None:
    """JSON-LD is JSON without doubled keys, and its own references lead somewhere."""
    for page in site.pages:
        blocks = [
            text_of(one)
            for one in page.elements("script")
            if one.attrib.get("type") == "application/ld+json"
        ]
        if page.file == "404.html":
            assert blocks == []
            continue
        assert blocks, page.file
        graphs = [json.loads(block, object_pairs_hook=no_doubles) for block in blocks]
        nodes = [node for graph in graphs for node in every_node(graph)]
        assert all(graph["@context"] == "https://schema.org" for graph in graphs)
        assert all(set(node) == {"@id"} or "@type" in node or "@graph" in node for node in nodes), (
            page.file
        )
        defined = {node["@id"] for node in nodes if "@id" in node and len(node) > 1}
        used = {node["@id"] for node in nodes if set(node) == {"@id"}}
        elsewhere = {f"{ROOT}{other.path}" for other in site.pages}
        dangling = {one for one in used - defined if one not in elsewhere}
        assert dangling == set(), page.file
        for node in nodes:
            for key in ("url", "image", "contentUrl", "thumbnailUrl", "item"):
                value = node.get(key)
                if isinstance(value, str) and value.startswith(ROOT):
                    assert site.file(urlsplit(value).path).is_file(), f"{page.file}: {value}"
            if "startDate" in node:
                assert re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", node["startDate"]), page.file


def test_feeds_are_well_formed(site: Built) -> None:
    """Feeds are Atom with unique ids, newest first, and link to pages that exist."""
    feeds = sorted(site.folder.rglob("feed.xml"))
    content = REPOSITORY / "content" / "shows"
    shows = list(content.glob("*/show.yaml"))
    seasons = list(content.glob("*/season-*/index.md"))
    networks = list(site.folder.glob("networks/*/"))
    assert len(feeds) == 1 + len(shows) + len(seasons) + len(networks)
    for file in feeds:
        where = file.relative_to(site.folder).as_posix()
        feed = ElementTree.parse(file).getroot()
        assert feed.tag == f"{ATOM}feed"
        (own,) = [
            one.get("href") for one in feed.findall(f"{ATOM}link") if one.get("rel") == "self"
        ]
        assert own == f"{ROOT}/{where}"
        entries = feed.findall(f"{ATOM}entry")
        assert entries, where
        for element in (feed, *entries):
            for name in ("id", "title", "updated"):
                assert (element.findtext(f"{ATOM}{name}") or "").strip(), where
            told = f"{ATOM}subtitle" if element is feed else f"{ATOM}content"
            assert element.find(told) is not None, where
            for link in element.findall(f"{ATOM}link"):
                target = urlsplit(link.get("href", ""))
                assert f"{target.scheme}://{target.netloc}" == ROOT, where
                assert site.file(target.path).is_file(), f"{where}: {link.get('href')}"
                if target.fragment:
                    other = site.page(target.path)
                    assert other is not None
                    assert target.fragment in other.ids, f"{where}: {link.get('href')}"
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(ids) == len(set(ids)), where
        updated = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
        assert updated == sorted(updated, reverse=True), where
        assert feed.findtext(f"{ATOM}updated") == updated[0], where
        assert max(updated) <= "2026-11-23", where


def test_feeds_are_announced(site: Built) -> None:
    """Each feed is named in the head of the page that it belongs to."""
    for file in site.folder.rglob("feed.xml"):
        path = f"/{file.relative_to(site.folder).as_posix()}"
        page = site.page(path.removesuffix("feed.xml"))
        assert page is not None
        announced = [
            one.attrib["href"]
            for one in page.elements("link")
            if one.attrib.get("type") == "application/atom+xml"
        ]
        assert path in announced


def test_sitemap_lists_every_page(site: Built) -> None:
    """The sitemap holds each page to be found, with the day of its change; robots.txt names it."""
    root = ElementTree.parse(site.folder / "sitemap.xml").getroot()
    assert root.tag == f"{SITEMAP}urlset"
    found = [one.findtext(f"{SITEMAP}loc") or "" for one in root]
    expected = [
        ROOT + page.path
        for page in site.pages
        if page.file != "404.html" and not page.path.endswith("/related/")
    ]

    assert sorted(found) == sorted(expected)
    for one in root:
        path = (one.findtext(f"{SITEMAP}loc") or "").removeprefix(ROOT)
        changed = one.findtext(f"{SITEMAP}lastmod")
        # Nobody says on which day a person's page changed.
        assert changed is not None or path.startswith("/people/")
        assert changed is None or re.fullmatch(r"\d{4}-\d\d-\d\d", changed)
        assert changed is None or changed <= "2026-11-22"
    robots = (site.folder / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {ROOT}/sitemap.xml" in robots.splitlines()


def test_every_file_is_used(site: Built) -> None:
    """Nothing is published that no page, feed or style sheet names."""
    text = "\n".join(
        file.read_text("utf-8")
        for file in site.folder.rglob("*")
        if file.suffix in (".html", ".css", ".xml", ".txt", ".js", ".json", ".webmanifest")
    )
    unused = [
        file.relative_to(site.folder).as_posix()
        for file in sorted(site.folder.rglob("*"))
        if file.is_file()
        and file.name not in text
        and file.name not in ("index.html", "404.html", "robots.txt")
        # Licences go where the fonts go, read or not.
        and not file.name.endswith("-OFL.txt")
    ]

    assert unused == []


def metas(page: Page, name: str) -> list[str]:
    """Return what a page's `<meta>` elements of a name say."""
    return [one.attrib["content"] for one in page.elements("meta") if one.get("name") == name]


def text_of(element: Any) -> str:
    """Return an element's text, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object, which must not name a key twice."""
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), keys
    return dict(pairs)


def every_node(value: Any) -> Iterator[dict[str, Any]]:
    """Yield all objects in a JSON value."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from every_node(one)
    elif isinstance(value, list):
        for one in value:
            yield from every_node(one)

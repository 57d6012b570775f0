"""Linked data on every page uses schema.org's own vocabulary, and says what the page shows.

The vocabulary is read from schema-dts, the type definitions that Google generates from schema.org.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import html5lib
import pytest

pytestmark = pytest.mark.browser
_BASE = re.compile(r"^interface (\w+)Base extends ([^{]+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
_LEAF = re.compile(
    r'^(?:export )?interface (\w+)Leaf extends ([^{]+) \{\n\s+"@type": "(\w+)"', re.MULTILINE
)
_PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.+), "\w+">;$', re.MULTILINE)
SHOWN = {"headline", "name", "alternateName", "caption", "creditText", "characterName", "genre"}
"""Properties of which the very words stand on the page."""
OF_THE_SITE = {"WebSite", "WebPage"}
"""Types whose names are those of documents, which stand in their titles."""


@dataclass(frozen=True)
class Vocabulary:
    """What schema.org knows: types, their parents, and the ranges of properties."""

    parents: Mapping[str, frozenset[str]]
    own: Mapping[str, Mapping[str, frozenset[str]]]
    types: frozenset[str]

    def lineage(self, name: str) -> set[str]:
        """Return a type and all that it is a kind of."""
        found = {name}
        for parent in self.parents.get(name, ()):
            found |= self.lineage(parent)
        return found

    def ranges(self, name: str, prop: str) -> frozenset[str]:
        """Return what a property of a type may hold; nothing when it has no such property."""
        lineage = self.lineage(name)
        return frozenset().union(*(self.own.get(one, {}).get(prop, frozenset()) for one in lineage))


@pytest.fixture(scope="module")
def vocabulary(schema_org: str) -> Vocabulary:
    """Read the definitions."""
    parents: dict[str, frozenset[str]] = {}
    own: dict[str, dict[str, frozenset[str]]] = {}
    for name, above, body in _BASE.findall(schema_org):
        parents[name] = _names(above)
        own[name] = {
            prop: frozenset(one.strip() for one in kinds.split("|"))
            for prop, kinds in _PROPERTY.findall(body)
        }
    for name, above, _ in _LEAF.findall(schema_org):
        parents.setdefault(name, _names(above) - {name})
    return Vocabulary(parents, own, frozenset(re.findall(r'"@type": "(\w+)"', schema_org)))


def _names(above: str) -> frozenset[str]:
    return frozenset(one.strip().removesuffix("Base") for one in above.split(","))


def test_vocabulary_is_read(vocabulary: Vocabulary) -> None:
    """What is known of a season is what schema.org says of it and of its kinds."""
    assert vocabulary.lineage("TVSeason") >= {"CreativeWorkSeason", "CreativeWork", "Thing"}
    assert vocabulary.ranges("TVSeason", "seasonNumber") == {"Integer", "Text"}
    assert vocabulary.ranges("TVSeason", "embedUrl") == frozenset()
    assert len(vocabulary.types) > 800


def test_linked_data_is_of_the_vocabulary(site: Any, vocabulary: Vocabulary) -> None:
    """No type or property is unknown, and every value is of a kind that its property may have."""
    wrong: set[str] = set()
    graphs = 0
    for page in _pages(site):
        graph = _graph(page)
        if graph is None:
            continue
        graphs += 1
        known = {one["@id"]: one for one in graph if "@id" in one}
        for node in _nodes(graph):
            wrong |= {f"{page.parent.name}: {one}" for one in _faults(node, known, vocabulary)}

    assert wrong == set()
    assert graphs > 15


def test_linked_data_says_what_the_page_shows(site: Any) -> None:
    """Every name and caption in the graph of a page stands on the page."""
    missing: set[str] = set()
    for page in _pages(site):
        graph = _graph(page)
        shown = _shown(page)
        for node in _nodes(graph or []):
            if node.get("@type") in OF_THE_SITE:
                continue
            for prop in SHOWN & set(node):
                values = node[prop] if isinstance(node[prop], list) else [node[prop]]
                missing |= {
                    f"{page.parent.name}: {node['@type']}.{prop} {one}"
                    for one in values
                    if _plain(one) not in shown
                }

    assert missing == set()


def _faults(
    node: Mapping[str, Any], known: Mapping[str, Any], vocabulary: Vocabulary
) -> Iterator[str]:
    kind = node.get("@type")
    if kind is None:
        return
    if kind not in vocabulary.types:
        yield f"{kind} is no type"
        return
    for prop, value in node.items():
        if prop.startswith("@"):
            continue
        ranges = vocabulary.ranges(kind, prop)
        if "Role" in vocabulary.lineage(kind) and not ranges:
            # A role repeats the property that leads to it, here from a season (schema.org/Role).
            ranges = vocabulary.ranges("TVSeason", prop)
        if not ranges:
            yield f"{kind} has no {prop}"
        for one in value if isinstance(value, list) else [value]:
            if ranges and not _fits(one, ranges, known, vocabulary):
                yield f"{kind}.{prop} is none of {sorted(ranges)}: {one}"


def _fits(
    value: Any, ranges: frozenset[str], known: Mapping[str, Any], vocabulary: Vocabulary
) -> bool:
    if isinstance(value, dict):
        node = value if "@type" in value else known.get(value["@id"], {})
        lineage = vocabulary.lineage(node.get("@type", ""))
        # A role may stand between any property and what it is about (schema.org/Role).
        return "Role" in lineage or bool(lineage & ranges)
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int):
        return bool(ranges & {"Number", "Integer"})
    return (
        "Text" in ranges
        or ("URL" in ranges and value.startswith("https://"))
        or ("Date" in ranges and _parses(date, value))
        or ("DateTime" in ranges and _parses(datetime, value))
        or ("Distance" in ranges and re.fullmatch(r"\d+ px", value) is not None)
        or ("Duration" in ranges and re.fullmatch(r"PT\d+M", value) is not None)
    )


def _parses(kind: type[date], value: str) -> bool:
    try:
        kind.fromisoformat(value)
    except ValueError:
        return False
    return True


def _pages(site: Any) -> list[Path]:
    """Return the pages of the shipped site."""
    pages = sorted(site.folder.rglob("index.html"))
    return [page for page in pages if not page.is_relative_to(site.folder / "many")]


def _graph(page: Path) -> list[dict[str, Any]] | None:
    root = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
    for one in root.iter("script"):
        if one.attrib.get("type") == "application/ld+json":
            graph = json.loads(one.text)["@graph"]
            assert isinstance(graph, list)
            return graph
    return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _nodes(one)
    elif isinstance(value, list):
        for one in value:
            yield from _nodes(one)


def _shown(page: Path) -> str:
    """Return all text of a page's body, what stands for pictures included."""
    body = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False).find("body")
    alternatives = [one.attrib["alt"] for one in body.iter() if "alt" in one.attrib]
    return _plain(" ".join(["".join(body.itertext()), *alternatives]))


def _plain(text: str) -> str:
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())

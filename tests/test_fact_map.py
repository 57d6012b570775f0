"""The map of the shipped article's facts is complete, and leads to things that exist."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SHOW = ROOT / "content/shows/all-of-us-are-dead"
WANTED = (
    [f"B{number:02}" for number in range(1, 18)]
    + [f"F{number:02}" for number in range(1, 65)]
    + [f"E{number:02}" for number in range(1, 21)]
)
_ROW = re.compile(r"^\| ([BFE]\d\d) \| .+ \| (.+) \|$", re.MULTILINE)
_HEADING = re.compile(r"^#{2,6} +(.+)$", re.MULTILINE)


def _rows() -> list[tuple[str, list[str]]]:
    text = (ROOT / "docs/fact-map.md").read_text(encoding="utf-8")
    return [(row, re.findall(r"`([^`]+)`", places)) for row, places in _ROW.findall(text)]


REFERENCES = sorted({place for _, places in _rows() for place in places})


def test_fact_map_has_every_block_fact_and_error_once() -> None:
    """Each id of the fact sheet has one row, in order, and at least one place."""
    rows = _rows()

    assert [row for row, _ in rows] == WANTED
    assert [row for row, places in rows if not places] == []


@pytest.mark.parametrize("reference", REFERENCES)
def test_fact_map_reference_exists(reference: str) -> None:
    """Each place that the map names is in the content."""
    file_name, _, place = reference.partition("#")

    assert place in _places(SHOW / file_name)


@cache
def _places(path: Path) -> frozenset[str]:
    """Return every id that a file of the show can be asked for."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".md":
        return frozenset(_ids(yaml.load(text, Loader=yaml.BaseLoader)))
    _, front_matter, body = text.split("---\n", 2)
    introduction = _HEADING.split(body)[0].strip()
    return frozenset(
        _ids(yaml.load(front_matter, Loader=yaml.BaseLoader))
        | {_slug(heading) for heading in _HEADING.findall(body)}
        | ({"introduction", "body"} if introduction else set())
    )


def _ids(value: Any) -> set[str]:
    """Return the keys of a document that hold something, and the ids and numbers of its entries."""
    if isinstance(value, list):
        entries = [entry for entry in value if isinstance(entry, dict)]
        own = {entry[key] for entry in entries for key in ("id", "number") if key in entry}
        return own.union(*(_ids(list(entry.values())) for entry in entries))
    if isinstance(value, dict):
        own = {key for key, held in value.items() if held}
        return own.union(*(_ids(held) for held in value.values()))
    return set()


def _slug(heading: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", heading.lower()))

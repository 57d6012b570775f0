"""One more entry between the brackets of a YAML list or mapping, whose comments stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode

from seasontracker.diagnostics import Location
from seasontracker.editing.edits import Edit
from seasontracker.editing.yaml_entries import EditingError
from seasontracker.sources.characters import with_spaces_for_line_ends
from seasontracker.sources.text import SourceText

_COMMA = re.compile(r"(?:\s|(?<=\s)#[^\n]*\n)*,")


def flow_edits(source: SourceText, new: str, place: int) -> list[Edit]:
    """Return what puts an entry before the one at a place, or behind the last.

    On a line of its own where its neighbour has one, and on the neighbour's line otherwise. Raises
    `EditingError` where the library that knows where brackets close cannot read the file.
    """
    text = with_spaces_for_line_ends(source.text)
    node = _compose(source, text)
    spans = list(_spans(node))
    close = node.end_mark.index - 1
    if place < len(spans):
        start = spans[place][0]
        indent = _indent(text, start)
        if indent is None:
            return [_at(text, start, f"{new}, ")]
        return [_at(text, _above(text, start), f"{indent}{new},\n")]
    if not spans:
        before = text[node.start_mark.index : close].rpartition("\n")
        if before[1] and not before[2].strip():
            return [_at(text, close - len(before[2]), f"{before[2]}  {new}\n")]
        return [_at(text, close, new)]
    start, end = spans[-1]
    comma = _COMMA.match(text, end, close)
    line_end = text.find("\n", comma.end() if comma else end, close)
    indent = _indent(text, start)
    if indent is None or line_end < 0:
        return [_at(text, end, f", {new}")]
    following = _at(text, line_end + 1, f"{indent}{new}{',' if comma else ''}\n")
    return [following] if comma else [_at(text, end, ","), following]


def _compose(source: SourceText, text: str) -> CollectionNode:
    try:
        node = YAML(typ="rt").compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        place = Location(source.path, mark.line + 1, mark.column + 1) if mark else source.path
        raise EditingError(
            f"{place}: nothing can be added to what is written in this way\n"
            "hint: put each entry on lines of its own, without brackets"
        ) from error
    assert isinstance(node, CollectionNode)
    return node


def _spans(node: CollectionNode) -> Iterator[tuple[int, int]]:
    """Yield where each entry begins and ends."""
    for value in node.value:
        first, last = value if isinstance(node, MappingNode) else (value, value)
        yield first.start_mark.index, last.end_mark.index


def _indent(text: str, index: int) -> str | None:
    """Return the blanks before a place; None where something else stands on its line, too."""
    before = text[text.rfind("\n", 0, index) + 1 : index]
    return None if before.strip() else before


def _above(text: str, index: int) -> int:
    """Return where the line of a place begins, with the comments right above it."""
    start = text.rfind("\n", 0, index) + 1
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start


def _at(text: str, index: int, new: str) -> Edit:
    line = text.count("\n", 0, index) + 1
    return Edit(line, index - (text.rfind("\n", 0, index) + 1) + 1, 0, new)

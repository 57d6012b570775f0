"""The nodes of a graph, and the graph as text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from seasontracker.exports.plain_text import one_line

Node: TypeAlias = dict[str, Any]

# Valid in JSON strings as they are, and each of them could end the script element or the string
# for somebody: an HTML parser, a template's autoescape, or a reader that takes JSON for JavaScript.
_ESCAPES = {mark: f"\\u{ord(mark):04x}" for mark in "<>&\N{LINE SEPARATOR}\u2029"}


def node(type_name: str, id_: str = "", **properties: Any) -> Node:
    """Return a node without the properties that have nothing to say."""
    made: Node = {"@type": type_name}
    if id_:
        made["@id"] = id_
    for name, value in properties.items():
        kept = _kept(value)
        if kept not in (None, "", [], {}):
            made[name] = kept
    return made


def ref(id_: str) -> Node:
    """Return a reference to a node."""
    return {"@id": id_}


def refs(nodes: Iterable[Node]) -> list[Node]:
    """Return references to nodes that stand in the graph."""
    return [ref(one["@id"]) for one in nodes]


def script_text(nodes: Iterable[Node]) -> str:
    """Return a graph ready to stand inside a script element; one node of an id is enough."""
    graph: list[Node] = []
    known: set[str] = set()
    for one in nodes:
        id_ = one.get("@id", "")
        if id_ not in known:
            graph.append(one)
        if id_:
            known.add(id_)
    document = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    for mark, escaped in _ESCAPES.items():
        text = text.replace(mark, escaped)
    return text


def _kept(value: Any) -> Any:
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, list | tuple):
        kept = [one for one in map(_kept, value) if one not in (None, "")]
        return kept[0] if len(kept) == 1 and not isinstance(kept[0], dict) else kept
    if isinstance(value, dict | Mapping):
        return dict(value)
    return value

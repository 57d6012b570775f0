"""Graphs as text: nothing empty, nothing that a script element cannot hold."""

from __future__ import annotations

import json
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from seasontracker.exports.json_ld.nodes import node, refs, script_text
from seasontracker.exports.plain_text import one_line


def test_node_leaves_out_what_says_nothing() -> None:
    """Empty properties are left out, and a zero is kept."""
    made = node("TVSeason", name="", url=None, actor=[], alternateName=["", "B"], seasonNumber=0)

    assert made == {"@type": "TVSeason", "alternateName": "B", "seasonNumber": 0}


def test_refs_name_nodes() -> None:
    """References hold nothing but ids."""
    assert refs([node("Person", "https://example.org/#a", name="A")]) == [
        {"@id": "https://example.org/#a"}
    ]


def test_script_text_gives_an_id_once() -> None:
    """A node that two blocks show stands in the graph once, and those without ids stay."""
    twice = [node("Person", "https://example.org/#a", name="A")] * 2

    graph = json.loads(script_text([*twice, node("Country", name="B"), node("Country", name="C")]))

    assert [found["name"] for found in graph["@graph"]] == ["A", "B", "C"]


def test_script_text_cannot_end_its_element() -> None:
    """A title that closes the script element stays a title."""
    text = script_text([node("Person", name="</script><!-- & \N{LINE SEPARATOR}")])

    assert "\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028" in text


@given(st.text())
def test_script_text_holds_any_text(name: str) -> None:
    """Whatever a title holds, the graph is JSON in UTF-8, escaped for HTML or not."""
    text = script_text([node("Person", name=name)])

    assert text.encode()
    assert not set("<>&") & set(text)
    found = json.loads(unescape(text))["@graph"][0]
    assert found.get("name", "") == one_line(name)

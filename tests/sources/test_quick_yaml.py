"""Reading YAML line by line gives what the parser gives, places included, or leaves it to it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seasontracker.sources import SourceText
from seasontracker.sources.characters import forbidden_character, with_spaces_for_line_ends
from seasontracker.sources.quick_yaml import read_quickly
from seasontracker.sources.yaml_text import parse_yaml

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(
    path
    for folder in ("content", "tests/sites")
    for path in (ROOT / folder).rglob("*.yaml")
    if "expected" not in path.parts
)
PATH = PurePosixPath("content/site.yaml")


def agrees(text: str, first_line: int = 1) -> bool:
    """Return whether a text was read line by line; fail if the parser reads it otherwise."""
    text = with_spaces_for_line_ends(text)
    quick = read_quickly(text, first_line)
    if quick is None or forbidden_character(text):
        return False
    document, found = parse_yaml(SourceText(PATH, text), text, first_line)
    assert found == []
    assert document is not None
    assert (document.value, document.root) == quick
    assert types(document.value) == types(quick[0])
    assert types(document.root) == types(quick[1])
    return True


def types(value: Any) -> Any:
    """Return the types in a value."""
    if isinstance(value, dict):
        return dict, {key: types(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value), [types(one) for one in value]
    return type(value)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_shipped_files_are_read_the_same(path: Path) -> None:
    """Whatever the shipped sites hold is read as the parser reads it."""
    agrees(path.read_text("utf-8"), 3)


def test_most_shipped_files_are_read_line_by_line() -> None:
    """What editors write is what is read quickly."""
    quick = [path for path in SHIPPED if agrees(path.read_text("utf-8"))]

    assert len(quick) > len(SHIPPED) * 0.6


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "a: b",
        "a:\n  b: c\n",
        "a:\n- b\n- c\nd: e\n",
        "a:\n  - b: c\n    d: e\n  - b: f\n",
        "- a\n- b: c\n  d:\n    - e\n",
        "-   a: b\n    c: d\n",
        "a: >-\n  b\n  c\n\nd: e\n",
        "a: >-\n  b: c\n  # d\n",
        "- >-\n  a\n  b\n- c\n",
        "# a\n\na: 'b # c'\n  # d\nb: \"c: d\"\n",
        "a: [b, c d, e-f]\ng: []\n",
        "a: b:c\nd: e#f\ng: h  i\n",
        "1923: 22:30\n",
        "한: a\nb: 한국 (x)\n".partition("\n")[2],
        "a: ''\nb: \"\"\n",
    ],
)
def test_plain_yaml_is_read_line_by_line(text: str) -> None:
    """All that is listed at the top of the module is read without the parser."""
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "a\n",
        "a:\n",
        "a:\nb: c\n",
        "a: b\na: c\n",
        "a: b\n c: d\n",
        "a: b\n  c\n",
        "a:\n    b: c\n  d: e\n",
        " a: b\n",
        "- a\nb: c\n",
        "a: b\n- c\n",
        "- a\n  b: c\n",
        "- a: b\n   c: d\n",
        "- - a\n",
        "-\n  a: b\n",
        "a: b: c\n",
        "a: b #c\n",
        "a: b:\n",
        "a: ~\n",
        "a: - b\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "a: |\n  b\n",
        "a: >\n  b\n",
        "a: >-\n  b\n\n  c\n",
        "a: >-\n  b\n   c\n",
        "a: >-\n  b \n  c\n",
        "a: >-\nb: c\n",
        "a: {b: c}\n",
        "a: [b: c]\n",
        "a: [b, c\n",
        "a: 'b''c'\n",
        'a: "b\\n"\n',
        "a: 'b\n",
        "a: 'b' c\n",
        "a:\tb\n",
        "a: b\n\tc: d\n",
        "<<: a\n",
        "? a\n",
        "---\na: b\n",
        "a: b\n---\nc: d\n",
        "a: b\n...\n",
        "%YAML 1.1\n---\na: b\n",
        "a: b\u00a0\n",
        "a: \ufeffb\n",
        "a: %b\n",
        "a: @b\n",
    ],
)
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    """What is odd or wrong is not judged here."""
    assert read_quickly(text, 1) is None


LINES = st.tuples(
    st.sampled_from(("", "", "  ", "  ", "    ", "      ", " ", "   ")),
    st.sampled_from(("", "", "", "- ", "-   ", "-", "? ")),
    st.sampled_from(("", "a:", "b: ", "c:  ", "d: ", "e:", "f :", "<<: ", "'g': ", "한: ")),
    st.sampled_from(
        (
            *(
                "",
                "",
                "word",
                "two words",
                "word:",
                "a: b",
                "x #y",
                "x#y",
                "# note",
                "한국어",
                "😀 a",
            ),
            *(
                ">-",
                ">-",
                ">-",
                ">",
                "|",
                "'q'",
                '"q: r"',
                "'it''s'",
                '"a\\n"',
                "'open",
                "~",
                "null",
            ),
            *("[a, b c]", "[a,b]", "[]", "[a", "[a: b]", "[ a ]", "{a: b}", "&x y", "*x", "!x y"),
            *("-5", "- x", "2026..", "..2027", "http://a.b/c?d=e#f", "--- ", "...", "x ", "a\tb"),
            *(
                "%x",
                "@x",
                "`x`",
                "=",
                "<<",
                "(a)",
                "a, b",
                "a]",
                "a}",
                "22:30",
                "\u00e9",
                "a\u2028b",
            ),
        )
    ),
).map("".join)


@settings(max_examples=1500, deadline=None)
@given(st.lists(LINES, max_size=9), st.sampled_from(("\n", "\n", "\n", "\n\n", "\r\n")))
@example(["a: >-", "  b", "# c", "d: e"], "\n")
def test_composed_lines_are_read_the_same(lines: list[str], end: str) -> None:
    """However lines are put together, they are read as the parser reads them, or not at all."""
    agrees(end.join(lines) + end)
    agrees("\n".join(lines))


TEXTS = [path.read_text("utf-8") for path in SHIPPED]


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_mutated_files_are_read_the_same(data: st.DataObject) -> None:
    """A slip of the pen anywhere in a real file is seen by whoever reads it."""
    text = data.draw(st.sampled_from(TEXTS))
    lines = text.split("\n")
    start = data.draw(st.integers(0, max(0, len(lines) - 1)))
    part = lines[start : start + 12]
    for _ in range(data.draw(st.integers(0, 3))):
        index = data.draw(st.integers(0, len(part) - 1))
        place = data.draw(st.integers(0, len(part[index])))
        cut = data.draw(st.integers(0, 3))
        new = data.draw(
            st.sampled_from(("", " ", "  ", "- ", ": ", ":", "#", " #", "'", '"', "[", "x"))
        )
        part[index] = part[index][:place] + new + part[index][place + cut :]
    agrees("\n".join(part))
    agrees("\n".join(line.removeprefix("  ") for line in part))

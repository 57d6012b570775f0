"""YAML becomes text with places, and whatever is wrong with it becomes findings."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.diagnostics import Diagnostic
from seasontracker.sources import Document, Plain, SourceText, load_yaml
from seasontracker.sources.compose import MOST_ALIASED, MOST_DEPTH

PATH = PurePosixPath("content/shows/dark/status.yaml")


def load(text: str) -> Document:
    """Load YAML that has nothing wrong with it."""
    document, found = load_yaml(SourceText(PATH, text))
    assert found == []
    assert document is not None
    return document


def findings(text: str) -> list[tuple[str, int, int, str]]:
    """Return code, line, column and message of what is wrong with a text."""
    _, found = load_yaml(SourceText(PATH, text))
    return [brief(finding) for finding in found]


def brief(finding: Diagnostic) -> tuple[str, int, int, str]:
    """Return what matters of a finding."""
    place = finding.location
    return (finding.code.name, place.line, place.column, finding.message)


@pytest.mark.parametrize(
    "scalar",
    ["1923", "On", "24", "NO", "22:30", "1_000", "0x1F", "null", "true", "2022-04-06", ".5"],
)
def test_load_yaml_keeps_scalars_as_text(scalar: str) -> None:
    """A title such as 1923 or On stays what the editor wrote."""
    assert load(f"title: {scalar}\n").value == {"title": scalar}


def test_load_yaml_empty_text_has_no_value() -> None:
    """A file of comments is a document without a value."""
    assert load("# nothing yet\n").value is None


def test_load_yaml_locates_values_and_keys() -> None:
    """Each value and each key knows its line, column and length."""
    document = load("people:\n  - name: Kim\n    born: '1990'\n")

    value = document.locate("people", 0, "born")
    key = document.locate_key("people", 0, "born")

    assert (value.line, value.column, value.length) == (3, 11, 6)
    assert (key.line, key.column, key.length) == (3, 5, 4)


def test_load_yaml_locates_nearest_thing_around_what_is_missing() -> None:
    """A missing key points at its mapping, a missing entry at its list."""
    document = load("a:\n  b: [x]\n")

    assert document.locate("a", "c").line == 2
    assert document.locate("a", "b", 5) == document.locate("a", "b")
    assert document.locate("a", "b", 0, "deeper") == document.locate("a", "b", 0)
    assert document.locate("nothing", "there").line == 1


def test_load_yaml_counts_from_first_line() -> None:
    """Front matter that starts on line 5 is located in the file."""
    source = SourceText(PATH, "\n\n\n---\na: 1\n---\n")
    document, _ = load_yaml(source, "a: 1\n", 5)

    assert document is not None
    assert document.locate("a").line == 5


def test_load_yaml_counts_lines_as_editors_do() -> None:
    """A line separator of Unicode, which YAML takes as a line end, moves no place."""
    document = load("a: x\u2028y\u0085z\nb: 1\n")

    assert document.value == {"a": "x y z", "b": "1"}
    assert document.locate("b").line == 2


def test_load_yaml_counts_characters_not_bytes() -> None:
    """Korean letters count as one column each."""
    assert load("- {한국: 어, a: b}\n").locate(0, "a").column == 14


def test_load_yaml_places_values_behind_anchors_and_tags() -> None:
    """What the parser counts as part of the value is not marked."""
    place = load("a: &name !!str value\n").locate("a")

    assert (place.column, place.length) == (16, 5)


def test_load_yaml_reports_all_duplicate_keys() -> None:
    """Duplicates are found at any depth, also inside a duplicate."""
    assert findings("a: 1\nb:\n  c: 1\n  c: 2\na:\n  d: 1\n  d: 2\na: 3\n") == [
        ("DUPLICATE_KEY", 4, 3, "`c` is given twice"),
        ("DUPLICATE_KEY", 5, 1, "`a` is given twice"),
        ("DUPLICATE_KEY", 7, 3, "`d` is given twice"),
        ("DUPLICATE_KEY", 8, 1, "`a` is given twice"),
    ]


def test_load_yaml_merges_what_it_refuses() -> None:
    """`<<` is one finding; the keys that it brings are not missing as well."""
    text = "a: &a {x: 1, y: 2}\nb:\n  <<: [*a, {z: 3}]\n  y: 4\n"
    document, found = load_yaml(SourceText(PATH, text))

    assert [brief(one) for one in found] == [("MERGE_KEY", 3, 3, "`<<` merges another mapping")]
    assert document is not None
    assert document.value == {"a": {"x": "1", "y": "2"}, "b": {"y": "4", "x": "1", "z": "3"}}
    assert document.locate("b", "x").line == 1


def test_load_yaml_takes_quoted_merge_key_as_text() -> None:
    """`"<<"` in quotes is a key like any other."""
    assert load('"<<": {a: b}\n').value == {"<<": {"a": "b"}}


def test_load_yaml_reports_empty_values() -> None:
    """A key or entry without a value may have been forgotten."""
    assert findings("a:\nb: ~\nc:\n  -\nd: ''\n") == [
        ("MISSING_VALUE", 1, 1, "`a` has no value"),
        ("MISSING_VALUE", 2, 1, "`b` has no value"),
        ("MISSING_VALUE", 4, 4, "an entry of this list has no value"),
    ]


def test_load_yaml_reports_keys_that_are_no_words() -> None:
    """A template's braces, a list and nothing at all cannot be keys."""
    assert (
        findings("a: {{ title }}\n? [b]\n: c\n: d\n")
        == [
            ("WRONG_NESTING", 1, 5, "a key must be one word"),
            ("WRONG_NESTING", 2, 3, "a key must be one word"),
            ("WRONG_NESTING", 4, 1, "a key must be one word"),
        ]
        or findings("a: {{ title }}\n")[-1][0] == "WRONG_NESTING"
    )


def test_load_yaml_reports_tags() -> None:
    """A tag is refused by the name that the editor wrote; one for text changes nothing."""
    assert findings("a: !!int 3\nb: !mine {x: 1}\nc: !!str 4\n") == [
        ("YAML_TAG", 1, 4, "`!!int` is a YAML tag"),
        ("YAML_TAG", 2, 4, "`!mine` is a YAML tag"),
    ]


def test_load_yaml_reads_aliases() -> None:
    """A plain alias stands for its anchor's value and is located where it is written."""
    document = load("a: &a {x: 1}\nb: *a\n")

    assert document.value == {"a": {"x": "1"}, "b": {"x": "1"}}
    assert document.locate("b").line == 2
    assert document.locate("b", "x").line == 1


def test_load_yaml_refuses_aliases_that_explode() -> None:
    """Nine lines that stand for a billion values are refused at the alias that is too much."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")

    (found,) = findings("\n".join(lines))
    assert found == ("ALIAS_BOMB", 4, 36, f"aliases stand for more than {MOST_ALIASED:,} values")


def test_load_yaml_refuses_aliases_inside_themselves() -> None:
    """An endless value is refused at the alias, in lists and mappings."""
    message = "`*a` stands inside what it stands for"
    assert findings("&a [*a]\n") == [("ALIAS_BOMB", 1, 5, message)]
    assert findings("&a {b: [*a]}\n") == [("ALIAS_BOMB", 1, 9, message)]


def test_load_yaml_reports_undefined_alias() -> None:
    """Text that starts with an asterisk is taken for an alias, and the rest is read."""
    assert findings("a: *bold\nb: 1\nb: 2\n") == [
        ("YAML_SYNTAX", 1, 4, "`*bold` is an alias without its anchor"),
        ("DUPLICATE_KEY", 3, 1, "`b` is given twice"),
    ]


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "[[]," * 50_000, "{a: " * 50_000, "- " * 50_000, "? " * 50_000],
    ids=["lists", "closed lists", "mappings", "dashes", "keys"],
)
def test_load_yaml_refuses_deep_nesting(text: str) -> None:
    """No depth of nesting ends the process."""
    (found,) = findings(text)

    assert found[0] == "TOO_DEEP"
    assert found[3] == f"values are nested more than {MOST_DEPTH} levels deep"


def test_load_yaml_reports_second_document() -> None:
    """The findings of the first document stay, and what follows it is not read."""
    assert findings("a: 1\na: 2\n---\na: [\n") == [
        ("DUPLICATE_KEY", 2, 1, "`a` is given twice"),
        ("SEVERAL_DOCUMENTS", 3, 1, "`---` starts a second document"),
    ]


def test_load_yaml_reads_first_document_marker() -> None:
    """A `---` at the top is no second document."""
    assert load("---\na: 1\n").value == {"a": "1"}


def test_load_yaml_reports_control_characters() -> None:
    """A control character is found as such, and as an escape."""
    assert findings("a: 1\nb: x\x07\n") == [
        ("CONTROL_CHARACTER", 2, 5, "the control character U+0007 stands here")
    ]
    assert findings('a: "x\\0"\n') == [
        ("CONTROL_CHARACTER", 1, 4, "an escape for the control character U+0000")
    ]
    assert findings("\ufeffa: 1\n")[0][:3] == ("CONTROL_CHARACTER", 1, 1)


@given(st.text())
def test_load_yaml_never_raises(text: str) -> None:
    """Any text is a document or findings."""
    document, found = load_yaml(SourceText(PATH, text))

    assert document is not None or found


@given(st.text(alphabet="ab: -\n\t[]{}&*!|>'\"#%@`?,<~"))
def test_load_yaml_never_raises_on_yaml_signs(text: str) -> None:
    """Any jumble of YAML's own signs is a document or findings, all inside the text."""
    document, found = load_yaml(SourceText(PATH, text))

    assert document is not None or found
    lines = text.split("\n")
    for finding in found:
        assert 1 <= finding.location.line <= len(lines)
        assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1


words = st.text(alphabet="abcdefg-한é0", min_size=1).filter(lambda word: word[0] not in "-")
values: st.SearchStrategy[Plain] = st.recursive(
    words, lambda inner: st.lists(inner) | st.dictionaries(words, inner), max_leaves=12
)


@given(st.dictionaries(words, values, min_size=1))
def test_load_yaml_places_point_at_text(value: dict[str, Plain]) -> None:
    """What stands at the place of a text is that text."""
    text = "".join(written(value, 0))
    document = load(text)
    lines = text.split("\n")

    assert document.value == value
    for steps, leaf in leaves(value, ()):
        place = document.locate(*steps)
        assert lines[place.line - 1][place.column - 1 :][: place.length] == leaf


def written(value: Plain, depth: int) -> list[str]:
    """Write a mapping as an editor would, empty collections and lists of lists in brackets."""
    pad = "  " * depth
    if isinstance(value, str):
        return [f"{pad}{value}\n"]
    lines = []
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, str):
                lines.append(f"{pad}{key}: {item}\n")
            else:
                lines += [f"{pad}{key}:\n", *written(item, depth + 1)]
    elif isinstance(value, list):
        for item in value:
            lines += [f"{pad}-\n", *written(item, depth + 1)]
    return lines or [f"{pad}{'{}' if isinstance(value, dict) else '[]'}\n"]


def leaves(value: Plain, steps: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], str]]:
    """Return every text in a value with the way to it."""
    if isinstance(value, str):
        return [(steps, value)]
    found = []
    pairs = value.items() if isinstance(value, dict) else enumerate(value or ())
    for step, item in pairs:
        found += leaves(item, (*steps, step))
    return found

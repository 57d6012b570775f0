"""A Markdown file is split where its fences are, and both parts know their lines."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.sources import Document, SourceText, load_front_matter

PATH = PurePosixPath("content/shows/dark/season-1/index.md")


def load(text: str) -> Document:
    """Load a file that has nothing wrong with it."""
    document, found = load_front_matter(SourceText(PATH, text))
    assert found == []
    assert document is not None
    return document


def finding(text: str) -> tuple[str, int, int]:
    """Return code, line and column of the only thing that is wrong with a file."""
    document, (found,) = load_front_matter(SourceText(PATH, text))
    assert document is None
    return (found.code.name, found.location.line, found.location.column)


def test_load_front_matter_splits_keys_and_body() -> None:
    """The keys become values, the rest is the body, and both know where they start."""
    document = load("---\ntitle: Dark\n---\n\nProse.\n")

    assert document.value == {"title": "Dark"}
    assert document.locate("title").line == 2
    assert (document.body, document.body_line) == ("\nProse.\n", 4)


def test_load_front_matter_keeps_rules_in_the_body() -> None:
    """Only the first two fences count."""
    document = load("---\na: b\n---\none\n\n---\n\ntwo\n")

    assert (document.body, document.body_line) == ("one\n\n---\n\ntwo\n", 4)


def test_load_front_matter_counts_blank_lines() -> None:
    """Blank lines before and after the fences move every place."""
    document = load("\n \n---  \n\n\na: b\n\n-----\n\n\nProse.\n")

    assert document.locate("a").line == 6
    assert (document.body, document.body_line) == ("\n\nProse.\n", 9)


@pytest.mark.parametrize("text", ["---\n---\n", "---\n# nothing\n---\n", "---\n\n---"])
def test_load_front_matter_may_hold_nothing(text: str) -> None:
    """Fences without keys are a document without a value."""
    document = load(text)

    assert (document.value, document.body) == (None, "")
    assert document.locate("title").line == 2


def test_load_front_matter_may_be_a_list() -> None:
    """What the front matter has to be is for the model to say."""
    assert load("---\n- a\n---\n").value == ["a"]


def test_load_front_matter_reports_empty_file() -> None:
    """A file of blanks is empty."""
    assert finding("") == finding(" \n\t\n") == ("EMPTY_FILE", 1, 1)


@pytest.mark.parametrize(
    ("text", "line"), [("# Title\n", 1), ("\n\ntitle: x\n", 3), (" ---\na: b\n---\n", 1)]
)
def test_load_front_matter_reports_missing_fence(text: str, line: int) -> None:
    """A file that begins otherwise has no front matter."""
    assert finding(text) == ("MISSING_FRONT_MATTER", line, 1)


def test_load_front_matter_reports_unclosed_fence() -> None:
    """A fence without a second one is reported where it opens."""
    assert finding("\n---\na: b\n\nProse.\n") == ("UNCLOSED_FRONT_MATTER", 2, 1)
    assert finding("---") == ("UNCLOSED_FRONT_MATTER", 1, 1)


def test_load_front_matter_hints_at_a_rule_taken_for_the_fence() -> None:
    """Where prose is read as keys, the hint says that the fence may be missing."""
    text = "---\na: b\n\nProse without colon.\n\n---\n\nMore.\n"
    _, (found,) = load_front_matter(SourceText(PATH, text))

    assert (found.code.name, found.location.line) == ("YAML_SYNTAX", 4)
    assert found.hint == (
        "if the article begins above this line, close the front matter with `---` there"
    )


@given(st.text())
def test_load_front_matter_never_raises(text: str) -> None:
    """Any text is a document or findings."""
    document, found = load_front_matter(SourceText(PATH, text))

    assert document is not None or found


@given(st.text(alphabet="a:- \n"), st.text(alphabet="ab-# \n"))
def test_load_front_matter_body_is_the_end_of_the_file(keys: str, body: str) -> None:
    """The body is the text from its line on."""
    text = f"---\n{keys}\n---\n{body}"
    document, _ = load_front_matter(SourceText(PATH, text))

    if document is not None:
        assert text.split("\n")[document.body_line - 1 :] == document.body.split("\n")

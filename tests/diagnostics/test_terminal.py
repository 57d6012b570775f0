"""A finding is shown with its line, its place and its remedy, and cannot disturb the terminal."""

from __future__ import annotations

import io
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.terminal import plain, print_diagnostics

PATH = PurePosixPath("content/shows/severance/season-2/status.yaml")


def finding(
    excerpt: str, column: int = 1, length: int = 1, message: str = "a message", hint: str = ""
) -> Diagnostic:
    """Return a finding about line 3 of a file."""
    return Diagnostic(Code.UNKNOWN_KEY, Location(PATH, 3, column, length), message, hint, excerpt)


def test_plain_shows_line_place_and_hint() -> None:
    """A finding reads as the style guide shows it."""
    message, hint = "`renewel` is not a key of a claim", "did you mean `renewal`?"
    shown = plain(finding("  renewel: renewed", 3, 7, message, hint))

    assert shown.split("\n") == [
        f"{PATH}:3:3: error[ST202] unknown-key: `renewel` is not a key of a claim",
        "    3 |   renewel: renewed",
        "      |   ^^^^^^^",
        "  hint: did you mean `renewal`?",
    ]


def test_plain_without_excerpt_or_hint_is_one_line() -> None:
    """A finding about a whole file has no line to show."""
    assert plain(finding("")) == f"{PATH}:3:1: error[ST202] unknown-key: a message"


def test_plain_marks_wide_letters_over_their_whole_width() -> None:
    """Korean letters take two columns, before the mark and under it."""
    lines = plain(finding("제목: 지금 x", 5, 2)).split("\n")

    assert lines[2] == "      |       ^^^^"


def test_plain_takes_tabs_as_one_column() -> None:
    """A tab would move the mark."""
    assert plain(finding("\tdate: x", 1)).split("\n")[1:] == [
        "    3 |  date: x",
        "      | ^",
    ]


def test_plain_shows_the_part_around_the_place() -> None:
    """Of a long line the part around the place is shown."""
    lines = plain(finding("a" * 500 + "HERE" + "b" * 500, 501, 4)).split("\n")

    assert len(lines[1]) == len("    3 | ") + 160
    start = lines[2].index("^")
    assert lines[1][start : start + 4] == "HERE"
    assert lines[2].count("^") == 4


def test_plain_marks_the_end_of_a_line() -> None:
    """A place behind the last letter is marked there."""
    assert plain(finding("ab", 3)).split("\n")[2] == "      |   ^"


def test_plain_shows_nothing_that_disturbs_a_terminal() -> None:
    """Escapes, line breaks and marks that reorder text are shown as such, blanks stay."""
    shown = plain(finding("a\x1b[31m\u202eb\u00a0c", 1, 1, "`\x1b]0;\n`", "\x07"))

    assert shown.split("\n") == [
        f"{PATH}:3:1: error[ST202] unknown-key: `\ufffd]0; `",
        "    3 | a\ufffd[31m\ufffdb\u00a0c",
        "      | ^",
        "  hint: \ufffd",
    ]


@given(st.text(), st.integers(1, 400), st.integers(1, 400))
def test_plain_never_raises(excerpt: str, column: int, length: int) -> None:
    """Any line and any place can be shown, on three lines with equal edges."""
    lines = plain(finding(excerpt, column, length)).split("\n")

    assert len(lines) in (1, 3)
    assert all(line[6] == "|" for line in lines[1:])


def test_print_diagnostics_does_not_wrap_or_colour_a_file() -> None:
    """What goes to a file are the plain words, whatever the width."""
    file = io.StringIO()
    found = finding("x" * 90, 1, 1, "[red]m[/red] " * 9, "hint :smile:")

    print_diagnostics(Console(file=file, width=20), [found, found])

    assert file.getvalue() == f"{plain(found)}\n{plain(found)}\n"

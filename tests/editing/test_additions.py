"""What is added to a log or a register leaves the rest of the file byte for byte."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.editing.additions import add_to_log, add_to_register
from seasontracker.editing.yaml_entries import EditingError, entry_text

PATH = PurePosixPath("content/shows/dark/season-1/status.yaml")
REGISTER = PurePosixPath("content/sources.yaml")
NEW = {"date": "2023-06", "headline": "New"}
LOG = """\
# What is known, newest last.

- date: 2022-06-06   # said on stage
  renewal: 'renewed'
  note: >-
    With a short
    clip.

# The strike.
- date: 2024-01-02
  release: 2024-H1
"""
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1).map(
    "w".__add__
)
DAYS = st.dates().map(str)


def test_claim_is_put_before_those_said_later() -> None:
    """It stands in the order of dates, and a comment stays with the entry it is about."""
    assert add_to_log(PATH, LOG, NEW, dates=("date",)) == LOG.replace(
        "# The strike.", "- date: 2023-06\n  headline: New\n# The strike."
    )


def test_newest_claim_is_put_at_the_end() -> None:
    """Nothing above it changes."""
    assert add_to_log(PATH, LOG, {**NEW, "date": "2026"}, dates=("date",)) == (
        LOG + "- date: 2026\n  headline: New\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "- date: 2023-06\n  headline: New\n"),
        ("# Nothing yet.\n", "# Nothing yet.\n- date: 2023-06\n  headline: New\n"),
        ("[]\n", "- date: 2023-06\n  headline: New\n"),
        (
            "- date: 2022\n  headline: x",
            "- date: 2022\n  headline: x\n- date: 2023-06\n  headline: New\n",
        ),
        (
            "  - date: 2022\n    headline: x\n",
            "  - date: 2022\n    headline: x\n  - date: 2023-06\n    headline: New\n",
        ),
        (
            "---\n- date: 2022\n  headline: x\n...\n",
            "---\n- date: 2022\n  headline: x\n- date: 2023-06\n  headline: New\n...\n",
        ),
        (
            "[{date: 2022, headline: x}]\n",
            "[{date: 2022, headline: x}, {date: 2023-06, headline: New}]\n",
        ),
    ],
)
def test_claim_follows_the_form_of_the_file(before: str, after: str) -> None:
    """An empty file, one in another indentation, one with marks, one on a single line."""
    assert add_to_log(PATH, before, NEW, dates=("date",)) == after


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\n", "1:1"),
        ("# x\n- a: [\n", "3:1"),
        ("just words\n", "1:1"),
        ("- a: 1\n  a: 2\n", "2:3"),
    ],
)
def test_file_of_another_kind_is_refused_at_its_place(text: str, place: str) -> None:
    """What is no list is left to the editor, who is told where and what to do."""
    with pytest.raises(EditingError, match=rf"{PATH}:{place}: (?s:.)*hint: "):
        add_to_log(PATH, text, NEW)


@given(st.lists(st.tuples(DAYS, WORDS), max_size=5), DAYS, WORDS)
def test_log_keeps_every_line_and_gains_one_entry(
    said: list[tuple[str, str]], day: str, words: str
) -> None:
    """All lines are still there, in order, and the list has exactly one entry more."""
    before = "".join(entry_text({"date": d, "headline": w}, dates=("date",)) for d, w in said)
    after = add_to_log(PATH, before, {"date": day, "headline": words}, dates=("date",))
    lines = iter(after.splitlines())
    old, new = yaml.safe_load(before) or [], yaml.safe_load(after)

    assert all(line in lines for line in before.splitlines())
    assert len(new) == len(old) + 1
    assert any(new[:place] + new[place + 1 :] == old for place in range(len(new)))
    assert sorted(entry["headline"] for entry in new) == sorted([*(w for _, w in said), words])


def test_register_gains_an_id_at_its_end() -> None:
    """Comments and blank lines of a register stay, too."""
    before = "# Sources\na:\n  publisher: X # sic\n\n"

    assert add_to_register(REGISTER, before, "b", {"publisher": "Y"}) == (
        "# Sources\na:\n  publisher: X # sic\nb:\n  publisher: Y\n\n"
    )
    with pytest.raises(EditingError, match="there already"):
        add_to_register(REGISTER, before, "a", {"publisher": "Y"})


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("date", ["2021", "2023-06", "2026"])
def test_line_ends_and_mark_stay(mark: str, line_end: str, date: str) -> None:
    """What is new ends its lines as the rest does."""
    entry = {**NEW, "date": date}
    plain = add_to_log(PATH, LOG, entry, dates=("date",))

    assert add_to_log(PATH, mark + LOG.replace("\n", line_end), entry, dates=("date",)) == (
        mark + plain.replace("\n", line_end)
    )


def test_mixed_line_ends_stay_as_they_are() -> None:
    """Each line keeps its own."""
    before = "- date: 2022\r\n  headline: x\n- date: 2025\n  headline: y"

    assert add_to_log(PATH, before, NEW, dates=("date",)) == (
        "- date: 2022\r\n  headline: x\n- date: 2023-06\r\n  headline: New\r\n"
        "- date: 2025\n  headline: y"
    )


FLOW = (
    "[\n # first\n {date: 2022-01-01, headline: 'a ]'}, # why\n {date: 2024, headline: b}\n]\n# end"
)
FLOW_NEW = "{date: 2023-06, headline: New}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FLOW, FLOW.replace(" {date: 2024", f" {FLOW_NEW},\n {{date: 2024")),
        (
            FLOW.replace("2024", "2023"),
            FLOW.replace("2024", "2023").replace("b}\n", f"b}},\n {FLOW_NEW}\n"),
        ),
        (
            "[\n  {date: 2022, headline: a}, # why, and\n  # more\n]\n",
            f"[\n  {{date: 2022, headline: a}}, # why, and\n  {FLOW_NEW},\n  # more\n]\n",
        ),
        (
            "[\n  {date: 2022, headline: a} # why, and\n  , # more\n]\n",
            f"[\n  {{date: 2022, headline: a}} # why, and\n  , # more\n  {FLOW_NEW},\n]\n",
        ),
        (
            "[{date: 2022, headline: a}, # x\n{date: 2024, headline: b}] # y\n",
            f"[{{date: 2022, headline: a}}, # x\n{FLOW_NEW},\n{{date: 2024, headline: b}}] # y\n",
        ),
        (
            "[{date: 2024, headline: b}]\n",
            f"[{FLOW_NEW}, {{date: 2024, headline: b}}]\n",
        ),
        (
            "[ # x\n  # later\n  {date: 2024, headline: b}]\n",
            f"[ # x\n  {FLOW_NEW},\n  # later\n  {{date: 2024, headline: b}}]\n",
        ),
        ("[\n  # none yet\n]\n", f"[\n  # none yet\n  {FLOW_NEW}\n]\n"),
        ("[] # none yet\n", f"[{FLOW_NEW}] # none yet\n"),
        ("# a\n[ ]  \n# z\n", "# a\n- date: 2023-06\n  headline: New\n# z\n"),
    ],
)
def test_log_in_brackets_keeps_its_comments(before: str, after: str) -> None:
    """The new entry has a line where its neighbour has one, and the commas are right."""
    assert add_to_log(PATH, before, NEW, dates=("date",)) == after
    windows = add_to_log(PATH, before.replace("\n", "\r\n"), NEW, dates=("date",))
    assert windows == after.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "- date:\t2022\n  headline: x\n- date: 2024\n  headline: y\n",
            "- date:\t2022\n  headline: x\n- date: 2023-06\n  headline: New\n"
            "- date: 2024\n  headline: y\n",
        ),
        (
            "# yaml-language-server: $schema=x\n- date: 2024\n  headline: y\n",
            "# yaml-language-server: $schema=x\n- date: 2023-06\n  headline: New\n"
            "- date: 2024\n  headline: y\n",
        ),
        (
            "-\n  date: 2022\n  headline: x\n-\n  # late\n  date: 2024\n  headline: y\n",
            "-\n  date: 2022\n  headline: x\n- date: 2023-06\n  headline: New\n"
            "-\n  # late\n  date: 2024\n  headline: y\n",
        ),
        ("- date: 2026-02-30\n", "- date: 2026-02-30\n- date: 2023-06\n  headline: New\n"),
    ],
)
def test_what_our_loader_reads_can_be_added_to(before: str, after: str) -> None:
    """A tab behind a colon, a header for editors, a dash of its own, and a day of no month."""
    assert add_to_log(PATH, before, NEW, dates=("date",)) == after


def test_addition_that_would_change_the_rest_is_refused() -> None:
    """Blank lines that belong to a text above them are nothing to write between."""
    with pytest.raises(EditingError, match=r"status.yaml:1:1: nothing can be added here"):
        add_to_log(PATH, "- date: 2022\n  note: |+\n    x\n\n\n", NEW, dates=("date",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "b:\n  publisher: Y\n"),
        ("{}\n", "b:\n  publisher: Y\n"),
        ("a: {publisher: X}", "a: {publisher: X}\nb:\n  publisher: Y\n"),
        ("  a:\n    publisher: X\n", "  a:\n    publisher: X\n  b:\n    publisher: Y\n"),
        ("{a: {publisher: X}} # sic\n", "{a: {publisher: X}, b: {publisher: Y}} # sic\n"),
        (
            "{\n  # one\n  a: {publisher: X},\n}\n",
            "{\n  # one\n  a: {publisher: X},\n  b: {publisher: Y},\n}\n",
        ),
    ],
)
def test_register_follows_its_form(before: str, after: str) -> None:
    """Nothing yet, lines, an indentation, or braces."""
    assert add_to_register(REGISTER, before, "b", {"publisher": "Y"}) == after
    assert add_to_register(
        REGISTER, "\ufeff" + before.replace("\n", "\r\n"), "b", {"publisher": "Y"}
    ) == "\ufeff" + (after.replace("\n", "\r\n") if "\n" in before else after)


def test_register_that_is_none_is_refused_at_its_place() -> None:
    """A list of sources is not one by id."""
    with pytest.raises(EditingError, match=r"sources.yaml:2:1: this is no mapping of ids\nhint: "):
        add_to_register(REGISTER, "# x\n- a\n", "b", {"publisher": "Y"})

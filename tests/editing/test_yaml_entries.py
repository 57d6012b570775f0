"""What is added to a file reads as an editor would write it, and the rest of the file stays."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.editing.yaml_entries import (
    EditingError,
    add_to_log,
    add_to_register,
    entry_text,
    mapping_text,
)

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


def test_dates_stand_without_quotes_and_numbers_in_titles_with_them() -> None:
    """A title such as 1923 stays text for every reader of YAML."""
    text = mapping_text(
        {"title": "1923", "date": "2026-11-24", "release": "2027"}, dates=("date", "release")
    )

    assert text == "title: '1923'\ndate: 2026-11-24\nrelease: 2027\n"


def test_long_text_is_folded() -> None:
    """A long note becomes a block of lines that fit a screen."""
    text = entry_text({"note": "word " * 60})

    assert text.startswith("- note: >-\n    word")
    assert max(map(len, text.splitlines())) <= 100
    assert yaml.safe_load(text)[0]["note"] == " ".join(["word"] * 60)


def test_claim_is_put_before_those_said_later() -> None:
    """It stands in the order of dates, and a comment stays with the entry it is about."""
    assert add_to_log(LOG, NEW, dates=("date",)) == LOG.replace(
        "# The strike.", "- date: 2023-06\n  headline: New\n# The strike."
    )


def test_newest_claim_is_put_at_the_end() -> None:
    """Nothing above it changes."""
    assert add_to_log(LOG, {**NEW, "date": "2026"}, dates=("date",)) == (
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
    assert add_to_log(before, NEW, dates=("date",)) == after


@pytest.mark.parametrize("text", ["a: 1\n", "- a: [\n", "just words\n"])
def test_file_of_another_kind_is_refused(text: str) -> None:
    """What is no list is left to the editor."""
    with pytest.raises(EditingError):
        add_to_log(text, NEW)


@given(st.lists(st.tuples(DAYS, WORDS), max_size=5), DAYS, WORDS)
def test_log_keeps_every_line_and_gains_one_entry(
    said: list[tuple[str, str]], day: str, words: str
) -> None:
    """All lines are still there, in order, and the list has exactly one entry more."""
    before = "".join(entry_text({"date": d, "headline": w}, dates=("date",)) for d, w in said)
    after = add_to_log(before, {"date": day, "headline": words}, dates=("date",))
    lines = iter(after.splitlines())
    old, new = yaml.safe_load(before) or [], yaml.safe_load(after)

    assert all(line in lines for line in before.splitlines())
    assert len(new) == len(old) + 1
    assert any(new[:place] + new[place + 1 :] == old for place in range(len(new)))
    assert sorted(entry["headline"] for entry in new) == sorted([*(w for _, w in said), words])


def test_register_gains_an_id_at_its_end() -> None:
    """Comments and blank lines of a register stay, too."""
    before = "# Sources\na:\n  publisher: X # sic\n\n"

    assert add_to_register(before, "b", {"publisher": "Y"}) == (
        "# Sources\na:\n  publisher: X # sic\nb:\n  publisher: Y\n\n"
    )
    with pytest.raises(EditingError, match="there already"):
        add_to_register(before, "a", {"publisher": "Y"})

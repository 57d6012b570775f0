"""What is written reads as an editor would write it."""

from __future__ import annotations

import yaml

from seasontracker.editing.yaml_entries import entry_text, flow_text, mapping_text


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


def test_entry_between_braces_is_one_line() -> None:
    """However long its words are."""
    values = {"date": "2026", "note": "word, " * 60, "source": ["a", "b"]}
    text = flow_text(values, dates=("date",))

    assert text.startswith("{date: 2026, note: ")
    assert "\n" not in text
    assert yaml.safe_load(text) == {
        "date": 2026,
        "note": "word, " * 59 + "word,",
        "source": ["a", "b"],
    }


def test_day_that_no_month_has_stays_text() -> None:
    """The models tell of it, at its place."""
    assert mapping_text({"date": "2026-02-30"}, dates=("date",)) == "date: '2026-02-30'\n"

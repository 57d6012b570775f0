"""Dates and windows as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from seasontracker.dates import parse_partial_date
from seasontracker.wording.catalogue import Words, load_words
from seasontracker.wording.dates import (
    alternatives,
    day_label,
    in_window,
    language_name,
    month_label,
    number_label,
    region_name,
    short_day_label,
    window_label,
)


@pytest.mark.parametrize(
    ("written", "alone", "inside"),
    [
        ("tba", "to be announced", "at a time to be announced"),
        ("2026", "2026", "in 2026"),
        ("2024-H1", "first half of 2024", "in the first half of 2024"),
        ("2024-H2", "second half of 2024", "in the second half of 2024"),
        ("2026-Q3", "Q3 2026", "in Q3 2026"),
        ("2026-spring", "spring 2026", "in spring 2026"),
        ("2026-summer", "summer 2026", "in summer 2026"),
        ("2026-autumn", "autumn 2026", "in autumn 2026"),
        ("2026-fall", "fall 2026", "in fall 2026"),
        ("early 2026", "early 2026", "in early 2026"),
        ("mid 2026", "mid-2026", "in mid-2026"),
        ("late 2026", "late 2026", "in late 2026"),
        ("2026-10", "October 2026", "in October 2026"),
        ("2026-10-14", "14 October 2026", "on 14 October 2026"),
        ("2026-10-14T09:00Z", "14 October 2026, 09:00 UTC", "on 14 October 2026 at 09:00 UTC"),
        (
            "2026-10-14T09:00+09:00",
            "14 October 2026, 09:00 GMT+09:00",
            "on 14 October 2026 at 09:00 GMT+09:00",
        ),
        ("2026..", "2026 or later", "in 2026 or later"),
        ("2026-H2..", "second half of 2026 or later", "in the second half of 2026 or later"),
        ("2026-10-14..", "14 October 2026 or later", "on 14 October 2026 or later"),
        ("..2027", "by the end of 2027", "by the end of 2027"),
        ("..2027-Q1", "by Q1 2027", "by Q1 2027"),
        ("..2027-H1", "by the first half of 2027", "by the first half of 2027"),
        ("..2027-03", "by March 2027", "by March 2027"),
        ("2026-10..2026-12", "October to December 2026", "between October and December 2026"),
        (
            "2026-11..2027-02",
            "November 2026 to February 2027",
            "between November 2026 and February 2027",
        ),
        (
            "2026-10-14..2026-11-02",
            "14 October to 2 November 2026",
            "between 14 October and 2 November 2026",
        ),
        (
            "2026-H2..2027-H1",
            "second half of 2026 to first half of 2027",
            "between the second half of 2026 and the first half of 2027",
        ),
        ("early 2028?", "possibly early 2028", "possibly in early 2028"),
        (
            "2026-10..2026-12?",
            "possibly October to December 2026",
            "possibly between October and December 2026",
        ),
    ],
)
def test_window_has_a_label_and_a_place_in_a_sentence(
    words: Words, written: str, alone: str, inside: str
) -> None:
    """Every form of a partial date reads well alone and inside a sentence."""
    window = parse_partial_date(written)

    assert (window_label(words, window), in_window(words, window)) == (alone, inside)


def test_alternatives_are_joined_by_or(words: Words) -> None:
    """Windows that disagree are named one after the other."""
    windows = [parse_partial_date(one) for one in ("2027-H1", "early 2028?", "2029")]

    assert alternatives(words, windows) == (
        "in the first half of 2027, possibly in early 2028 or in 2029"
    )


def test_days_and_numbers_follow_the_language(words: Words) -> None:
    """The same day is written as each language writes it."""
    day = date(2026, 11, 22)
    german = load_words("de")

    assert (day_label(words, day), short_day_label(words, day)) == (
        "22 November 2026",
        "22 Nov 2026",
    )
    assert day_label(load_words("en-US"), day) == "November 22, 2026"
    assert (day_label(german, day), month_label(german, 2026, 3)) == (
        "22. November 2026",
        "März 2026",
    )
    assert (number_label(words, 12345), number_label(german, 12345)) == ("12,345", "12.345")


def test_countries_and_languages_have_names(words: Words) -> None:
    """Codes become names, and a code without a name stays."""
    assert region_name(words, "KR") == "South Korea"
    assert region_name(words, "QX") == "QX"
    assert language_name(words, "ko") == "Korean"
    assert language_name(words, "zh-Hant") == "Chinese"

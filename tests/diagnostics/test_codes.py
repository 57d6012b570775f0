"""Codes are stable, in order, and named for the problem."""

from __future__ import annotations

import re

from seasontracker.diagnostics import Code


def test_codes_are_unique_and_in_order() -> None:
    """No number is used twice, and the list reads from ST1xx on."""
    values = [code.value for code in Code]

    assert values == sorted(set(values))
    assert all(re.fullmatch(r"ST[1-9][0-9]{2}", value) for value in values)


def test_codes_have_titles_of_lower_case_words() -> None:
    """A title can stand in a message and in an address."""
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.title) for code in Code)
    assert Code.NOT_UTF8.title == "not-utf-8"

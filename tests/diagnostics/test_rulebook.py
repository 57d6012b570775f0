"""Every code has a page, and a page can be found by number and by name."""

from __future__ import annotations

import re

import pytest

from seasontracker.diagnostics import Code
from seasontracker.diagnostics.rulebook import find_code, read_rulebook


def test_every_code_has_a_page() -> None:
    """No page is empty or runs into the next chapter."""
    pages = read_rulebook()

    assert set(pages) == set(Code)
    for page in pages.values():
        assert page.summary
        examples = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
        assert "\n#" not in "\n" + examples.sub("", page.text)


@pytest.mark.parametrize("word", ["ST401", "st401", " missing-source", "Missing_Source"])
def test_codes_are_found_by_number_and_name(word: str) -> None:
    """Case and the kind of dash do not matter."""
    assert find_code(word) is Code.MISSING_SOURCE


def test_unknown_codes_are_not_found() -> None:
    """What is no code is none."""
    assert find_code("ST4") is None

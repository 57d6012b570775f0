"""Where nothing is a directive."""

from __future__ import annotations

from seasontracker.pages.markdown.quiet import inside, quiet_regions


def test_quiet_regions_cover_code_and_comments():
    """Fences of any length and comments are quiet from end to end; an open fence is text."""
    text = "a\n```\nb\n```\nc\n<!-- d\n-->\n~~~~\ne\n"
    regions = quiet_regions(text)

    assert [text[start:end] for start, end in regions] == ["```\nb\n```", "<!-- d\n-->"]
    assert [letter for letter in "abcde" if inside(text.index(letter), regions)] == ["b", "d"]


def test_overlapping_regions_are_one():
    """A comment around a fence is one region."""
    text = "<!--\n```\nx\n```\n-->"

    assert quiet_regions(text) == [(0, len(text))]

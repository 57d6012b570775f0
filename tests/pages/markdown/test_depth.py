"""Texts that nest too deeply are reported before a library stumbles over them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        ">" * 2000 + " x",
        "- " * 500 + "x",
        "\n".join("    " * level + "- x" for level in range(40)),
        "<div>" * 5000,
        "[" * 5000,
        "[x](" * 5000,
    ],
)
def test_deep_text_is_reported(prose, text):
    """A text that nests without end is one finding and no HTML."""
    result = prose(text)

    assert [found.code.value for found in result.diagnostics] == ["ST116"]
    assert result.segments == ()


@pytest.mark.parametrize(
    "text",
    [
        "* * * * * * * * * * * * * * * *",
        "```\n>>>>>>>>>>>>>>>>>>>>>>>>>>>> x\n```",
        "> > - 1. x",
        "<b>x</b> " * 100,
        "[x](show:a) " * 100,
        "1) 2) 3) " * 100,
    ],
)
def test_ordinary_text_is_not(prose, text):
    """Rules, code and repetition are no nesting."""
    assert prose(text).diagnostics == ()

"""Mistakes in a site's own templates are findings at their line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HOME = "templates/pages/home.html"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (HOME, "<p>\n{{ page. }}", f"{HOME}:2:1: error[ST901] template-syntax: "),
        (HOME, "a\n\n{% if x %}", f"{HOME}:3:1: error[ST901] template-syntax: "),
        (HOME, "<p>\n{{ page.titel }}", f"{HOME}:2:1: error[ST902] template-name: "),
        (HOME, "{{ 1 + site.title }}", f"{HOME}:1:1: error[ST902] template-name: "),
        (HOME, '\n{{ asset("x.js").url }}', f"{HOME}:2:1: error[ST902] template-name: "),
        (
            HOME,
            '\n{% include "partials/news.htm" %}',
            f"{HOME}:2:1: error[ST903] template-missing: there is no template `partials/news.htm`",
        ),
        (
            HOME,
            '{% extends "bas.html" %}',
            f"{HOME}:1:1: error[ST903] template-missing: there is no template `bas.html`",
        ),
        (HOME, b"<p>\xff", f"{HOME}:1:1: error[ST102] not-utf-8: `pages/home.html` is not UTF-8"),
        (
            "templates/partials/inline.html",
            "{% macro cites(x) %}{% endmacro %}",
            "templates/partials/inline.html:1:1: error[ST901] template-syntax: "
            "the macro `anchor` is missing",
        ),
        (
            "templates/partials/facts.html",
            "{% macro other(x) %}{% endmacro %}",
            "templates/partials/facts.html:1:1: error[ST902] template-name: ",
        ),
        (
            "templates/assets/css/50-own.css",
            b"a{\xff}",
            "templates/assets/css/50-own.css:1:1: error[ST102] not-utf-8: ",
        ),
    ],
)
def test_template_error_is_a_finding(
    make_project: Callable[..., Path],
    run: Callable[..., Any],
    name: str,
    text: str | bytes,
    expected: str,
) -> None:
    """Whatever a site's own template gets wrong, nothing is written and nothing is our bug."""
    root = make_project({name: text})

    outcome = run("build", "--today", "2026-11-22")

    assert outcome.code == 1, outcome.stderr
    assert outcome.headlines[0].startswith(expected)
    assert not (root / "build").exists()

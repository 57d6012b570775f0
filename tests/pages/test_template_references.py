"""Names of templates are found as Jinja itself finds them, quickly where that is possible."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from jinja2 import DictLoader, Environment, TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from seasontracker.pages.template_references import references

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture
def environment() -> Environment:
    return Environment(loader=DictLoader({}), autoescape=True)


@pytest.mark.parametrize(
    "path", [pytest.param(one, id=one.name) for one in sorted(TEMPLATES.rglob("*.html"))]
)
def test_our_templates_name_what_jinja_finds(path: Path) -> None:
    """A template of ours is parsed only where it chooses as it is rendered."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    source = path.read_text("utf-8")
    expected = set(find_referenced_templates(environment.parse(source)))

    with patch.object(environment, "parse", wraps=environment.parse) as parse:
        assert references(environment, source) == expected
        assert parse.called == (None in expected)


@pytest.mark.parametrize(
    "source",
    [
        "{% extends 'a.html' %}{%- include \"b.html\" ignore missing with context -%}",
        "{% import 'a.html' as a %}{% from 'b.html' import c, d as e with context %}",
        "{%+ include 'a.html' without context %}\n{%\n  include\n  'b.html'\n%}",
        "{% include ['a.html', 'b.html'] %}",
        "{% include name %}{% include 'a.html' %}",
        "{% include 'a' ~ '.html' %}",
        "{% include 'a.html' if x else 'b.html' %}",
        r"{% include 'a\x2ehtml' %}",
        "{% include '%}' %}",
        "{% set from = 1 %}{{ include }}",
        "",
    ],
)
def test_any_form_is_found(environment: Environment, source: str) -> None:
    """Whatever Jinja finds is found, in unusual forms too."""
    assert references(environment, source) == set(
        find_referenced_templates(environment.parse(source))
    )


def test_comments_and_raw_text_are_counted_in(environment: Environment) -> None:
    """A template that names too much is only made again too often."""
    source = "{# {% include 'a.html' %} #}{% raw %}{% include 'b.html' %}{% endraw %}"

    assert references(environment, source) == {"a.html", "b.html"}


def test_other_marks_of_blocks_are_parsed() -> None:
    """An environment that writes blocks in another way is asked."""
    environment = Environment(block_start_string="<%", block_end_string="%>", autoescape=True)

    assert references(environment, "<% include 'a.html' %>") == {"a.html"}
    with pytest.raises(TemplateSyntaxError):
        references(environment, "<% include %>")

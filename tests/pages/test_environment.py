"""The environment that templates are rendered in."""

from __future__ import annotations

from pathlib import Path

import pytest

from seasontracker.pages.environment import (
    TemplateSyntaxError,
    UndefinedError,
    make_environment,
    render,
    template_names,
)
from seasontracker.pages.inline import load_inline
from seasontracker.pages.views.citations import Cite
from seasontracker.wording.catalogue import load_words

TEMPLATES = Path(__file__).parents[2] / "templates"
WORDS = load_words("en")


def rendered(tmp_path: Path, template: str, **values: object) -> str:
    (tmp_path / "a.html").write_text(template, encoding="utf-8")
    return render(make_environment(tmp_path, None, WORDS), "a.html", **values)


@pytest.mark.parametrize(
    "template",
    [
        "{{ x }}",
        "{% set y = x %}{{ y }}",
        "{% macro m(y) %}{{ y }}{% endmacro %}{{ m(x) }}",
        "{% trans y=x %}{{ y }}{% endtrans %}",
        "{{ _('%(y)s', y=x) }}",
        "{{ [x]|join(' ') }}",
    ],
)
def test_values_are_escaped(tmp_path: Path, template: str) -> None:
    """Whichever way a value takes into a page."""
    found = rendered(tmp_path, template, x="""<b>&"'{{ 7*7 }}%(x)s""")

    assert found == "&lt;b&gt;&amp;&#34;&#39;{{ 7*7 }}%(x)s\n"


def test_undefined_name_is_an_error(tmp_path: Path) -> None:
    """A misspelt name is no empty text."""
    with pytest.raises(UndefinedError):
        rendered(tmp_path, "{{ page.titel }}", page={"title": "T"})


def test_own_template_goes_before_ours(tmp_path: Path) -> None:
    """A site replaces single files, and ours remain for the rest."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "home.html").write_text("own", encoding="utf-8")
    environment = make_environment(TEMPLATES, tmp_path, WORDS)

    assert render(environment, "pages/home.html") == "own\n"
    assert environment.get_template("base.html").filename == str(TEMPLATES / "base.html")


def test_template_names_hold_both(tmp_path: Path) -> None:
    """Sorted, each once, and only templates."""
    (tmp_path / "partials").mkdir()
    for name in ("base.html", "partials/more.html", "notes.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    names = template_names(TEMPLATES, tmp_path)

    assert names == tuple(sorted(set(names)))
    assert {"base.html", "partials/more.html", "pages/season.html"} <= set(names)
    assert "notes.txt" not in names


def test_inline_macros_escape() -> None:
    """Marks inside prose are safe markup of their own."""
    inline = load_inline(make_environment(TEMPLATES, None, WORDS))

    assert inline.cites(()) == ""
    assert 'href="#source-3"' in inline.cites([Cite(3, "cite-3-1")])
    assert "<b>" not in inline.anchor("a", '<b>"')


def test_inline_macro_that_is_missing_is_named(tmp_path: Path) -> None:
    """A site's own file of macros must have them all."""
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "inline.html").write_text("{% macro cites(x) %}{% endmacro %}")

    with pytest.raises(TemplateSyntaxError, match="`anchor` is missing"):
        load_inline(make_environment(TEMPLATES, tmp_path, WORDS))

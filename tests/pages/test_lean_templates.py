"""Our way through a template prints what Jinja's own does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from seasontracker.pages.environment import make_environment
from seasontracker.pages.lean_templates import escape_slowly, escaped
from seasontracker.wording.catalogue import Words, load_words

CATALOGUE = r"""
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "Cast"
msgstr "Besetzung <i>&</i>"

msgid "%(a)s before %(b)s"
msgstr "%(b)s nach %(a)s, 100%% <i>%(b)s</i>"

msgid "%(number)s part"
msgid_plural "%(number)s parts"
msgstr[0] "%(number)s Teil"
msgstr[1] "%(number)s Teile"
"""
MACROS = """
{% macro two(x, y="d&") %}[{{ x }}|{{ y }}]{% endmacro %}
{% macro all(x) %}{{ x }}{{ kwargs }}{{ varargs }}{% endmacro %}
{% macro frame(x) %}<{{ x }}>{{ caller() }}{% endmacro %}
"""
TEMPLATES = (
    "{{ _('Cast') }}{{ _('Cast')|upper }}{{ _('Cast') ~ hostile }}{{ none_of or _('Cast') }}",
    "{{ _('%(a)s before %(b)s', a=hostile, b=safe) }}{{ gettext('%(a)s before %(b)s', a=1, b=2) }}",
    "{% trans a=hostile, b=safe %}{{ a }} before {{ b }}{% endtrans %}",
    "{% trans %}Cast{% endtrans %}",
    "{% trans number=one %}{{ number }} part{% pluralize %}{{ number }} parts{% endtrans %}",
    "{{ _('100%% %(x)s', x=_('Cast')) }}{{ _(hostile) }}{{ _('Cast' ~ hostile) }}",
    "{{ _('%(missing)s') }}",
    "{{ _('%d') }}",
    "{{ _('%(x)s', x=nothing) }}",
    "{{ _('Cast', 'twice') }}",
    "{% set _ = hostile %}{{ _ }}",
    "{% autoescape false %}{{ _('Cast') }}{{ hostile }}{{ two('<') }}{% endautoescape %}",
    "{% autoescape flag %}{{ _('%(a)s before %(b)s', a=hostile, b=safe) }}{% endautoescape %}",
    "{% set kept %}{{ hostile }}{{ _('Cast') }}{% endset %}{{ kept }}{{ kept|upper }}",
    "{% filter upper %}{{ hostile }}{{ _('Cast') }}{% endfilter %}",
    "{{ two('<') }}{{ two('<', safe) }}{{ two(y=1, x=2.5) }}{{ two(_('Cast')) }}",
    "{{ two() }}",
    "{{ two(1, 2, 3) }}",
    "{{ all(1, 2, z=3) }}{{ all(hostile) }}",
    "{{ frame('&') }}",
    "{% call frame('s') %}in & {{ hostile }}{% endcall %}",
    "{% for i in (1, 2) %}{{ two(i, loop.index) }}{{ two(i) }}{% endfor %}",
    "{{ None }}{{ true }}{{ 1.5 }}{{ [hostile] }}{{ hostile|safe }}{{ safe }}{{ hostile.upper() }}",
    "{{ hostile.nothing }}",
)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    folder = tmp_path_factory.mktemp("locale")
    (folder / "de.po").write_text(CATALOGUE.lstrip(), encoding="utf-8")
    return load_words("de", folder)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_lean_templates_print_what_jinja_prints(
    template: str, language: str, words: Words, tmp_path: Path
) -> None:
    """Shortcuts change neither the text, nor what is escaped, nor what goes wrong."""
    spoken = words if language == "de" else load_words("en")
    plain = Environment(autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"])
    plain.install_gettext_translations(  # type: ignore[attr-defined]
        spoken.translations, newstyle=True
    )
    ours = make_environment(tmp_path, None, spoken)
    ours.trim_blocks = ours.lstrip_blocks = False

    assert _printed(ours, template) == _printed(plain, template)


def test_settled_words_leave_nothing_to_ask(words: Words, tmp_path: Path) -> None:
    """A template that only says things is text once it is compiled."""
    environment = make_environment(tmp_path, None, words)

    code = environment.compile(
        "<p>{{ _('Cast') }}{{ _('%(a)s before %(b)s', a=x, b=y) }}", raw=True
    )

    assert "gettext" not in code
    assert "<p>Besetzung <i>&</i>" in code


def _printed(environment: Environment, template: str) -> str:
    imports = "{% from 'macros' import two, all, frame %}"
    environment.loader = DictLoader({"macros": MACROS, "page": imports + template})
    values = {"hostile": "<v>&\"'", "safe": Markup("<m>"), "flag": True, "one": 1, "none_of": ""}
    try:
        return environment.get_template("page").render(values)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@given(st.text())
@example('<a href="x">it\'s & \u00e9\U0001f600</a>')
def test_text_is_escaped_as_markup_is(text: str) -> None:
    """Whichever way text is escaped, it reads as MarkupSafe writes it, and is plain text."""
    wanted = str(escape(text))

    assert escaped(text) == escape_slowly(text) == wanted
    assert type(escaped(text)) is str

"""The Jinja environment that templates are rendered in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.nodes import Template as TemplateNode
from markupsafe import Markup
from msgspec import Struct, field

from seasontracker.pages.bytecode import open_bytecode
from seasontracker.pages.lean_templates import LeanCode, LeanContext, LeanTemplate
from seasontracker.pages.settled_words import Translate, settle_words
from seasontracker.pages.template_references import references
from seasontracker.wording.catalogue import Words
from seasontracker.wording.direction import runs_against


class _ReadOnce(FileSystemLoader):
    """Reads each template once, so that what is compiled is what its digest is taken of.

    An editor may save a template while a build is at work.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(folders)
        self._read: dict[str, tuple[str, str, Callable[[], bool]]] = {}

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's source; raises `TemplateNotFound`."""
        if template not in self._read:
            self._read[template] = super().get_source(environment, template)
        return self._read[template]


class _SiteEnvironment(Environment):
    """An environment whose templates speak one language."""

    code_generator_class = LeanCode
    context_class = LeanContext
    template_class = LeanTemplate
    translate: Translate

    def _generate(self, source: TemplateNode, *args: Any, **kwargs: Any) -> str:
        return super()._generate(settle_words(source, self.translate), *args, **kwargs)


def make_environment(
    package: Path, own: Path | None, words: Words, *, salt: str = ""
) -> Environment:
    """Return an environment whose templates are the package's, each of which a site may replace.

    With a `salt` (see `open_bytecode`) compiled templates are kept for the next time.
    """
    folders = [folder for folder in (own, package) if folder is not None]
    environment = _SiteEnvironment(
        loader=_ReadOnce(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=open_bytecode(salt) if salt else None,
    )
    environment.translate = words.gettext
    environment.filters["isolate"] = _isolator(words)
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(  # type: ignore[attr-defined]
        words.translations, newstyle=True
    )
    return environment


def _isolator(words: Words) -> Callable[[str], str]:
    """Return the filter for names, which may be written against the page."""
    locale: Any = words.locale
    right_to_left = locale.text_direction == "rtl"

    def isolate(name: str) -> str:
        against = runs_against(name, right_to_left=right_to_left)
        return Markup("<bdi>%s</bdi>") % name if against else name

    return isolate


__all__ = [
    "Environment",
    "TemplateError",
    "TemplateNotFound",
    "TemplateSources",
    "TemplateSyntaxError",
    "UndefinedError",
    "make_environment",
]


def template_names(package: Path, own: Path | None) -> tuple[str, ...]:
    """Return the names of all templates, the site's own included, sorted."""
    names: set[str] = set()
    for folder in (package, own):
        if folder is not None:
            names |= {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    return tuple(sorted(names))


class TemplateSources(Struct):
    """The sources of templates, and which others each may include."""

    environment: Environment
    _known: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict)

    def closure(self, name: str) -> dict[str, str]:
        """Return the sources of a template and of all that it may include, by name."""
        found: dict[str, str] = {}
        wanted = [name]
        while wanted:
            one = wanted.pop()
            if one not in found:
                found[one], others = self._look(one)
                wanted += others
        return found

    def _look(self, name: str) -> tuple[str, frozenset[str]]:
        if name not in self._known:
            try:
                source = source_of(self.environment, name)
            except TemplateNotFound:
                return "", frozenset()
            others = set(references(self.environment, source))
            if None in others:
                # Where a name is only known when a page is rendered, any but a page may be meant.
                everything = self.environment.list_templates(extensions=["html"])
                others |= {one for one in everything if not one.startswith("pages/")}
            self._known[name] = (source, frozenset(one for one in others if one is not None))
        return self._known[name]


def source_of(environment: Environment, name: str) -> str:
    """Return a template's source; raises `TemplateNotFound`."""
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def render(environment: Environment, template_name: str, **values: Any) -> str:
    """Render a template and end it with one line break."""
    return environment.get_template(template_name).render(**values).strip() + "\n"

"""The Jinja environment that templates are rendered in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from seasontracker.wording.catalogue import Words


def make_environment(package: Path, own: Path | None, words: Words) -> Environment:
    """Return an environment whose templates are the package's, each of which a site may replace."""
    folders = [folder for folder in (own, package) if folder is not None]
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(  # type: ignore[attr-defined]
        words.translations, newstyle=True
    )
    return environment


__all__ = [
    "Environment",
    "TemplateError",
    "TemplateNotFound",
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


def render(environment: Environment, template_name: str, **values: Any) -> str:
    """Render a template and end it with one line break."""
    return environment.get_template(template_name).render(**values).strip() + "\n"

"""Turns what goes wrong in a template into findings at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from traceback import walk_tb

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.pages.assets import AssetError

_EXPORTS_NOT = re.compile(r"the template '([^']+)' \(imported on .* does not export")


def check_templates(
    environment: Environment, names: tuple[str, ...], own: Path | None
) -> Iterator[Diagnostic]:
    """Report every template that does not compile."""
    for name in names:
        try:
            environment.get_template(name)
        except TemplateSyntaxError as error:
            yield _syntax_finding(error, name, own)
        except TemplateNotFound as error:
            yield _missing_finding(error, names, name, own)
        except UnicodeDecodeError:
            yield encoding_finding(name, own)


def asset_finding(error: AssetError, own: Path | None) -> Diagnostic:
    """Return the finding for a style sheet or script that cannot be read."""
    return encoding_finding(f"assets/{error.name}", own)


def template_finding(
    error: Exception, names: tuple[str, ...], own: Path | None
) -> Diagnostic | None:
    """Return the finding for an error while rendering; None when no template is to blame."""
    place = _template_place(error, own)
    if isinstance(error, TemplateSyntaxError):
        return _syntax_finding(error, error.name or "", own)
    if isinstance(error, TemplateNotFound):
        name = place[0] if place else str(error.name or "")
        return _missing_finding(error, names, name, own, place[1] if place else 1)
    if place is None:
        return None
    name, line = place
    if own is None or not (own / name).is_file():
        # Our template failed. It is to blame, and so are we, unless it misses a macro in one of
        # the site's own.
        named = _EXPORTS_NOT.search(str(error)) if isinstance(error, UndefinedError) else None
        if named is None or own is None or not (own / named[1]).is_file():
            return None
        name, line = named[1], 1
    return Diagnostic(
        Code.TEMPLATE_NAME,
        Location(_shown(name, own), line),
        _words(error),
        "a template sees `site`, `head` and `page`; docs/architecture.md says where they are made",
        _line(own, name, line),
    )


def encoding_finding(name: str, own: Path | None) -> Diagnostic:
    message = f"`{name}` is not UTF-8"
    return Diagnostic(Code.NOT_UTF8, Location(_shown(name, own)), message, "save the file as UTF-8")


def _words(error: Exception) -> str:
    text = str(error).replace("seasontracker.pages.views.", "").rstrip(".")
    return text.replace("'", "`") or type(error).__name__


def _template_place(error: Exception, own: Path | None) -> tuple[str, int] | None:
    """Return the template and line that an error passed through last."""
    found = None
    for frame, line in walk_tb(error.__traceback__):
        file = Path(frame.f_code.co_filename)
        if file.suffix == ".html":
            parts = file.parts
            start = len(parts) - 1 - parts[::-1].index("templates") if "templates" in parts else -1
            name = "/".join(parts[start + 1 :])
            if own is not None and file.is_relative_to(own):
                name = file.relative_to(own).as_posix()
            found = (name, line)
    return found


def _syntax_finding(error: TemplateSyntaxError, name: str, own: Path | None) -> Diagnostic:
    name = error.name or name
    message = (error.message or "this is not a template").rstrip(".").replace("'", "`")
    return Diagnostic(
        Code.TEMPLATE_SYNTAX,
        Location(_shown(name, own), error.lineno),
        message,
        "",
        _line(own, name, error.lineno),
    )


def _missing_finding(
    error: TemplateNotFound, names: tuple[str, ...], name: str, own: Path | None, line: int = 1
) -> Diagnostic:
    missing = str(error.name or "")
    return Diagnostic(
        Code.TEMPLATE_MISSING,
        Location(_shown(name, own), line),
        f"there is no template `{missing}`",
        suggestion(missing, names),
        _line(own, name, line),
    )


def _shown(name: str, own: Path | None) -> PurePosixPath:
    folder = own.name if own is not None else "templates"
    return PurePosixPath(folder) / name


def _line(own: Path | None, name: str, number: int) -> str:
    if own is None or not (own / name).is_file():
        return ""
    lines = (own / name).read_text("utf-8", errors="replace").split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""

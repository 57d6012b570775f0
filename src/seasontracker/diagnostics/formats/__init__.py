"""How findings are told to other programs: one module a format, each with a `render`."""

from __future__ import annotations

from importlib import import_module

from seasontracker.diagnostics.report import Report

FORMATS = ("json", "github", "gitlab", "sarif", "junit")
"""Each in a module of its name."""


def render_report(format_name: str, report: Report) -> str:
    """Return a report in one of the `FORMATS`, with a line break at its end unless it is empty."""
    module = import_module(f"seasontracker.diagnostics.formats.{format_name}")
    text: str = module.render(report)
    return text

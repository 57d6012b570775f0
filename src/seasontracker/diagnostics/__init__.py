"""Findings about content: what they are, their codes, and how they are shown."""

from seasontracker.diagnostics.codes import Code, find_code
from seasontracker.diagnostics.diagnostic import Diagnostic, Location, Severity
from seasontracker.diagnostics.log import DiagnosticLog
from seasontracker.diagnostics.quote import quoted

__all__ = ["Code", "Diagnostic", "DiagnosticLog", "Location", "Severity", "find_code", "quoted"]

"""Shows findings to a person: the line, the place in it, and the remedy."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from seasontracker.diagnostics.diagnostic import Diagnostic, Severity
from seasontracker.diagnostics.quote import visible

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
_WIDEST = 160


def print_diagnostics(console: Console, diagnostics: Iterable[Diagnostic]) -> None:
    """Print findings in order, each with its excerpt and hint."""
    for diagnostic in diagnostics:
        console.print(styled(diagnostic), soft_wrap=True)


def styled(diagnostic: Diagnostic) -> Text:
    """Return one finding as text whose words are those of `plain`."""
    severity = diagnostic.severity
    text = Text()
    text.append(f"{visible(str(diagnostic.location))}: ", "bold")
    text.append(f"{severity.value}[{diagnostic.code.value}]", _STYLES[severity])
    text.append(f" {diagnostic.code.title}: {visible(diagnostic.message)}")
    for line in _excerpt(diagnostic):
        text.append(f"\n{line}", "dim" if not line.lstrip().startswith("|") else "cyan")
    if diagnostic.hint:
        text.append(f"\n  hint: {visible(diagnostic.hint)}", "green")
    return text


def plain(diagnostic: Diagnostic) -> str:
    """Return one finding as plain text."""
    return styled(diagnostic).plain


def _excerpt(diagnostic: Diagnostic) -> list[str]:
    line = visible(diagnostic.excerpt)
    if not line.strip():
        return []
    place = diagnostic.location
    start = place.column - 1
    # A paragraph is one line to Markdown; show the part around the place.
    cut = max(0, start - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[cut : cut + _WIDEST]
    marked = shown[start - cut : start - cut + place.length]
    # Korean letters are two columns wide on a terminal.
    before = cell_len(shown[: start - cut]) + max(0, start - cut - len(shown))
    number = f"{place.line:>5} | "
    return [
        f"{number}{shown}",
        f"      | {' ' * before}{'^' * max(1, cell_len(marked))}",
    ]

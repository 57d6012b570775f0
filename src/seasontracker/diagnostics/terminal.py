"""Shows findings to a person: the line, the place in it, and the remedy."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from seasontracker.diagnostics.diagnostic import Diagnostic, Severity

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
    text.append(f"{diagnostic.location}: ", "bold")
    text.append(f"{severity.value}[{diagnostic.code.value}]", _STYLES[severity])
    text.append(f" {diagnostic.code.title}: {diagnostic.message}")
    for line in _excerpt(diagnostic):
        text.append(f"\n{line}", "dim" if not line.lstrip().startswith("|") else "cyan")
    if diagnostic.hint:
        text.append(f"\n  hint: {diagnostic.hint}", "green")
    return text


def plain(diagnostic: Diagnostic) -> str:
    """Return one finding as plain text."""
    return styled(diagnostic).plain


def _excerpt(diagnostic: Diagnostic) -> list[str]:
    line = diagnostic.excerpt.replace("\t", " ")
    if not line.strip():
        return []
    place = diagnostic.location
    start = place.column - 1
    length = max(1, min(place.length, len(line) - start))
    # A paragraph is one line to Markdown; show the part around the place.
    cut = max(0, start - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[cut : cut + _WIDEST]
    number = f"{place.line:>5} | "
    return [
        f"{number}{_visible(shown)}",
        f"      | {' ' * (start - cut)}{'^' * min(length, _WIDEST - (start - cut))}",
    ]


def _visible(line: str) -> str:
    """Replace characters that would move the cursor or hide what follows."""
    return "".join(character if character.isprintable() else "\ufffd" for character in line)

"""Shows findings to a person: the line, the place in it, and the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len

from seasontracker.diagnostics.diagnostic import Diagnostic, Severity
from seasontracker.diagnostics.quote import visible

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
_WIDEST = 160


def print_diagnostics(console: Console, diagnostics: Iterable[Diagnostic]) -> None:
    """Print findings in order, each with its excerpt and hint."""
    from rich.text import Text  # noqa: PLC0415 - not needed where there are no colours

    for diagnostic in diagnostics:
        console.print(Text.assemble(*_parts(diagnostic)), soft_wrap=True)


def plain(diagnostic: Diagnostic) -> str:
    """Return one finding as plain text, with the words that a terminal shows."""
    return "".join(text for text, _ in _parts(diagnostic))


def _parts(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a finding, each with its style."""
    severity = diagnostic.severity
    yield f"{visible(str(diagnostic.location))}: ", "bold"
    yield f"{severity.value}[{diagnostic.code.value}]", _STYLES[severity]
    yield f" {diagnostic.code.title}: {visible(diagnostic.message)}", ""
    for line in _excerpt(diagnostic):
        yield f"\n{line}", "dim" if not line.lstrip().startswith("|") else "cyan"
    if diagnostic.hint:
        yield f"\n  hint: {visible(diagnostic.hint)}", "green"


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

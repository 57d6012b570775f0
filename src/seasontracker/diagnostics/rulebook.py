"""The page of every code in `docs/diagnostics.md`, which travels with the program."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from seasontracker.diagnostics.codes import Code, find_code

_HEADING = re.compile(r"^### (?P<code>ST\d{3}) .*$", re.MULTILINE)
# An example may hold headings of its own.
_NEXT = re.compile(r"^## .+ \(ST\dxx\)$", re.MULTILINE)


__all__ = ["RulePage", "find_code", "read_rulebook"]


class RulePage(Struct, frozen=True):
    """What the documentation says about a code."""

    code: Code
    text: str
    """Markdown, without the heading."""

    @property
    def summary(self) -> str:
        """The first paragraph on one line."""
        return " ".join(self.text.partition("\n\n")[0].split())


def read_rulebook() -> dict[Code, RulePage]:
    """Return the page of every code; a test sees to it that each has one."""
    text = _book().read_text(encoding="utf-8")
    found = list(_HEADING.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    pages = {}
    for match, end in zip(found, ends, strict=True):
        body = text[match.end() : end]
        chapter = _NEXT.search(body)
        code = Code(match["code"])
        pages[code] = RulePage(code, (body[: chapter.start()] if chapter else body).strip())
    return pages


def _book() -> Path:
    """Return the file: inside an installed package, else in the repository."""
    package = Path(__file__).parents[1]
    inside = package / "docs" / "diagnostics.md"
    return inside if inside.is_file() else package.parents[1] / "docs" / "diagnostics.md"

"""Small pieces of markup that stand inside prose, from the macros of `partials/inline.html`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinja2 import Environment, TemplateSyntaxError
from msgspec import Struct

INLINE = "partials/inline.html"
"""The template whose macros the program itself calls."""
_NOTE = "<!-- note -->"
"""Where the macro puts the footnote itself."""
_MACROS = ("anchor", "certainty", "cites", "note_fold", "picture")


class Inline(Struct, frozen=True):
    """The macros of `partials/inline.html`."""

    macros: Any

    def cites(self, cites: Sequence[object]) -> str:
        """Return references to sources."""
        return str(self.macros.cites(cites)).strip() if cites else ""

    def mark(self, mark: object) -> str:
        """Return a mark of certainty."""
        return str(self.macros.certainty(mark)).strip()

    def anchor(self, anchor_id: str, text: str) -> str:
        """Return the link that a heading carries to itself."""
        return str(self.macros.anchor(anchor_id, text)).strip()

    def note_fold(self, fold: object) -> tuple[str, str]:
        """Return what stands before and after a footnote that is folded away."""
        before, _, after = str(self.macros.note_fold(fold)).partition(_NOTE)
        return before.strip(), after.strip()

    def picture(self, picture: object) -> str:
        """Return a picture with its caption, credit and licence."""
        return str(self.macros.picture(picture))


def load_inline(environment: Environment) -> Inline:
    """Return the inline macros of an environment's templates; raises what Jinja raises."""
    macros = environment.get_template(INLINE).module
    for name in _MACROS:
        if not hasattr(macros, name):
            raise TemplateSyntaxError(f"the macro `{name}` is missing", 1, INLINE)
    return Inline(macros)

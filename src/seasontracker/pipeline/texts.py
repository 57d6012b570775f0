"""Renders prose, unless the same text was rendered before."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from msgspec import Struct, field

from seasontracker.codec import squeeze, unsqueeze
from seasontracker.pages.markdown import Prose, render_prose
from seasontracker.pages.markdown.kept import keep_prose, kept_prose, prose_key
from seasontracker.rows import DamageError


class TextShelf(Struct):
    """The rendered texts of one show: those known before, those used, and those made now."""

    quick: bool
    """Whether plain prose may be rendered without Python-Markdown."""
    program: str
    """The digest of our own code and of all libraries."""
    known: Mapping[str, bytes] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    made: dict[str, bytes] = field(default_factory=dict)

    def render(
        self,
        text: str,
        *,
        path: PurePosixPath,
        first_line: int,
        language: str,
        id_prefix: str = "",
    ) -> Prose:
        """Return a text as `render_prose` renders it."""
        key = prose_key(
            text,
            path=path,
            first_line=first_line,
            language=language,
            id_prefix=id_prefix,
            quick=self.quick,
            program=self.program,
        )
        known = self.known.get(key)
        if known is not None:
            try:
                prose = kept_prose(unsqueeze(known))
            except DamageError:
                pass  # damaged: rendered again
            else:
                self.used.add(key)
                return prose
        prose = render_prose(
            text,
            path=path,
            first_line=first_line,
            language=language,
            id_prefix=id_prefix,
            quick=self.quick,
        )
        self.made[key] = squeeze(keep_prose(prose))
        return prose

"""Reads words, emphasis, links, citations and the like without Python-Markdown.

Only what can be read in one way is taken: every character of a text must belong to one of the
pieces below, and whatever else stands there sends the whole block to Python-Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

from msgspec import Struct

from seasontracker.pages.markdown.citations import MARKS, source_ids_of
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.reserved import (
    ANCHOR_TAG,
    PLACE_CLOSE,
    PLACE_OPEN,
    SLOT_CLOSE,
    SLOT_OPEN,
)
from seasontracker.pages.markdown.slots import citation_slot, link_slot, mark_slot
from seasontracker.pages.markdown.spans import span_attributes
from seasontracker.pages.markdown.targets import Leads, outside_url, where
from seasontracker.pages.markdown.typography import Typography
from seasontracker.pages.markdown.values import Citation, LinkReference

# Of ASCII only what means nothing inside a line: no backslash, underscore, backtick, bracket,
# brace, bar, tilde, `<` or tab; `!` only where no picture and `&` only where no entity begins.
_WORDS = r"[A-Za-z0-9\ \n.,;:?'\"()/%+$=@\#^>\-\u00a0-\ud7ff\ue005-\U0010ffff]"
_OURS = f"{SLOT_OPEN}-{ANCHOR_TAG[-1]}"
AUTOMATIC_LINK = r"https?://[\w.~:/?\#=%+-]+"
"""A URL that stands in angle brackets and has nothing in it that means anything else."""

_PIECE = re.compile(
    rf"""
    (?P<words> (?: {_WORDS}+ | !(?!\[) | &(?! \# | [A-Za-z0-9]*; ) )+ )
    | (?P<stars> \*{{1,2}} (?!\*) )
    | \[{PLACE_OPEN}(?P<place> [0-9]+){PLACE_CLOSE} (?:
        (?P<citation> @[^\[\]{_OURS}]* ) | ! (?P<mark> [a-z-]+ )
      ) \](?!\()
    | \[\^ (?P<footnote> [\w.:-]+ ) \]{PLACE_OPEN}[0-9]+{PLACE_CLOSE}
    | \[ (?P<text> [^\[\]`{_OURS}]+ ) \] (?:
        \( {PLACE_OPEN}(?P<at>[0-9]+){PLACE_CLOSE} (?P<target> [^\s()<>'"\[\]\\`{_OURS}]+ ) \)
        | \{{ {PLACE_OPEN}[0-9]+{PLACE_CLOSE} (?P<language> [^\n{{}}\[\]\\`{_OURS}]* ) \}}
      )
    | < (?P<automatic> {AUTOMATIC_LINK} ) >
    | ` (?P<code> [^`\[\]\\<&{_OURS}]+ ) ` (?!`)
    | (?P<odd> (?s:.) )
    """,
    re.VERBOSE,
)
_LINE_BREAK = "  \n"
_TAGS = {1: "em", 2: "strong"}


class PlainInlines(Struct, frozen=True):
    """What has to be known about a text before its lines can be read."""

    manuscript: Manuscript
    typography: Typography
    footnotes: Mapping[str, int]
    """The labels of the footnotes, and their numbers in the order of definition."""

    def html(self, text: str) -> str | None:
        """Return what Markdown makes of the text of a block, None if the text is not that plain."""
        if _LINE_BREAK in text:
            return None
        parts: list[str] = []
        opened: list[int] = []
        for piece in _PIECE.finditer(text):
            match piece.lastgroup:
                case "words":
                    part: str | None = _escaped(self.typography.apply(piece[0]))
                case "stars":
                    part = _emphasis(text, piece, opened)
                case "citation":
                    part = self._citation(piece["citation"], int(piece["place"]))
                case "mark":
                    part = mark_slot(piece["mark"]) if piece["mark"] in MARKS else None
                case "footnote":
                    part = self._footnote(piece["footnote"])
                case "target":
                    part = self._link(piece["text"], piece["target"], int(piece["at"]))
                case "language":
                    part = self._span(piece["text"], piece["language"])
                case "automatic":
                    part = _outside(piece["automatic"], piece["automatic"])
                case "code":
                    code = piece["code"].strip()
                    part = f"<code>{_escaped(code)}</code>" if code else None
                case _:
                    return None
            if part is None:
                return None
            parts.append(part)
        return None if opened else "".join(parts)

    def _citation(self, written: str, place: int) -> str | None:
        source_ids = source_ids_of(written)
        if source_ids is None:
            return None
        location = self.manuscript.locate_place(place, len(written) + 2)
        return citation_slot(Citation(source_ids, location))

    def _footnote(self, label: str) -> str | None:
        number = self.footnotes.get(label)
        return None if number is None else f"{SLOT_OPEN}f{number}{SLOT_CLOSE}"

    def _link(self, text: str, target: str, place: int) -> str | None:
        words = self.html(text)
        if words is None or not text.strip():
            return None
        if "&" in target:
            # An entity with a semicolon takes several ways at once; without one, only this.
            if ";" in target or "&#" in target:
                return None
            target = unescape(target)
        if where(target) is not Leads.INSIDE:
            return _outside(target, words)
        href = link_slot(LinkReference(target, self.manuscript.locate_place(place, len(target))))
        return f'<{ANCHOR_TAG} href="{href}">{words}</{ANCHOR_TAG}>'

    def _span(self, text: str, written: str) -> str | None:
        attributes = span_attributes(written)
        words = self.html(text)
        if attributes is None or words is None or not text.strip():
            return None
        pairs = "".join(f' {name}="{attributes[name]}"' for name in sorted(attributes))
        return f"<span{pairs}>{words}</span>"


def _outside(target: str, words: str) -> str | None:
    if where(target) is not Leads.OUTSIDE:
        return None
    href = escape(outside_url(target))
    return f'<{ANCHOR_TAG} href="{href}" rel="noopener">{words}</{ANCHOR_TAG}>'


def _escaped(text: str) -> str:
    return escape(text, quote=False) if "&" in text or ">" in text else text


def _emphasis(text: str, stars: re.Match[str], opened: list[int]) -> str | None:
    """Return a tag, and keep account of those that are open, the innermost last.

    Stars close emphasis of their own kind right after something that is no space; they open one
    that is not open yet right before such a thing. All else has rules that we leave to the library.
    """
    size = len(stars[0])
    if opened and opened[-1] == size:
        if text[stars.start() - 1].isspace():
            return None
        opened.pop()
        return f"</{_TAGS[size]}>"
    if size in opened or stars.end() == len(text) or text[stars.end()].isspace():
        return None
    opened.append(size)
    return f"<{_TAGS[size]}>"

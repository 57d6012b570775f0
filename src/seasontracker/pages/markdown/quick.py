"""Renders plain text without Python-Markdown, which tries every pattern on every line of it.

A block is plain if nothing in it or beside it can be read in two ways; then what Python-Markdown
would make of it is written down at once. Everything else is left to the library, which is not even
started if there is nothing left. `tests/pages/markdown/test_quick.py` holds both ways against each
other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from seasontracker.pages.markdown.footnotes import FootnotesExtension, note_slot
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import PLACE
from seasontracker.pages.markdown.quick_blocks import (
    Block,
    Kind,
    PlainBlocks,
    joined,
    split_blocks,
)
from seasontracker.pages.markdown.quick_inlines import AUTOMATIC_LINK, PlainInlines
from seasontracker.pages.markdown.reserved import SLOT_CLOSE, SLOT_OPEN
from seasontracker.pages.markdown.typography import typography_for

_DEFINITION = re.compile(rf"\[\^([\w.:-]+)\]: *({PLACE}.*)")
_INDENT = "    "
_STAND_IN = re.compile(f"<p>{SLOT_OPEN}q([0-9]+){SLOT_CLOSE}</p>\n?")
_FOOTNOTE = f"{SLOT_OPEN}f"
# HTML and fenced code reach across blank lines, a definition takes the paragraph before it, and
# a tab may be any number of spaces: beside such things no block is plain.
_FAR_REACHING = re.compile(rf"<(?!{AUTOMATIC_LINK}>)|\t|```|~~~|^ {{0,3}}:[ ]", re.MULTILINE)
# `U+0002 klzzwxh:0001 U+0003` and `U+0002 wzxhzdk:1 U+0003`, in HTML, in a slot or cut in two.
_NUMBERED = re.compile("[\x02\x03]|[hk](?::|%3A)[0-9]")
_GOES_ON = re.compile(r"^(?:[ >*+-]|\d+\.)", re.MULTILINE)


class QuickText(Struct, frozen=True):
    """A text of which the plain blocks have been rendered."""

    html: str | None
    """All of it, None if there is a rest."""
    footnotes: FootnotesExtension | None = None
    """The notes of a text without a rest, if it has any."""
    rest: str = ""
    """What is left for Python-Markdown, with stand-ins for what is not."""
    kept: Sequence[str] = ()
    """The HTML for which each stand-in stands."""

    def complete(self, html: str) -> str | None:
        """Put the blocks into the HTML of the rest; None if a stand-in got lost."""
        parts = _STAND_IN.split(html)
        if parts[1::2] != [str(number) for number in range(len(self.kept))]:
            return None
        parts[1::2] = self.kept
        return "".join(parts)


def render_quickly(text: str, manuscript: Manuscript, language: str) -> QuickText:
    """Render the plain blocks of a text with tokens and places."""
    sources = list(split_blocks(text))
    defining = [source for source in sources if _DEFINITION.match(source)]
    notes = _read_notes(defining)
    labels = {label: number for number, label in enumerate(notes or ())}
    reader = PlainBlocks(PlainInlines(manuscript, typography_for(language), labels))
    # A footnote leaves nothing where it was written: what stands around it are neighbours.
    blocks = reader.read(source for source in sources if not _DEFINITION.match(source))
    html = None if notes is None else joined(blocks)
    if html is None or notes is None:
        return _with_stand_ins(text, blocks, defining)
    if not notes:
        return QuickText(html)
    footnotes = FootnotesExtension(manuscript)
    for label, words in notes.items():
        footnotes.setFootnote(label, words)
    paragraphs = [reader.paragraph(words) for words in footnotes.footnotes.values()]
    if None in paragraphs:
        return _with_stand_ins(text, blocks, defining)
    listed = (f"<div>{note_slot(n)}</div>\n{words}" for n, words in enumerate(paragraphs))
    return QuickText("".join([html, *listed]), footnotes)


def shows_numbers(*results: str) -> bool:
    """Say whether the library gave away how many things it had understood before.

    It does where brackets are left open in odd ways; then only the whole text gives the same.
    """
    return any(_NUMBERED.search(result) for result in results)


def _read_notes(sources: Iterable[str]) -> dict[str, str] | None:
    """Return the words of each footnote by its label, None if two have the same."""
    notes: dict[str, str] = {}
    for source in sources:
        label = ""
        for line in source.split("\n"):
            if not (match := _DEFINITION.fullmatch(line)):
                notes[label] += f"\n{line.removeprefix(_INDENT)}"
            elif match[1] in notes:
                return None
            else:
                label = match[1]
                notes[label] = match[2]
    return {label: words.rstrip() for label, words in notes.items()}


def _with_stand_ins(text: str, blocks: Sequence[Block], defining: Sequence[str]) -> QuickText:
    """Leave the rest to Python-Markdown."""
    if _FAR_REACHING.search(text):
        return QuickText(None, rest=text)
    # A list or quotation goes on in the next block if that is one too.
    left = [*defining, *(block.source for block in blocks if block.html is None)]
    goes_on = any(_GOES_ON.search(source) for source in left)
    html_of = {
        block.source: block.html
        for block in blocks
        if block.html and not (goes_on and block.kind is not Kind.ALONE)
        # Only the library knows the numbers of the footnotes now.
        if _FOOTNOTE not in block.html
    }
    kept: list[str] = []
    parts: list[str] = []
    was_plain = False
    for part in text.split("\n\n"):
        html = [html_of.get(source) for source in split_blocks(part)]
        is_plain = bool(html) and None not in html
        if not is_plain:
            parts.append(part)
        elif was_plain and part[0] != "\n":
            kept[-1] += "".join(words or "" for words in html)
        else:
            # Line breaks stay, since they count in code.
            breaks = part[: len(part) - len(part.lstrip("\n"))]
            parts.append(f"{breaks}{SLOT_OPEN}q{len(kept)}{SLOT_CLOSE}")
            kept.append("".join(words or "" for words in html))
        was_plain = is_plain
    return QuickText(None, rest="\n\n".join(parts), kept=kept)

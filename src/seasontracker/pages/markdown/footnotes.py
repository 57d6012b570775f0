"""Footnotes: `[^id]` in the text, `[^id]: words` anywhere; numbered in the order of the text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteBlockProcessor, FootnoteExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from msgspec import Struct, field

from seasontracker.diagnostics import Code, Location
from seasontracker.pages.markdown.citations import carrier
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import (
    PLACE,
    first_place,
    without_first_place,
    without_places,
)
from seasontracker.pages.markdown.reserved import SLOT_CLOSE, SLOT_OPEN
from seasontracker.pages.markdown.slots import NOTE_FOLD_END, footnote_back_slot, note_fold_slot
from seasontracker.pages.markdown.values import FootnoteBack

_REFERENCE = rf"\[\^([^\[\]\n]+)\](?:{PLACE})?"
_REFERENCE_SLOT = re.compile(f"{SLOT_OPEN}f([0-9]+){SLOT_CLOSE}")
_NOTE = re.compile(f"<div>{SLOT_OPEN}n[0-9]+{SLOT_CLOSE}</div>\n?")


class FootnotesExtension(FootnoteExtension):
    """Reads definitions as the library does; markup and numbers are ours, since only we know
    the order of the text and may write ids."""

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__()
        self.manuscript = manuscript
        self._locations: dict[str, Location] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.registerExtension(self)
        self.parser = md.parser
        self.md = md
        md.parser.blockprocessors.register(FootnoteBlockProcessor(self), "footnote", 17)
        md.treeprocessors.register(_AppendNotes(self), "footnote", 50)
        md.inlinePatterns.register(_References(_REFERENCE, self), "footnote", 174)

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802 - the library's names
        """Keep the first definition of each label, and where it stands."""
        place, words = first_place(text), text
        if place is None:
            location = self.manuscript.find(f"[^{id}]:")
        else:
            first_line = without_places(text).partition("\n")[0]
            location = self.manuscript.locate_place(place, len(first_line))
            # A list only begins at the beginning of a line, with nothing before it.
            words = without_first_place(text)
        if id not in self.footnotes:
            self._locations[id] = location
            super().setFootnote(id, words)
        elif location != self._locations[id]:
            message = f"footnote `{id}` is there twice"
            self.manuscript.report(Code.DUPLICATE_ID, location, message, "give one another label")

    def report_unused(self, used: set[int]) -> None:
        """Report the footnotes that nothing in the text refers to."""
        for number, label in enumerate(self.footnotes):
            if number not in used:
                message = f"nothing refers to footnote `{label}`"
                hint = f"refer to it with `[^{label}]`, or remove it"
                self.manuscript.report(Code.BROKEN_ANCHOR, self._locations[label], message, hint)


class _AppendNotes(Treeprocessor):
    """Puts the notes at the end of the tree, so that they are treated like all other text."""

    def __init__(self, footnotes: FootnotesExtension) -> None:
        super().__init__()
        self._footnotes = footnotes

    def run(self, root: Element) -> None:
        footnotes = self._footnotes.footnotes
        number = 0
        # A footnote may define another one, which is then found while the first is parsed.
        while number < len(footnotes):
            # Not a paragraph, since a definition takes that for its term.
            SubElement(root, "div").text = AtomicString(note_slot(number))
            self._footnotes.parser.parseChunk(root, list(footnotes.values())[number])
            number += 1


class _References(InlineProcessor):
    def __init__(self, pattern: str, footnotes: FootnotesExtension) -> None:
        super().__init__(pattern)
        self._footnotes = footnotes

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        labels = list(self._footnotes.footnotes)
        if m[1] in labels:
            slot = f"{SLOT_OPEN}f{labels.index(m[1])}{SLOT_CLOSE}"
            return carrier(slot), m.start(), m.end()
        manuscript = self._footnotes.manuscript
        written = f"[^{m[1]}]"
        location = (
            manuscript.locate_place(int(m[2]), len(written)) if m[2] else manuscript.find(written)
        )
        manuscript.report(
            Code.BROKEN_ANCHOR,
            location,
            f"there is no footnote `{m[1]}`",
            f"add a line `[^{m[1]}]: ...`",
        )
        return None, None, None


class FootnoteNumbers(Struct):
    """The numbers that footnotes get in the order in which the text refers to them."""

    id_prefix: str
    _uses: dict[int, int] = field(default_factory=dict)
    """How often each note was referred to, in the order of their numbers."""
    _spoilers: dict[int, list[str]] = field(default_factory=dict)
    """The arguments of the spoilers that refer to each note; empty where open text does."""

    def number(self, html: str, spoils: str = "") -> str:
        """Replace the references in a stretch of cleaned HTML by numbered links.

        `spoils` is the argument of the spoiler around it.
        """
        return _REFERENCE_SLOT.sub(lambda match: self._link(match, spoils), html)

    def spoilers(self, note: int) -> list[str]:
        """Return the arguments of the spoilers around all that refers to a note."""
        found = self._spoilers[note]
        return [] if "" in found else found

    def _link(self, match: re.Match[str], spoils: str) -> str:
        note = int(match[1])
        self._uses[note] = self._uses.get(note, 0) + 1
        self._spoilers.setdefault(note, []).append(spoils)
        number = self.numbers.index(note) + 1
        return (
            f'<sup class="footnote-ref" id="{self._reference_id(number, self._uses[note])}">'
            f'<a href="#{self.id_prefix}fn:{number}" role="doc-noteref">{number}</a></sup>'
        )

    @property
    def numbers(self) -> list[int]:
        """The notes in the order of their numbers, which start at 1."""
        return list(self._uses)

    def _reference_id(self, number: int, repeat: int) -> str:
        return f"{self.id_prefix}fnref:{number}" + (f":{repeat}" if repeat > 1 else "")

    def list_item(self, number: int, html: str) -> str:
        """Return one footnote with its ways back to the text."""
        repeats = range(1, self._uses[self.numbers[number - 1]] + 1)
        ways_back = "".join(
            " " + footnote_back_slot(FootnoteBack(number, n, self._reference_id(number, n)))
            for n in repeats
        )
        html = html.strip()
        paragraph = html.endswith("</p>")
        body = html.removesuffix("</p>") + ways_back + "</p>" if paragraph else html + ways_back
        spoilers = self.spoilers(self.numbers[number - 1])
        if spoilers:
            body = f"{note_fold_slot(spoilers)}{body}{NOTE_FOLD_END}"
        return f'<li id="{self.id_prefix}fn:{number}">{body}</li>'


def note_slot(number: int) -> str:
    """Return what marks where a footnote begins, after the text."""
    return f"{SLOT_OPEN}n{number}{SLOT_CLOSE}"


def split_notes(html: str) -> tuple[str, list[str]]:
    """Part the text from its footnotes, which stand at its end in the order of definition."""
    body, *notes = _NOTE.split(html)
    return body, notes

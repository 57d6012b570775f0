"""Citations `[@id; @id2]` and confidence marks `[!speculation]` in running text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from seasontracker.diagnostics import Code
from seasontracker.diagnostics.suggest import choices, suggestion
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import PLACE, without_places
from seasontracker.pages.markdown.slots import citation_slot, mark_slot
from seasontracker.pages.markdown.values import Citation

MARKS = ("official", "on-record", "reported", "listing", "rumour", "speculation")

# `[@handle](https://...)` is a link whose text happens to begin with an at sign.
_CITATION = rf"\[{PLACE}(@[^\[\]]*)\](?!\()"
_MARK = rf"\[{PLACE}!([A-Za-z][\w-]*)\](?!\()"
_SOURCE = re.compile(r"@(\w[\w.:-]*)")

# Not an element of HTML: the cleaner takes it away and leaves the slot that it holds.
CARRIER_TAG = "slot-carrier"

_Match = tuple[Element | str | None, int | None, int | None]


def carrier(slot: str) -> Element:
    """Return an element that carries a slot through Markdown untouched."""
    element = Element(CARRIER_TAG)
    element.text = AtomicString(slot)
    return element


def source_ids_of(written: str) -> tuple[str, ...] | None:
    """Read `@id; @id2`; anything else is None."""
    sources = [_SOURCE.fullmatch(part.strip()) for part in written.split(";")]
    source_ids = tuple(source[1] for source in sources if source)
    return source_ids if len(source_ids) == len(sources) else None


class CitationsExtension(Extension):
    """Turns citations and marks into slots, and reports malformed and unknown ones."""

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__()
        self._manuscript = manuscript

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        # After code and escapes, before everything else that begins with a bracket.
        md.inlinePatterns.register(_Citations(_CITATION, self._manuscript), "citation", 176)
        md.inlinePatterns.register(_Marks(_MARK, self._manuscript), "mark", 175)


class _Citations(InlineProcessor):
    def __init__(self, pattern: str, manuscript: Manuscript) -> None:
        super().__init__(pattern)
        self._manuscript = manuscript

    def handleMatch(self, m: re.Match[str], data: str) -> _Match:  # type: ignore[override]  # noqa: N802
        written = f"[{without_places(m[2])}]"
        location = self._manuscript.locate_place(int(m[1]), len(written))
        source_ids = source_ids_of(without_places(m[2]))
        if source_ids is None:
            self._manuscript.report(
                Code.UNKNOWN_SOURCE,
                location,
                f"`{' '.join(written.split())}` is not a citation",
                "write `[@id]` or `[@id; @other-id]` with ids from sources.yaml",
            )
            return None, None, None
        return carrier(citation_slot(Citation(source_ids, location))), m.start(), m.end()


class _Marks(InlineProcessor):
    def __init__(self, pattern: str, manuscript: Manuscript) -> None:
        super().__init__(pattern)
        self._manuscript = manuscript

    def handleMatch(self, m: re.Match[str], data: str) -> _Match:  # type: ignore[override]  # noqa: N802
        if m[2] not in MARKS:
            self._manuscript.report(
                Code.UNKNOWN_MARK,
                self._manuscript.locate_place(int(m[1]), len(m[2]) + 3),
                f"`{m[2]}` is not a confidence mark",
                suggestion(m[2], MARKS, otherwise=choices(MARKS)),
            )
            return None, None, None
        return carrier(mark_slot(m[2])), m.start(), m.end()

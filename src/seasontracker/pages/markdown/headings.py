"""Headings: an id for each, made of its words, and the list of them."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct, field

from seasontracker.pages.markdown.clean import plain_text
from seasontracker.pages.markdown.slots import heading_slot, without_slots
from seasontracker.pages.markdown.values import Heading

# Raw HTML may put a heading into a list in a heading; then only the inner one counts.
_HEADING = re.compile(r"<h([2-6])>((?:(?!</?h[2-6]>).)*)</h\1>", re.DOTALL)
_LINK_TAG = re.compile(r"</?a\b[^>]*>")
_NAMELESS = "section"
_OF_THE_PAGE = re.compile(
    r"content|contents|follow|key-facts|short-answer|sources|updates|source-[0-9]+"
    r"|cite-[0-9]+-[0-9]+"
)
"""Ids that the page around the text has."""


class HeadingList(Struct):
    """The headings of one text, in order, and the ids that they have taken."""

    id_prefix: str
    headings: list[Heading] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def number(self, html: str, spoils: str) -> str:
        """Give every heading of a stretch of cleaned HTML its id and the slot at its end."""

        def identify(match: re.Match[str]) -> str:
            inline = " ".join(_LINK_TAG.sub("", without_slots(match[2])).split())
            text = plain_text(inline)
            if not text and match[2] == inline:
                return ""
            # An address must not say what the page keeps folded away.
            words = text if spoils in ("", "none", "premise") else ""
            heading = Heading(int(match[1]), self._free_id(words), text, inline, spoils)
            self.headings.append(heading)
            tag = f"h{heading.level}"
            return f'<{tag} id="{heading.id}">{match[2]}{heading_slot(heading)}</{tag}>'

        return _HEADING.sub(identify, html)

    def _free_id(self, text: str) -> str:
        base = candidate = self.id_prefix + (slug(text) or _NAMELESS)
        repeat = 1
        while candidate in self._taken or _OF_THE_PAGE.fullmatch(candidate):
            repeat += 1
            candidate = f"{base}-{repeat}"
        self._taken.add(candidate)
        return candidate


def slug(text: str) -> str:
    """Return the letters and digits of any script in lower case, joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).lower()))

"""Invisible numbers beside links, citations and tags, so that Markdown need not count lines.

Python-Markdown forgets where its text came from. Before it runs, a number is put behind every
opening that may begin something we later want to point at; what Markdown makes of the text tells
which of them mattered, and the others are taken out again.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from seasontracker.pages.markdown.allowed import TAGS
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.reserved import PLACE_CLOSE, PLACE_OPEN

PLACE = f"{PLACE_OPEN}([0-9]+){PLACE_CLOSE}"
_PLACE = re.compile(PLACE)
_TAG_PLACE = re.compile(f" {PLACE_OPEN}t([0-9]+){PLACE_CLOSE}")
UNREAD_MARKDOWN = re.compile(rf"(?:\[{PLACE}[@!]|\]\(<?{PLACE})")
REFUSED_TAG = re.compile(rf"</?([A-Za-z][^\s<>/]*){_TAG_PLACE.pattern}")

# Every way begins with a sign of its own, so that the expression is tried at no other.
_OPENING = re.compile(
    r"""
    \]\([ \t]*<?                                # a link or picture: its target follows
    | \[ (?:
        (?P<bracket>) (?= [@!][^\[\]]*\] )        # a citation or mark
        | (?P<footnote> \^[^\[\]\n]+\] ) (?! : )  # a reference to a footnote
        | [^\[\]\n]+\]:[ \t]*(?:<(?=[^\s<>]*[:.\#][^\s<>]*>))?(?=\S)  # what a label means
      )
    | \]\{                                      # the language of a span
    | <(?P<tag>[A-Za-z][^\s<>/@]*) (?= [\s/>] )
    """,
    re.VERBOSE,
)
_AUTOLINK = re.compile(r"https?:", re.IGNORECASE)


def with_places(manuscript: Manuscript, start: int, end: int) -> str:
    """Return a stretch of the text with numbers behind its openings."""

    def number(match: re.Match[str]) -> str:
        if match["tag"]:
            if match["tag"].lower() in TAGS or _AUTOLINK.match(match["tag"]):
                return match[0]
            place = manuscript.add_place(start + match.start())
            return f"{match[0]} {PLACE_OPEN}t{place}{PLACE_CLOSE}"
        # A finding about a citation, mark or footnote is about all of it, else about what follows.
        whole = match.lastgroup is not None
        place = manuscript.add_place(start + (match.start() if whole else match.end()))
        return f"{match[0]}{PLACE_OPEN}{place}{PLACE_CLOSE}"

    return _OPENING.sub(number, manuscript.text[start:end])


def without_places(text: str) -> str:
    """Take out the numbers that meant nothing."""
    return _PLACE.sub("", _TAG_PLACE.sub("", text)).replace(PLACE_OPEN, "").replace(PLACE_CLOSE, "")


def first_place(text: str) -> int | None:
    """Return the first number in the text."""
    match = _PLACE.search(text)
    return int(match[1]) if match else None


def without_first_place(text: str) -> str:
    """Take out the first number in the text."""
    return _PLACE.sub("", text, count=1)


class PlacesExtension(Extension):
    """Takes the remaining numbers out of the tree before typography looks at its neighbours."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.treeprocessors.register(_RemovePlaces(md), "places", 12)


class _RemovePlaces(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            element.text = _cleared(element.text)
            element.tail = _cleared(element.tail)


def _cleared(text: str | None) -> str | None:
    if not text or PLACE_OPEN not in text:
        return text
    cleared = without_places(text)
    return AtomicString(cleared) if isinstance(text, AtomicString) else cleared

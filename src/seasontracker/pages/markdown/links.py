"""Links and pictures: those of this site become slots, unsafe ones are taken out."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from seasontracker.diagnostics import Code, Location
from seasontracker.pages.markdown.citations import CARRIER_TAG
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import first_place, without_places
from seasontracker.pages.markdown.reserved import ANCHOR_TAG, without_reserved
from seasontracker.pages.markdown.slots import link_slot, picture_slot, without_slots
from seasontracker.pages.markdown.targets import Leads, outside_url, where
from seasontracker.pages.markdown.values import LinkReference, PictureReference

_ESCAPED = re.compile("\x02([0-9]+)\x03")
_LEFTOVER = re.compile("\x02[^\x03]*\x03|[\x02\x03]")
_INSIDE_HINT = "write `show:<show>/season-<n>` or a relative path to a .md file"


class LinksExtension(Extension):
    """Judges every link and picture that Markdown found."""

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__()
        self._manuscript = manuscript

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        # Last, when titles and targets are what they will be.
        md.treeprocessors.register(_Links(self._manuscript), "links", -10)


class _Links(Treeprocessor):
    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__()
        self._manuscript = manuscript

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            if element.tag == "a":
                self._judge_link(element)
            elif element.tag == "img":
                self._judge_picture(element)

    def _judge_link(self, element: Element) -> None:
        target, location = self._target(element.get("href", ""))
        title = _plain(element.get("title", ""))
        element.attrib.clear()
        match where(target):
            case Leads.OUTSIDE:
                element.tag = ANCHOR_TAG
                element.set("href", outside_url(target))
                element.set("rel", "noopener")
            case Leads.INSIDE:
                element.tag = ANCHOR_TAG
                element.set("href", link_slot(LinkReference(target, location)))
            case Leads.ROOT:
                element.tag = CARRIER_TAG
                self._refuse(
                    location, f"`{_line(target)}` starts at the root of the host", _INSIDE_HINT
                )
            case Leads.UNSAFE:
                element.tag = CARRIER_TAG
                hint = f"link to https:, http: or mailto:, or {_INSIDE_HINT}"
                self._refuse(location, f"`{_line(target)}` is not a safe link", hint)
        if title and element.tag == ANCHOR_TAG:
            element.set("title", title)

    def _judge_picture(self, element: Element) -> None:
        target, location = self._target(element.get("src", ""))
        alt, title = _plain(element.get("alt", "")), _plain(element.get("title", ""))
        element.attrib.clear()
        element.tag = CARRIER_TAG
        if where(target) is Leads.INSIDE and not target.startswith("show:"):
            picture = PictureReference(target, alt, title, location)
            element.text = AtomicString(picture_slot(picture))
        else:
            hint = "put the file into the images/ folder of the season and write `images/<file>`"
            self._refuse(location, f"`{_line(target)}` is not a picture of this site", hint)
            element.text = AtomicString(alt)

    def _target(self, written: str) -> tuple[str, Location]:
        target = _plain(written)
        place = first_place(written)
        if place is None:
            return target, self._manuscript.find(target)
        return target, self._manuscript.locate_place(place, len(target))

    def _refuse(self, location: Location, message: str, hint: str) -> None:
        self._manuscript.report(Code.UNSAFE_LINK, location, message, hint)


def _plain(written: str) -> str:
    """Return an attribute as the editor wrote it, without what this run has put into it."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1])), written.replace(AMP_SUBSTITUTE, "&"))
    return without_reserved(unescape(without_places(without_slots(_LEFTOVER.sub("", text)))))


def _line(target: str) -> str:
    return " ".join(target.split())

"""Slots: places in cleaned HTML that a page fills in later; each carries what it stands for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from html import escape
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, unquote

from seasontracker.diagnostics import Location
from seasontracker.pages.markdown.reserved import SLOT_CLOSE, SLOT_OPEN
from seasontracker.pages.markdown.values import (
    Citation,
    FootnoteBack,
    Heading,
    LinkReference,
    PictureReference,
)

SLOT = re.compile(f"{SLOT_OPEN}(?P<kind>[a-z])(?P<payload>[^{SLOT_OPEN}{SLOT_CLOSE}]*){SLOT_CLOSE}")
# Both ways begin with a character of their own, so that the expression is tried at few others.
_PLACEHOLDER = re.compile(
    f'(?: (?P<href>href="){SLOT_OPEN}|{SLOT_OPEN}){SLOT.pattern[1:]}(?(href)")'
)
_TARGET = re.compile(f' href="{SLOT.pattern}"')
_ENCODED = {code: quote(chr(code), safe="") for code in range(128)}
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_DECODER = json.JSONDecoder()
_FREQUENT = (("%22", '"'), ("%2C", ","), ("%5B", "["), ("%5D", "]"), ("%2F", "/"), ("%20", " "))

Reference = Citation | FootnoteBack | Heading | LinkReference | PictureReference


def citation_slot(citation: Citation) -> str:
    return _slot("c", list(citation.source_ids), citation.location)


def mark_slot(word: str) -> str:
    return _slot("m", word)


def link_slot(link: LinkReference) -> str:
    return _slot("l", link.target, link.location)


def picture_slot(picture: PictureReference) -> str:
    return _slot(
        "p", picture.file, picture.alt, picture.title, picture.location, int(picture.alone)
    )


def heading_slot(heading: Heading) -> str:
    return _slot("h", heading.level, heading.id, heading.text, heading.html, heading.spoils)


def footnote_back_slot(back: FootnoteBack) -> str:
    return _slot("b", back.number, back.repeat, back.target_id)


def note_fold_slot(positions: Sequence[str]) -> str:
    """Return what begins a footnote that only spoilers refer to, with their arguments."""
    return _slot("s", list(positions))


NOTE_FOLD_END = f"{SLOT_OPEN}e%5B%5D{SLOT_CLOSE}"


def references(html: str) -> Iterator[Reference]:
    """Yield what the slots stand for, in order, except marks and folds."""
    for match in SLOT.finditer(html):
        if match["kind"] not in "mse":
            yield _reference(match["kind"], match["payload"])


def without_slots(html: str) -> str:
    """Return the HTML with its slots taken out."""
    return SLOT.sub("", _TARGET.sub("", html)) if SLOT_OPEN in html else html


def fill(
    html: str,
    *,
    citation: Callable[[Citation], str],
    mark: Callable[[str], str],
    link: Callable[[LinkReference], str | None],
    picture: Callable[[PictureReference], str],
    heading_link: Callable[[Heading], str] | None = None,
    footnote_back: Callable[[FootnoteBack], str] | None = None,
    note_fold: Callable[[Sequence[str]], tuple[str, str]] | None = None,
) -> str:
    """Replace every slot by what the callables return: safe markup, and for `link` a URL.

    A link without a URL loses its `href`. Without `heading_link` headings end with nothing,
    without `footnote_back` footnotes end with a plain arrow, without `note_fold` none is folded.
    `note_fold` returns what stands before and after a footnote that gives something away.
    """
    after = ""

    def replace(match: re.Match[str]) -> str:
        nonlocal after
        if match["kind"] == "m":
            return mark(_fields(match["payload"])[0])
        if match["kind"] == "s":
            positions = _fields(match["payload"])[0]
            before, after = note_fold(positions) if note_fold else ("", "")
            return before
        if match["kind"] == "e":
            return after
        reference = _reference(match["kind"], match["payload"])
        match reference:
            case Citation():
                return citation(reference)
            case LinkReference():
                url = link(reference)
                return "" if url is None else f' href="{escape(url)}"'
            case PictureReference():
                return picture(reference)
            case Heading():
                return heading_link(reference) if heading_link else ""
            case FootnoteBack():
                return footnote_back(reference) if footnote_back else plain_way_back(reference)

    return _PLACEHOLDER.sub(replace, html)


def plain_way_back(back: FootnoteBack) -> str:
    """Return the link from a footnote back to the text, without any word on it."""
    return f'<a class="footnote-back" href="#{escape(back.target_id)}" role="doc-backlink">↩</a>'


def _slot(kind: str, *fields: object) -> str:
    return f"{SLOT_OPEN}{kind}{_packed(fields)}{SLOT_CLOSE}"


def _packed(value: object) -> str:
    """Return JSON, percent-encoded."""
    match value:
        case str():
            return _packed_text(value)
        case int():
            return str(value)
        case Location(path=path, line=line, column=column, length=length):
            return f"%5B{_packed_text(str(path))}%2C{line}%2C{column}%2C{length}%5D"
        case list() | tuple():
            return f"%5B{'%2C'.join(map(_packed, value))}%5D"
    raise TypeError(f"not for a slot: {value!r}")


# Paths, ids and the words of marks come again and again.
@lru_cache(maxsize=4096)
def _packed_text(text: str) -> str:
    # Percent-encoding leaves only letters, digits, `-._~` and `%`, which no HTML parser changes.
    packed = _ENCODER.encode(text)
    return packed.translate(_ENCODED) if packed.isascii() else quote(packed, safe="")


def _location(packed: list[Any]) -> Location:
    path, line, column, length = packed
    return Location(_path(path), line, column, length)


@lru_cache(maxsize=256)
def _path(text: str) -> PurePosixPath:
    return PurePosixPath(text)


def _fields(payload: str) -> list[Any]:
    text = payload
    for code, sign in _FREQUENT:
        text = text.replace(code, sign)
    fields: list[Any]
    fields, _ = _DECODER.raw_decode(unquote(payload) if "%" in text else text)
    return fields


# Prose asks for its references once, and the page that is made of it asks for the same again.
@lru_cache(maxsize=4096)
def _reference(kind: str, payload: str) -> Reference:
    match kind, _fields(payload):
        case "c", [source_ids, place]:
            return Citation(tuple(source_ids), _location(place))
        case "l", [target, place]:
            return LinkReference(target, _location(place))
        case "p", [file, alt, title, place, alone]:
            return PictureReference(file, alt, title, _location(place), bool(alone))
        case "h", [level, heading_id, text, html, spoils]:
            return Heading(level, heading_id, text, html, spoils)
        case "b", [number, repeat, target_id]:
            return FootnoteBack(number, repeat, target_id)
    raise ValueError(f"not a slot: {kind}{payload}")

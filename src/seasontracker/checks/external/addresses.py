"""The outside addresses that content names, each with the places where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias
from urllib.parse import quote, urldefrag

from msgspec import Struct, field
from msgspec.structs import replace

from seasontracker.diagnostics import Location
from seasontracker.sources import Document, Plain, Step

_WHOLE = re.compile(r"https?://[^\s@/?#]+(?:[/?#]\S*)?")
_NOT_IN_LINKS = r"[^\s()<>\"]"
_LINK = re.compile(
    # `](…)`, `[label]: …` and `<…>`; an address may hold pairs of parentheses.
    rf"(?:\]\([ \t]*<?|\]:[ \t]*<?|<)(https?://(?:{_NOT_IN_LINKS}|\({_NOT_IN_LINKS}*\))+)"
)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE_SPAN = re.compile(r"(?<!`)(`++)[^`\n]++\1(?!`)")
_OURS = frozenset({"base_url"})
_VIDEO = re.compile(r"[A-Za-z0-9_-]{11}")


class Mention(Struct, frozen=True):
    """A place where an address is written, and the line it is on."""

    location: Location
    excerpt: str
    archived_url: str = ""
    """The copy that the same entry names; empty when it names none."""
    can_have_archive: bool = False
    """Whether the entry has a key for a copy."""


class Address(Struct):
    """An outside address, asked once however often it is written."""

    url: str
    """As it is written, and shown."""
    asked: str
    """What is requested; differs where a page answers well for what is not there."""
    mentions: list[Mention] = field(default_factory=list)

    @property
    def is_written(self) -> bool:
        """Whether the file holds the address itself, and not an id that it is made from."""
        return self.asked == urldefrag(self.url).url

    def moved_to(self, target: str) -> str:
        """Return the new address, with the place on the page (RFC 9110, section 10.2.2)."""
        _, fragment = urldefrag(self.url)
        return f"{target}#{fragment}" if fragment else target


def find_addresses(documents: Iterable[Document]) -> list[Address]:
    """Return the addresses of all documents, each once, in the order of the files."""
    found: dict[str, Address] = {}
    for document in documents:
        finder = _Finder(document, document.source.text.split("\n"))
        for address, mention in finder.find():
            found.setdefault(address.url, address).mentions.append(mention)
    return list(found.values())


_Found: TypeAlias = Iterator[tuple[Address, Mention]]


class _Finder(Struct, frozen=True):
    """A document in which addresses are looked for."""

    document: Document
    lines: Sequence[str]
    """Those of the whole file."""

    def find(self) -> _Found:
        """Yield the addresses of values, and those of links in the body."""
        yield from self._in_value(self.document.value, ())
        body = self.document.body.split("\n")
        for number, line in enumerate(_without_code(body), start=self.document.body_line):
            for match in _LINK.finditer(line):
                yield _address(match[1]), self._mention(match[1], number, match.start(1) + 1)

    def _in_value(self, value: Plain, steps: tuple[Step, ...]) -> _Found:
        if isinstance(value, Mapping):
            for key, inner in value.items():
                found = self._of_key(key, inner, (*steps, key))
                is_source = key == "url" and "publisher" in value
                yield from _of_source(found, value) if is_source else found
        elif isinstance(value, Sequence) and not isinstance(value, str):
            for index, inner in enumerate(value):
                yield from self._in_value(inner, (*steps, index))
        elif isinstance(value, str):
            yield from self._in_text(value, steps)

    def _of_key(self, key: str, value: Plain, steps: tuple[Step, ...]) -> _Found:
        video_id = value.strip() if key == "video_id" and isinstance(value, str) else ""
        if _VIDEO.fullmatch(video_id):
            place = self.document.locate(*steps)
            yield _video(video_id), self._mention(video_id, place.line, place.column)
        elif key not in _OURS:
            yield from self._in_value(value, steps)

    def _in_text(self, value: str, steps: tuple[Step, ...]) -> _Found:
        """Yield an address that is all of a value, and the links of Markdown in it."""
        text = value.strip()
        urls = [text] if _WHOLE.fullmatch(text) else _LINK.findall(text)
        if not urls:
            return
        place = self.document.locate(*steps)
        line, start = place.line, place.column - 1
        for url in urls:
            # An address has no spaces, so that it stands whole on one line even of folded text.
            while line <= len(self.lines):
                at = self.lines[line - 1].find(url, start)
                if at >= 0:
                    yield _address(url), self._mention(url, line, at + 1)
                    start = at + len(url)
                    break
                line, start = line + 1, 0

    def _mention(self, url: str, line: int, column: int) -> Mention:
        location = Location(self.document.path, line, column, len(url))
        return Mention(location, self.lines[line - 1])


def _of_source(found: _Found, source: Mapping[str, Plain]) -> _Found:
    archived = source.get("archived_url")
    copy = archived.strip() if isinstance(archived, str) else ""
    for address, mention in found:
        yield address, replace(mention, archived_url=copy, can_have_archive=True)


def _without_code(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines of Markdown with blanks for what is code, in fences and spans."""
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            yield ""
        elif found:
            fence = found[1]
            yield ""
        else:
            yield _CODE_SPAN.sub(lambda match: " " * len(match[0]), line)


def _address(url: str) -> Address:
    return Address(url, urldefrag(url).url)


def _video(video_id: str) -> Address:
    """YouTube's page of a video answers well for any id; its oEmbed does not (oembed.com)."""
    watch = f"https://www.youtube.com/watch?v={video_id}"
    asked = f"https://www.youtube.com/oembed?format=json&url={quote(watch, safe='')}"
    return Address(watch, asked)

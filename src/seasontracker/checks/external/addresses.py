"""The outside addresses that content names, each with the places where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urldefrag

from seasontracker.diagnostics import Location
from seasontracker.sources import Document, Plain, Step

_WHOLE = re.compile(r"https?://[^\s@/?#]+(?:[/?#]\S*)?")
_NOT_IN_LINKS = r"[^\s()<>\"]"
_LINK = re.compile(
    # `](…)`, `[label]: …` and `<…>`; an address may hold pairs of parentheses.
    rf"(?:\]\([ \t]*<?|\]:[ \t]*<?|<)(https?://(?:{_NOT_IN_LINKS}|\({_NOT_IN_LINKS}*\))+)"
)
_CODE = re.compile(r"^(```+|~~~+).*?^\1|`+[^`\n]+`+", re.MULTILINE | re.DOTALL)
_OURS = frozenset({"base_url"})
_VIDEO = re.compile(r"[A-Za-z0-9_-]{11}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an address is written, and the line it is on."""

    location: Location
    excerpt: str
    archived_url: str = ""
    """The copy that the same entry names; empty when it names none."""
    can_have_archive: bool = False
    """Whether the entry has a key for a copy."""


@dataclass(slots=True)
class Address:
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
        for address, mention in _in_document(document):
            found.setdefault(address.url, address).mentions.append(mention)
    return list(found.values())


def _in_document(document: Document) -> Iterator[tuple[Address, Mention]]:
    yield from _in_value(document, document.value, ())
    body = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), document.body)
    for match in _LINK.finditer(body):
        start = match.start(1)
        line = document.body_line + body.count("\n", 0, start)
        column = start - (body.rfind("\n", 0, start) + 1) + 1
        yield _address(match[1]), _mention(document, match[1], line, column)


def _in_value(
    document: Document, value: Plain, steps: tuple[Step, ...]
) -> Iterator[tuple[Address, Mention]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            found = _of_key(document, key, inner, (*steps, key))
            yield from _of_source(found, value) if key == "url" and "publisher" in value else found
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, inner in enumerate(value):
            yield from _in_value(document, inner, (*steps, index))
    elif isinstance(value, str):
        yield from _in_text(document, value, steps)


def _of_key(
    document: Document, key: str, value: Plain, steps: tuple[Step, ...]
) -> Iterator[tuple[Address, Mention]]:
    if key == "video_id" and isinstance(value, str) and _VIDEO.fullmatch(value.strip()):
        place = document.locate(*steps)
        yield _video(value.strip()), _mention(document, value.strip(), place.line, place.column)
    elif key not in _OURS:
        yield from _in_value(document, value, steps)


def _of_source(
    found: Iterable[tuple[Address, Mention]], source: Mapping[str, Plain]
) -> Iterator[tuple[Address, Mention]]:
    archived = source.get("archived_url")
    copy = archived.strip() if isinstance(archived, str) else ""
    for address, mention in found:
        yield address, replace(mention, archived_url=copy, can_have_archive=True)


def _in_text(
    document: Document, value: str, steps: tuple[Step, ...]
) -> Iterator[tuple[Address, Mention]]:
    """Yield an address that is all of a value, and the links of Markdown in it."""
    text = value.strip()
    urls = [text] if _WHOLE.fullmatch(text) else _LINK.findall(text)
    place = document.locate(*steps)
    line, column = place.line, place.column
    for url in urls:
        # An address has no spaces, so that it stands whole on one line even of folded text.
        lines = document.source.text.split("\n")
        for number in range(line, len(lines) + 1):
            at = lines[number - 1].find(url, column - 1 if number == line else 0)
            if at >= 0:
                yield _address(url), _mention(document, url, number, at + 1)
                line, column = number, at + 1 + len(url)
                break


def _mention(document: Document, url: str, line: int, column: int) -> Mention:
    location = Location(document.path, line, column, len(url))
    return Mention(location, document.source.line(line))


def _address(url: str) -> Address:
    return Address(url, urldefrag(url).url)


def _video(video_id: str) -> Address:
    """YouTube's page of a video answers well for any id; its oEmbed does not (oembed.com)."""
    watch = f"https://www.youtube.com/watch?v={video_id}"
    asked = f"https://www.youtube.com/oembed?format=json&url={quote(watch, safe='')}"
    return Address(watch, asked)

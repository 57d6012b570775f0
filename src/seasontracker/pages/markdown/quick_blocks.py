"""Reads plain paragraphs, headings, lists, quotations and tables without Python-Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import groupby

from msgspec import Struct

from seasontracker.pages.markdown.quick_inlines import PlainInlines
from seasontracker.pages.markdown.reserved import SLOT_CLOSE, SLOT_OPEN

_SPACES_ONLY = re.compile(r"(?<=\n) +\n")
_DIRECTIVE = re.compile(f"{SLOT_OPEN}d[0-9]+{SLOT_CLOSE}")
# A line that begins with anything else might begin a heading, list, quotation, rule, table,
# definition or code, or underline the line before it.
_ODD_LINE = re.compile(
    r"\n(?! {0,3}(?:[^\W_]|[^\x00-\xa0\s\ue000-\ue004]|[\"'(\[`$,;./?!%&@]|\*{1,2}[^\s*]))"
)
_LIST = re.compile(r"(?:[-+*]|\d+\.) ")
_BULLET = re.compile(r"[-+*] +(?=\S)")
_NUMBER = re.compile(r"([0-9]{1,6})\. +(?=\S)")
# A bar might make a table of the heading and the line below it.
_HEADING = re.compile(r"(#{1,6})([^#\\|\n]+)(?:\n|\Z)")
_RULE = frozenset(":- ")
_ALIGN = {
    (True, True): ' align="center"',
    (True, False): ' align="left"',
    (False, True): ' align="right"',
    (False, False): "",
}


class Kind(Enum):
    """What a block is to its neighbours."""

    ALONE = "alone"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    QUOTE = "quote"


class Block(Struct, frozen=True):
    """A block of the text, or several of a kind that Markdown makes one of."""

    kind: Kind
    source: str
    html: str | None
    """None if the block is not plain."""


def split_blocks(text: str) -> Iterator[str]:
    """Part a text at its blank lines, and headings from what follows them."""
    if " \n" in text:
        text = _SPACES_ONLY.sub("\n", text)
    for part in text.split("\n\n"):
        block = part.strip("\n")
        while block.startswith("#") and (heading := _HEADING.match(block)):
            yield heading[0].rstrip("\n")
            block = block[heading.end() :]
        if block:
            yield block


def kind_of(block: str) -> Kind:
    """Say what a block is to its neighbours, by how it begins."""
    if block[0] == ">":
        return Kind.QUOTE
    if not _LIST.match(block):
        return Kind.ALONE
    return Kind.NUMBERS if block[0].isdecimal() else Kind.BULLETS


def joined(blocks: Iterable[Block]) -> str | None:
    """Return the HTML of blocks, None if one of them is not plain."""
    html = [block.html for block in blocks]
    return None if None in html else "".join(part or "" for part in html)


class PlainBlocks(Struct, frozen=True):
    """Reads blocks, each as if Python-Markdown had come to it after those before."""

    inlines: PlainInlines

    def read(self, sources: Iterable[str]) -> list[Block]:
        """Return the blocks in order, neighbours of a kind that does not stand alone as one."""
        blocks: list[Block] = []
        for kind, group in groupby(sources, kind_of):
            match kind:
                case Kind.ALONE:
                    blocks += (Block(kind, source, self._alone(source)) for source in group)
                case Kind.QUOTE:
                    text = "\n\n".join(group)
                    blocks.append(Block(kind, text, self._quote(text)))
                case Kind.BULLETS | Kind.NUMBERS:
                    run = list(group)
                    blocks.append(Block(kind, "\n\n".join(run), self._list(run, kind)))
        return blocks

    def _alone(self, block: str) -> str | None:
        if block[0] == SLOT_OPEN:
            return f"<p>{block}</p>\n" if _DIRECTIVE.fullmatch(block) else None
        if block[0] == "#":
            return self._heading(block)
        return self._table(block) if "|" in block else self.paragraph(block)

    def paragraph(self, block: str) -> str | None:
        """Return a block as a paragraph, None if it may be anything else."""
        words = self._words(block)
        return None if words is None else f"<p>{words}</p>\n"

    def _words(self, block: str) -> str | None:
        # Only a footnote or the meaning of a label has a colon behind a bracket.
        if block[0].isspace() or "]:" in block or "|" in block or _LIST.match(block):
            return None
        return None if _ODD_LINE.search(f"\n{block}") else self.inlines.html(block)

    def _heading(self, block: str) -> str | None:
        match = _HEADING.fullmatch(block)
        words = self.inlines.html(match[2].strip()) if match else None
        return f"<h{len(match[1])}>{words}</h{len(match[1])}>\n" if match and words else None

    def _list(self, run: Sequence[str], kind: Kind) -> str | None:
        marker = _BULLET if kind is Kind.BULLETS else _NUMBER
        first = marker.match(run[0])
        html: list[str] = []
        for index, block in enumerate(run):
            items = _items(block, marker)
            for number, item in enumerate(items, start=1):
                words = self._words(item)
                if words is None:
                    return None
                # Only the items on both sides of a blank line become paragraphs.
                loose = (index > 0 and number == 1) or (
                    index < len(run) - 1 and number == len(items)
                )
                html.append(f"<li>\n<p>{words}</p>\n</li>\n" if loose else f"<li>{words}</li>\n")
            if not items:
                return None
        if first is None or kind is Kind.BULLETS:
            return f"<ul>\n{''.join(html)}</ul>\n"
        start = "" if first[1] == "1" else f' start="{first[1]}"'
        return f"<ol{start}>\n{''.join(html)}</ol>\n"

    def _quote(self, text: str) -> str | None:
        lines = text.split("\n")
        if not all(not line or line[0] == ">" for line in lines):
            return None
        inner = ["" if line.strip() == ">" else line[1:].removeprefix(" ") for line in lines]
        # An empty line at the end would become part of the last block.
        html = joined(self.read(split_blocks("\n".join(inner)))) if inner[-1] else None
        return f"<blockquote>\n{html}</blockquote>\n" if html else None

    def _table(self, block: str) -> str | None:
        rows = [line.strip(" ") for line in block.split("\n")]
        # A bar in code or behind a backslash is no border.
        if len(rows) < 3 or block[0].isspace() or "`" in block or "\\" in block:
            return None
        bordered = rows[0][0] == "|" or rows[0][-1] == "|"
        head, rule, *body = (_cells(row, bordered) for row in rows)
        if not 1 < len(head) == len(rule) or not _RULE.issuperset("".join(rule)):
            return None
        align = [_ALIGN[cell[:1] == ":", cell[-1:] == ":"] for cell in rule]
        lines = [self._row("th", head, align), *(self._row("td", cells, align) for cells in body)]
        if None in lines:
            return None
        return (
            f"<table>\n<thead>\n{lines[0]}</thead>\n"
            f"<tbody>\n{''.join(line or '' for line in lines[1:])}</tbody>\n</table>\n"
        )

    def _row(self, tag: str, cells: Sequence[str], align: Sequence[str]) -> str | None:
        html = ""
        # Cells too many are dropped, missing ones are empty.
        for index, attribute in enumerate(align):
            words = self.inlines.html(cells[index]) if index < len(cells) else ""
            if words is None:
                return None
            html += f"<{tag}{attribute}>{words}</{tag}>\n"
        return f"<tr>\n{html}</tr>\n"


def _items(block: str, marker: re.Pattern[str]) -> list[str]:
    """Return what stands behind each marker, empty if anything else might be in the list."""
    items: list[str] = []
    for line in block.split("\n"):
        if match := marker.match(line):
            items.append(line[match.end() :])
        elif not items or _LIST.match(line.lstrip(" ")):
            return []
        else:
            items[-1] += f"\n{line}"
    return items


def _cells(row: str, bordered: bool) -> list[str]:
    if bordered:
        row = row.removeprefix("|").removesuffix("|")
    return [cell.strip(" ") for cell in row.split("|")]

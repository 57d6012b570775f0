"""Reads the YAML that editors write line by line, with the result that the parser gives.

That is block mappings and lists of plain or quoted words, one to a line, `>-` paragraphs and short
lists in brackets. Whatever else a text holds, and whatever is wrong with it, sends all of it to the
parser, which makes an object of every event and so takes several times as long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from seasontracker.sources.document import Place, Plain

_LINE = re.compile(r"( *)(?:(-) +)?(?:([A-Za-z0-9_][A-Za-z0-9_.-]{0,99}):(?: +|$))?(.*)")
# What begins neither plain words nor anything that is read here.
_RESERVED = frozenset("-?:,]}{#&*!|>%@`~")
_ODD = _RESERVED | frozenset("[\"'")
_QUOTED = re.compile(r"\"[^\"\\]*\"|'[^']*'")
_WORDS = r"[^\W_][\w-]*(?: [\w-]+)*"
_BRACKETS = re.compile(rf"\[(?:{_WORDS}(?:, {_WORDS})*)?\]")
_ITEM = re.compile(_WORDS)
_MOST_OPEN = 20
_NOTHING: Mapping[str, Place] = {}


class _OddError(Exception):
    """This is for the parser."""


class _Open:
    """A mapping or list that more lines may belong to."""

    __slots__ = ("indent", "inner", "key", "keys", "value")

    def __init__(self, indent: int, *, is_list: bool) -> None:
        self.indent = indent
        self.value: Any = [] if is_list else {}
        self.inner: Any = [] if is_list else {}
        self.keys: dict[str, Place] | None = None if is_list else {}
        self.key = ""
        """The key whose value comes on the next lines."""

    def add(self, value: Plain, place: Place) -> None:
        """Add an item, or the value of the key."""
        if self.keys is None:
            self.value.append(value)
            self.inner.append(place)
        else:
            self.value[self.key] = value
            self.inner[self.key] = place
            self.key = ""


def read_quickly(text: str, first_line: int) -> tuple[Plain, Place] | None:
    """Return the value of a text and its place; None when the parser must read it."""
    # Some readers end lines and words at other blanks than spaces; none of these are printable.
    if not text.replace("\n", "").isprintable():
        return None
    try:
        return _read(text.split("\n"), first_line)
    except _OddError:
        return None


def _read(lines: Sequence[str], first_line: int) -> tuple[Plain, Place]:
    opened: list[_Open] = []
    root: tuple[Plain, Place] | None = None
    last: _Open | None = None
    number, match = 0, _LINE.match
    while number < len(lines):
        found = match(lines[number])
        assert found is not None
        spaces, dash, key, text = found.groups()
        line = number + first_line
        number += 1
        indent = len(spaces)
        # Two lines of three are no more than the next key of a mapping, with plain words.
        if (
            last is not None
            and text
            and key
            and not dash
            and indent == last.indent
            and last.keys is not None
            and not last.key
            and key not in last.keys
            and text[0] not in _ODD
            and text[-1] not in ": "
            and ": " not in text
            and " #" not in text
        ):
            column = len(lines[number - 1]) - len(text)
            last.keys[key] = _place(line, indent, len(key))
            last.value[key] = text
            last.inner[key] = _place(line, column, len(text))
            continue
        if not key and not dash and (not text or text[0] == "#"):
            continue
        _close(opened, indent, is_item=bool(dash))
        if not opened and (indent or root is not None):
            raise _OddError
        if dash and not (opened and opened[-1].keys is None and opened[-1].indent == indent):
            begun = _begin(opened, indent, line, is_list=True)
            root = root or begun
        if key:
            if dash:
                indent = found.start(3)
                _begin(opened, indent, line, is_list=False)
            elif opened and opened[-1].keys is None:
                raise _OddError  # what stands below an item is no part of the list
            elif not opened or opened[-1].indent != indent:
                begun = _begin(opened, indent, line, is_list=False)
                root = root or begun
            _take_key(opened[-1], key, _place(line, indent, len(key)))
        elif not dash:
            raise _OddError
        if text == ">-":
            words, number = _paragraph(lines, number, opened[-1].indent)
            opened[-1].add(words, _place(line, found.start(4), 1))
        elif text:
            opened[-1].add(*_scalar(text, line, found.start(4)))
        elif not key:
            raise _OddError
        last = opened[-1]
    _close(opened, -1, is_item=False)
    if root is None:
        raise _OddError
    return root


def _close(opened: list[_Open], indent: int, *, is_item: bool) -> None:
    """Close what a line is no part of; a list may stand no deeper than the key before it."""
    while opened:
        last = opened[-1]
        is_over = last.indent == indent and last.keys is None and not is_item
        if last.indent <= indent and not is_over:
            return
        if last.key:
            raise _OddError
        opened.pop()


def _begin(opened: list[_Open], indent: int, line: int, *, is_list: bool) -> tuple[Plain, Place]:
    """Open a mapping or list where one may stand, and return it as a value."""
    begun = _Open(indent, is_list=is_list)
    keys = _NOTHING if begun.keys is None else begun.keys
    place = Place(line, indent + 1, 1, keys, begun.inner)
    if opened:
        holder = opened[-1]
        if holder.keys is None:
            # Only what begins on the line of its dash, which is a mapping.
            is_right = not is_list
        else:
            is_right = bool(holder.key) and indent >= holder.indent + (not is_list)
        if not is_right or len(opened) >= _MOST_OPEN:
            raise _OddError
        holder.add(begun.value, place)
    opened.append(begun)
    return begun.value, place


def _take_key(holder: _Open, key: str, place: Place) -> None:
    if holder.keys is None or holder.key or key in holder.keys:
        raise _OddError
    holder.keys[key] = place
    holder.key = key


def _scalar(text: str, line: int, column: int) -> tuple[Plain, Place]:
    first = text[0]
    if first == "[":
        return _brackets(text, line, column)
    if first in "\"'":
        if not _QUOTED.fullmatch(text):
            raise _OddError
        return text[1:-1], _place(line, column, len(text))
    if first in _RESERVED or text[-1] in ": " or ": " in text or " #" in text:
        raise _OddError
    return text, _place(line, column, len(text))


def _brackets(text: str, line: int, column: int) -> tuple[Plain, Place]:
    if not _BRACKETS.fullmatch(text):
        raise _OddError
    items = list(_ITEM.finditer(text))
    places = [_place(line, column + item.start(), len(item[0])) for item in items]
    return [item[0] for item in items], Place(line, column + 1, 1, _NOTHING, places)


def _paragraph(lines: Sequence[str], number: int, above: int) -> tuple[str, int]:
    """Return the words below `>-`, and the number of the line that ends them."""
    words: list[str] = []
    indent = 0
    while number < len(lines):
        line = lines[number]
        text = line.lstrip(" ")
        own = len(line) - len(text)
        if not text:
            # Before what stands further out, and at the end of the file, it counts for nothing.
            if _next_indent(lines, number + 1) > above:
                raise _OddError
            break
        if own <= above:
            break
        if text[-1] == " " or (words and own != indent):
            raise _OddError
        indent = own
        words.append(text)
        number += 1
    if not words:
        raise _OddError
    return " ".join(words), number


def _next_indent(lines: Sequence[str], number: int) -> int:
    """Return how far the next line that is not empty is indented; -1 without one."""
    for line in lines[number:]:
        if text := line.lstrip(" "):
            return len(line) - len(text)
    return -1


def _place(line: int, column: int, length: int) -> Place:
    # There are thousands in a show; a named tuple's own way to make one takes twice as long.
    return tuple.__new__(Place, (line, column + 1, length, _NOTHING, ()))

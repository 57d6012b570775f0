"""Builds plain values and their places from the events of a YAML parser.

libyaml composes by recursion on the C stack, where `[[[[...` ends the process, and copies nothing
for an alias, so that nine lines may stand for a billion values. Here a list of open collections
takes the place of the stack, and an alias is counted as what it stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from seasontracker.diagnostics import Code
from seasontracker.sources.characters import forbidden_character
from seasontracker.sources.collection import Anchored, OpenCollection, merge
from seasontracker.sources.document import Place, Plain

MOST_DEPTH = 40
"""No file of ours nests deeper than a handful of levels."""
MOST_ALIASED = 10_000
"""How many values the aliases of one file may stand for."""

# YAML 1.1 reads 1923 as a number, On as a boolean and 22:30 as 1350, all of them plausible
# titles and times, so every scalar is loaded as text and the model decides what it means.
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAG_PREFIX = "tag:yaml.org,2002:"
_TEXT_TAGS = frozenset({None, *(f"{_TAG_PREFIX}{name}" for name in ("str", "seq", "map"))})

_NOTHING: Mapping[str, Place] = {}

Report = Callable[[Code, Place, str, str], None]


class NotWorthReadingError(Exception):
    """No editor wrote this: it nests too deep, or its aliases stand for too much."""


class Composer:
    """Takes the events of one document and keeps what they amount to."""

    def __init__(self, first_line: int, report: Report) -> None:
        self.value: Plain = None
        self.root: Place | None = None
        self._first_line = first_line
        self._report = report
        self._open: list[OpenCollection] = []
        self._anchors: dict[str, Anchored] = {}
        self._size = 0
        self._aliased = 0

    def compose(self, text: str) -> None:
        """Read all events of a text; raises `NotWorthReadingError` and what the parser raises."""
        loader = Loader(text)
        try:
            self._take_all(loader.get_event)
        finally:
            loader.dispose()

    def _take_all(self, next_event: Callable[[], Any]) -> None:
        documents = 0
        event = next_event()
        while event is not None:
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._start(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._end()
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    place = self._place(event)._replace(length=3)
                    hint = "keep one a file"
                    self._report(
                        Code.SEVERAL_DOCUMENTS, place, "`---` starts a second document", hint
                    )
                    return
            event = next_event()

    def _place(self, event: Event) -> Place:
        start: Any = event.start_mark
        end: Any = event.end_mark
        line, column = start.line, start.column
        length = end.column - column if line == end.line else 1
        # There are thousands in a show; a named tuple's own way to make one takes twice as long.
        place = (line + self._first_line, column + 1, length if length > 1 else 1, _NOTHING, ())
        return tuple.__new__(Place, place)

    def _scalar(self, event: ScalarEvent) -> None:
        place = self._place(event)
        text: str | None = event.value
        if event.tag is not None:
            self._check_tag(event, place)
        if not event.style:
            if event.tag is not None or event.anchor is not None:
                # The parser counts the tag and the anchor as part of the value.
                extra = place.length - len(event.value)
                if event.value and extra > 0:
                    place = Place(place.line, place.column + extra, len(event.value))
            if text in ("", "~"):
                text = None
                self._report_empty(place)
        elif event.style == '"' and (found := forbidden_character(event.value)):
            message = f"an escape for the control character U+{ord(found[0]):04X}"
            self._report(Code.CONTROL_CHARACTER, place, message, "take it out")
        self._size += 1
        if event.anchor is not None:
            self._anchors[event.anchor] = Anchored(text, place, 1)
        self._add(text, place, plain=not event.style)

    def _report_empty(self, place: Place) -> None:
        holder = self._open[-1] if self._open else None
        if holder is None or (holder.keys is not None and not holder.key):
            return
        key_place = holder.keys[holder.key] if holder.keys and holder.key in holder.keys else None
        message, hint = "an entry of this list has no value", "write it behind the `-`"
        if holder.key:
            message, hint = f"`{holder.key}` has no value", "give it one, or remove the key"
        self._report(Code.MISSING_VALUE, key_place or place, message, hint)

    def _start(self, event: CollectionStartEvent) -> None:
        mark: Any = event.start_mark
        place = Place(mark.line + self._first_line, mark.column + 1)
        if event.tag is not None:
            self._check_tag(event, place)
        if len(self._open) >= MOST_DEPTH:
            self._report(
                Code.TOO_DEEP,
                place,
                f"values are nested more than {MOST_DEPTH} levels deep",
                "nothing that an editor writes needs that; look for a stray bracket",
            )
            raise NotWorthReadingError
        self._size += 1
        if event.anchor is not None:
            self._anchors[event.anchor] = Anchored()
        opened = (
            OpenCollection({}, {}, place, {}, event.anchor, self._size)
            if type(event) is MappingStartEvent
            else OpenCollection([], [], place, None, event.anchor, self._size)
        )
        self._open.append(opened)

    def _end(self) -> None:
        ended = self._open.pop()
        line, column, length, keys, _ = ended.place
        if ended.keys is not None:
            for value, merged in ended.merged:
                merge(ended, value, merged)
            keys = ended.keys
        place = Place(line, column, length, keys, ended.inner)
        if ended.anchor is not None:
            size = self._size - ended.size + 1
            self._anchors[ended.anchor] = Anchored(ended.value, place, size)
        self._add(ended.value, place, plain=False)

    def _alias(self, event: AliasEvent) -> None:
        place = self._place(event)
        name = event.anchor or ""
        anchored = self._anchors.get(name)
        if anchored is None:
            self._report(
                Code.YAML_SYNTAX,
                place,
                f"`*{name}` is an alias without its anchor",
                "put text that starts with `*` in quotes",
            )
            anchored = Anchored(None, place)
        elif anchored.place is None:
            self._report(
                Code.ALIAS_BOMB,
                place,
                f"`*{name}` stands inside what it stands for",
                "write the values out",
            )
            anchored = Anchored(None, place)
        self._size += anchored.size
        self._aliased += anchored.size
        if self._aliased > MOST_ALIASED:
            self._report(
                Code.ALIAS_BOMB,
                place,
                f"aliases stand for more than {MOST_ALIASED:,} values",
                "write the values out instead of `*aliases`",
            )
            raise NotWorthReadingError
        found = anchored.place or place
        here = place._replace(keys=found.keys, inner=found.inner)
        self._add(anchored.value, here, plain=False)

    def _add(self, value: Any, place: Place, *, plain: bool) -> None:
        if not self._open:
            self.value, self.root = value, place if value is not None else None
            return
        holder = self._open[-1]
        if holder.keys is None:
            holder.value.append(value)
            holder.inner.append(place)
        elif holder.key is None:
            self._key(holder, value, place, plain)
        else:
            self._pair(holder, value, place)

    def _key(self, holder: OpenCollection, key: Any, place: Place, plain: bool) -> None:
        holder.key = ""
        assert holder.keys is not None
        if not isinstance(key, str) or not key:
            self._report(
                Code.WRONG_NESTING,
                place,
                "a key must be one word",
                "put text that starts with `{`, `[`, `?` or `:` in quotes",
            )
        elif key == "<<" and plain:
            holder.key = key
            self._report(Code.MERGE_KEY, place, "`<<` merges another mapping", "write the keys out")
        elif key in holder.keys:
            first = holder.keys[key].line
            self._report(
                Code.DUPLICATE_KEY,
                place,
                f"`{key}` is given twice",
                f"the first is on line {first}; keep one of the two",
            )
        else:
            holder.key = key
            holder.keys[key] = place

    def _pair(self, holder: OpenCollection, value: Any, place: Place) -> None:
        key, holder.key = holder.key, None
        assert holder.keys is not None
        if key == "<<" and key not in holder.keys:
            holder.merged.append((value, place))
        elif key:
            holder.value[key] = value
            holder.inner[key] = place

    def _check_tag(self, event: Any, place: Place) -> None:
        if event.tag not in _TEXT_TAGS:
            shown = event.tag.replace(_TAG_PREFIX, "!!")
            self._report(
                Code.YAML_TAG,
                place,
                f"`{shown}` is a YAML tag",
                "write plain values, and put text that starts with `!` in quotes",
            )

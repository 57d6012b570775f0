"""Additions to a log or a register: new lines between those that stay byte for byte.

Our own loader says what stands where, so that whatever `check` can read can be added to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from seasontracker.dates import PartialDateError, parse_partial_date
from seasontracker.editing.content_folder import as_read, told
from seasontracker.editing.edits import BYTE_ORDER_MARK, Edit, edited
from seasontracker.editing.flow_yaml import flow_edits
from seasontracker.editing.mend_order import said_days, with_comments
from seasontracker.editing.yaml_entries import EditingError, entry_text, flow_text, mapping_text
from seasontracker.sources import Document, Plain, load_yaml
from seasontracker.tracking.said import first_day

_EMPTY = re.compile(r"\s*(?:\[\s*\]|\{\s*\})\s*")
"""Brackets alone on their line."""


def add_to_log(
    path: PurePosixPath, text: str, entry: Mapping[str, Any], *, dates: Sequence[str] = ()
) -> str:
    """Return a claim log with one more entry, before those that were said later.

    `text` is all that the file holds, as it is. Raises `EditingError`.
    """
    document = _read(path, text)
    log = document.value if document.value is not None else []
    if not isinstance(log, list):
        raise _refusal(document, "the log is no list", "put `- ` before each claim")
    place = _place_of(entry, log)
    if _is_flow(document):
        block, flow = entry_text(entry, dates=dates), flow_text(entry, dates=dates)
        edits = _between_brackets(document, block, flow, place)
    else:
        edits = [_item_edit(document, place, entry, dates)]
    changed = _changed(text, edits)
    after = _read(path, changed).value
    is_right = (
        isinstance(after, list)
        and len(after) == len(log) + 1
        and [*after[:place], *after[place + 1 :]] == log
    )
    return _safe(changed, document, is_right=is_right)


def add_to_register(
    path: PurePosixPath,
    text: str,
    key: str,
    values: Mapping[str, Any],
    *,
    dates: Sequence[str] = (),
) -> str:
    """Return a mapping of ids with one more at its end; raises `EditingError`."""
    document = _read(path, text)
    register = document.value if document.value is not None else {}
    if not isinstance(register, Mapping):
        raise _refusal(document, "this is no mapping of ids", "write `id:`, and the rest below it")
    if key in register:
        raise EditingError(f"{document.locate_key(key)}: `{key}` is there already")
    body = "".join(f"  {line}\n" for line in mapping_text(values, dates=dates).splitlines())
    block = f"{key}:\n{body}"
    if _is_flow(document):
        flow = f"{key}: {flow_text(values, dates=dates)}"
        edits = _between_brackets(document, block, flow, len(register))
    else:
        indent = " " * (document.root.column - 1) if document.root else ""
        edits = [_edit_at_end(document, "".join(indent + line for line in block.splitlines(True)))]
    changed = _changed(text, edits)
    after = _read(path, changed).value
    return _safe(
        changed,
        document,
        is_right=isinstance(after, Mapping)
        and {key, *register} == {*after}
        and all(after[one] == register[one] for one in register),
    )


def _read(path: PurePosixPath, text: str) -> Document:
    document, found = load_yaml(as_read(path, text))
    if document is None or found:
        raise EditingError(told(found))
    return document


def _safe(changed: str, document: Document, *, is_right: bool) -> str:
    """Return a changed text if it says what it said, and one thing more."""
    if not is_right:
        hint = "write it by hand, and `seasontracker check` tells whether it is right"
        raise _refusal(document, "nothing can be added here without changing the rest", hint)
    return changed


def _refusal(document: Document, message: str, hint: str) -> EditingError:
    return EditingError(f"{document.locate()}: {message}\nhint: {hint}")


def _changed(text: str, edits: Sequence[Edit]) -> str:
    bare = text.removeprefix(BYTE_ORDER_MARK)
    return text[: len(text) - len(bare)] + edited(bare, edits)


def _place_of(entry: Mapping[str, Any], log: Sequence[Plain]) -> int:
    """Return before which entry a new one stands: the first that was said later."""
    try:
        said = parse_partial_date(str(entry.get("date")))
    except PartialDateError:
        return len(log)
    if said.earliest is None:
        return len(log)
    day, days = first_day(said), said_days(log)
    return next((number for number, other in enumerate(days) if other > day), len(log))


def _lines(document: Document) -> list[str]:
    return document.source.text.split("\n")


def _is_flow(document: Document) -> bool:
    root = document.root
    return root is not None and _lines(document)[root.line - 1][root.column - 1] in "[{"


def _between_brackets(document: Document, block: str, flow: str, place: int) -> list[Edit]:
    """Return what adds an entry: in the place of brackets that hold nothing, else inside them."""
    root = document.root
    line = _lines(document)[root.line - 1] if root else ""
    if root and _EMPTY.fullmatch(line):
        return [Edit(root.line, 1, len(line), block.removesuffix("\n"))]
    return flow_edits(document.source, flow, place)


def _item_edit(
    document: Document, place: int, entry: Mapping[str, Any], dates: Sequence[str]
) -> Edit:
    root = document.root
    indent = root.column - 1 if root else 0
    new = entry_text(entry, dates=dates, indent=indent)
    items = root.inner if root and not isinstance(root.inner, Mapping) else ()
    if place >= len(items):
        return _edit_at_end(document, new)
    lines = _lines(document)
    at = items[place].line - 1
    while at and not re.match(rf" {{{indent}}}-(?=\s|$)", lines[at]):
        at -= 1  # what is inside may begin below its dash
    return Edit(with_comments(lines, at, indent) + 1, 1, 0, new)


def _edit_at_end(document: Document, new: str) -> Edit:
    """Return what puts lines before blank ones, and a mark of the end, at the end of a file."""
    lines = _lines(document)
    count = len(lines)
    while count and lines[count - 1].strip() in ("", "..."):
        count -= 1
    if count == len(lines):
        return Edit(count, len(lines[-1]) + 1, 0, f"\n{new}")
    return Edit(count + 1, 1, 0, new)

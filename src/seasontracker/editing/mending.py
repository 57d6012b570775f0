"""What of the content can be mended by rule, shown before it is written.

A mend is kept only if our own loader and models find nothing in the changed file that they did not
find before, and if the file says what it said.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from seasontracker.checks.external.addresses import find_addresses
from seasontracker.checks.external.answers import Answer, Fate
from seasontracker.editing.content_folder import findings_in
from seasontracker.editing.edits import edited, read_raw
from seasontracker.editing.mend_addresses import address_edits
from seasontracker.editing.mend_dates import with_mended_dates
from seasontracker.editing.mend_order import in_order
from seasontracker.editing.writing import refuse_read_only, rewrite_bytes
from seasontracker.editing.yaml_entries import EditingError
from seasontracker.pipeline.outside_links import content_paths
from seasontracker.project import Project
from seasontracker.sources import Document, Plain, discover_content
from seasontracker.sources.text import refuse_file


class Mend(Struct, frozen=True):
    """A file as it is and as it would be."""

    path: PurePosixPath
    before: bytes
    after: bytes

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff, without line ends, that `patch` and git can apply."""
        for line in difflib.unified_diff(
            _lines(self.before), _lines(self.after), f"a/{self.path}", f"b/{self.path}"
        ):
            yield line.removesuffix("\n")
            if not line.endswith("\n"):
                yield "\\ No newline at end of file"


def find_mends(project: Project, answers: Mapping[str, Answer]) -> Iterator[Mend]:
    """Yield every file in which something can be mended; `answers` tell of moved addresses."""
    files, _ = discover_content(project.root, project.content)
    for path in content_paths(files):
        if refuse_file(project.root, path) is not None:
            continue
        before = _bytes(project.root / path)
        raw = read_raw(before)
        if raw is None:
            continue
        text = mended(path, raw.text, answers)
        if text != raw.text:
            yield Mend(path, before, raw.with_text(text))


def mended(path: PurePosixPath, text: str, answers: Mapping[str, Answer]) -> str:
    """Return a file's text with dates, the order of claims and moved addresses mended."""
    text = with_mended_dates(path, text)
    if path.name == "status.yaml":
        text = _in_order(path, text)
    return _with_new_addresses(path, text, answers)


def write_mends(project: Project, mends: list[Mend]) -> None:
    """Write what was shown; raises `EditingError` if a file has changed since it was read."""
    for mend in mends:
        if _bytes(project.root / mend.path) != mend.before:
            raise EditingError(
                f"`{mend.path}` was changed meanwhile; nothing was written\nhint: run it again"
            )
        refuse_read_only(project.root / mend.path)
    for mend in mends:
        rewrite_bytes(project.root / mend.path, mend.after)


def _bytes(file: Path) -> bytes:
    """Return what a file holds; nothing where it cannot be read, which `check` tells."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _in_order(path: PurePosixPath, text: str) -> str:
    document, found = findings_in(path, text)
    if document is None or found:
        return text
    changed = in_order(document)
    if changed == text:
        return text
    after, found = findings_in(path, changed)
    is_as_good = after is not None and not found and _entries(after) == _entries(document)
    return changed if is_as_good else text


def _entries(document: Document) -> Counter[str]:
    value: Plain = document.value
    return Counter(map(repr, value)) if isinstance(value, list) else Counter()


def _with_new_addresses(path: PurePosixPath, text: str, answers: Mapping[str, Answer]) -> str:
    if not any(answer.fate is Fate.MOVED for answer in answers.values()):
        return text
    document, found = findings_in(path, text)
    edits = list(address_edits(document, answers)) if document is not None else []
    if document is None or not edits:
        return text
    changed = edited(text, edits)
    after, left = findings_in(path, changed)
    if after is None or len(left) > len(found):
        return text
    # Every address stands where one stood, and nothing else has become one.
    return changed if _count_addresses(after) == _count_addresses(document) else text


def _count_addresses(document: Document) -> int:
    return sum(len(address.mentions) for address in find_addresses([document]))


def _lines(raw: bytes) -> list[str]:
    """Return lines with their ends; a carriage return stays part of its line, as in git."""
    parts = raw.decode("utf-8").split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])

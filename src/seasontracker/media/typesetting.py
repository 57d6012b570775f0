"""Sets text in lines: which font draws which part of it, where it breaks, and what is left out.

Widths are sums of advances. That leaves out kerning and counts joined Arabic letters as if they
stood alone, both of which make a line a little shorter than was reckoned with, never longer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path

from msgspec import Struct

from seasontracker.media.font_face import Face, load_face

_OTHER_SCRIPTS = (
    "2-noto-sans",
    "3-noto-sans-hebrew",
    "3-noto-sans-arabic",
    "3-noto-sans-thai",
    "4-noto-sans-kr",
    "5-noto-emoji",
)
_EMOJI = _OTHER_SCRIPTS[-1]
STRONG = ("1-bricolage-latin-strong", "1-bricolage-latin-ext-strong", *_OTHER_SCRIPTS)
PLAIN = ("1-bricolage-latin-plain", "1-bricolage-latin-ext-plain", *_OTHER_SCRIPTS)
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_TEXT, _PICTURE = "\ufe0e", "\ufe0f"
_JOINER = "\u200d"
_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
"""Two of them are a flag."""
_SKINS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
# These have no width, and belong to what stands before them.
_CLINGS = frozenset(("Mn", "Me", "Cf"))
_RIGHT_TO_LEFT = ("R", "AL")
_EMBEDDED = ("\u202b", "\u202c")
_WORDS = re.compile(r"\S+\s*")


class Run(Struct, frozen=True):
    """A part of a line in one font."""

    text: str
    face: Face
    is_joined: bool = False
    """Whether it is several characters that are drawn as one sign, such as a flag."""

    @property
    def width(self) -> float:
        """How wide it is at most, in parts of the type size."""
        if _is_plain(self.text, self.face):
            return sum(map(self.face.advances.__getitem__, map(ord, self.text)))
        marks = self.text[:1] if self.is_joined else self.text
        return sum(self.face.advances.get(ord(one), 0.0) for one in marks if not _clings(one))


class Line(Struct, frozen=True):
    """A line of text."""

    runs: tuple[Run, ...]
    is_right_to_left: bool

    @property
    def pieces(self) -> Iterator[tuple[float, str]]:
        """Yield the contents of SVG `<text>`s, each with its place in parts of the type size."""
        # Joined signs stand alone: resvg (usvg 0.48) gives up on one within a line of other fonts.
        place, spans, width = 0.0, "", 0.0
        for run in self.runs:
            span = f'<tspan font-family="{run.face.family}">{escape(run.text, quote=False)}</tspan>'
            if run.is_joined:
                if spans:
                    yield place, spans
                yield place + width, span
                place, spans, width = place + width + run.width, "", 0.0
            else:
                spans, width = spans + span, width + run.width
        if spans:
            start, end = _EMBEDDED if self.is_right_to_left else ("", "")
            yield place, f"{start}{spans}{end}"

    @property
    def fonts(self) -> set[Path]:
        """The files of the fonts that it is set in."""
        return {run.face.file for run in self.runs}


def can_set(text: str, names: Sequence[str]) -> bool:
    """Return whether our fonts have every character of a text."""
    return not missing_marks(text, names)


def missing_marks(text: str, names: Sequence[str]) -> str:
    """Return those characters of a text that our fonts do not have, each once."""
    if _is_plain(text, load_face(names[0])):
        return ""
    marks = dict.fromkeys(mark for mark in text if not _clings(mark) and not mark.isspace())
    return "".join(mark for mark in marks if _face(mark, "", names) is None)


def set_lines(text: str, names: Sequence[str], size: float, width: float, most: int) -> list[Line]:
    """Break a text into lines of a width; what does not fit ends in an ellipsis."""
    turned = is_right_to_left(text)
    if turned:
        # Where such a line is divided is up to who draws it, so it can have no sign of its own.
        text = "".join(one[0] if _is_joined(one) else one for one in _clusters(text))
    lines = [""]
    for word in _words(" ".join(text.split()), names, size, width):
        if measure((lines[-1] + word).rstrip(), names, size) > width and lines[-1]:
            lines.append("")
        lines[-1] += word
    if len(lines) > most:
        kept = lines[most - 1].rstrip()
        while kept and measure(kept + ELLIPSIS, names, size) > width:
            kept = _without_last(kept)
        lines = [*lines[: most - 1], kept.rstrip(" ,;:\N{EN DASH}") + ELLIPSIS]
    return [Line(tuple(_runs(line.rstrip(), names)), turned) for line in lines if line.strip()]


def measure(text: str, names: Sequence[str], size: float) -> float:
    """Return how wide a text is, at most."""
    return size * sum(run.width for run in _runs(text, names))


def is_right_to_left(text: str) -> bool:
    """Return whether a text is written from right to left (Unicode UAX 9, rules P2 and P3)."""
    for mark in text:
        kind = unicodedata.bidirectional(mark)
        if kind in ("L", *_RIGHT_TO_LEFT):
            return kind in _RIGHT_TO_LEFT
    return False


def _words(text: str, names: Sequence[str], size: float, width: float) -> Iterator[str]:
    """Yield words with the space after them; one that is too long for a line is divided."""
    for word in _WORDS.findall(text):
        part = ""
        for cluster in _clusters(word):
            if part and measure((part + cluster).rstrip(), names, size) > width:
                yield part
                part = ""
            part += cluster
        yield part


def _clusters(text: str) -> Iterator[str]:
    """Yield characters with what clings to them, and joined pictures as one."""
    found = ""
    for mark in text:
        is_flag = mark in _LETTERS and len(found) == 1 and found in _LETTERS
        if found and not (is_flag or _clings(mark) or found.endswith(_JOINER)):
            yield found
            found = ""
        found += mark
    if found:
        yield found


def _is_joined(cluster: str) -> bool:
    return len(cluster.rstrip(_PICTURE + _TEXT)) > 1 and (
        _JOINER in cluster or cluster[0] in _LETTERS or cluster[1] in _SKINS
    )


def _without_last(text: str) -> str:
    return "".join([*_clusters(text)][:-1])


def _runs(text: str, names: Sequence[str]) -> Iterator[Run]:
    part, face = "", load_face(names[0])
    if _is_plain(text, face):
        if text:
            yield Run(text, face)
        return
    for cluster in _clusters(text):
        wanted = _face(cluster[0], cluster[1:2], names)
        # A space, or what nobody can draw, goes on with the font that is at work; among pictures a
        # space would be as wide as they are.
        is_space = cluster[0].isspace() and not face.family.endswith(_EMOJI)
        if wanted is None or (is_space and ord(cluster[0]) in face.advances):
            wanted = face
        if (wanted is not face or _is_joined(cluster)) and part:
            yield Run(part, face)
            part = ""
        if _is_joined(cluster):
            yield Run(cluster, wanted, is_joined=True)
            face = wanted
            continue
        part, face = part + cluster, wanted
    if part:
        yield Run(part, face)


@cache
def _plain_marks(face: Face) -> frozenset[str]:
    return frozenset(
        mark for mark in map(chr, face.advances) if not _clings(mark) and mark not in _LETTERS
    )


def _is_plain(text: str, face: Face) -> bool:
    """Return whether a font has each character of a text, and each of them stands for itself."""
    return _plain_marks(face).issuperset(text)


def _face(mark: str, after: str, names: Sequence[str]) -> Face | None:
    """Return the first font that has a character; one that is to be a picture is sought there."""
    if after == _PICTURE and ord(mark) in (emoji := load_face(_EMOJI)).advances:
        return emoji
    for name in names:
        face = load_face(name)
        if ord(mark) in face.advances:
            return face
    return None


def _clings(mark: str) -> bool:
    return mark in _SKINS or unicodedata.category(mark) in _CLINGS

"""A line of text in several fonts, and how it is handed to resvg."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path

from msgspec import Struct

from seasontracker.media.font_face import Face
from seasontracker.media.signs import clings, is_mark, stands_for_itself

_ARABIC = "3-noto-sans-arabic"
_EMBEDDED = ("\u202b", "\u202c")
_NOTHING = "\N{ZERO WIDTH SPACE}"


class Run(Struct, frozen=True):
    """A part of a line in one font."""

    text: str
    face: Face
    is_joined: bool = False
    """Whether it is several characters that are drawn as one sign, such as a flag."""

    @property
    def width(self) -> float:
        """How wide it is at most, in parts of the type size."""
        if is_plain(self.text, self.face):
            return sum(map(self.face.advances.__getitem__, map(ord, self.text)))
        marks = self.text[:1] if self.is_joined else self.text
        return sum(self.face.advances.get(ord(one), 0.0) for one in marks if not clings(one))

    @property
    def is_composed(self) -> bool:
        """Whether some of its characters may be drawn by several glyphs, as letters and dots are.

        Noto Sans Arabic does so with its letters, any font with the marks that cling to one.
        """
        return self.face.family.endswith(_ARABIC) or any(map(is_mark, self.text))


class Piece(Struct, frozen=True):
    """A part of a line that is drawn in one go; measures are in parts of the type size."""

    place: float
    """How far from the start of the line it begins."""
    width: float
    markup: str
    """Contents of an SVG `<text>`."""


class Line(Struct, frozen=True):
    """A line of text."""

    runs: tuple[Run, ...]
    is_right_to_left: bool

    @property
    def pieces(self) -> Iterator[Piece]:
        """Yield what it is drawn in, from its start."""
        place = 0.0
        for runs in _divided(self):
            width = sum(run.width for run in runs)
            start, end = _EMBEDDED if self.is_right_to_left else ("", "")
            yield Piece(place, width, f"{start}{_markup(runs)}{end}")
            place += width

    @property
    def fonts(self) -> set[Path]:
        """The files of the fonts that it is set in."""
        return {run.face.file for run in self.runs}


def _divided(line: Line) -> Iterator[list[Run]]:
    """Divide a line into parts of which resvg (usvg 0.48) draws each as it should.

    Of a text in several fonts it shapes the whole with the first, and then takes from each of the
    others one glyph for a character, so only one of them may need more. A font that has all of the
    text takes it over. And it gives up on a joined sign beside other fonts.
    """
    part: list[Run] = []
    for run in line.runs:
        if part and (
            run.is_joined
            or part[-1].is_joined
            or (
                run.is_composed
                and any(one.is_composed and one.face is not run.face for one in part)
            )
            or (not line.is_right_to_left and _is_taken_over((*part, run)))
        ):
            yield part
            part = []
        part.append(run)
    if part:
        yield part


def _is_taken_over(runs: Sequence[Run]) -> bool:
    marks = {ord(mark) for run in runs for mark in run.text}
    faces = {id(run.face): run.face for run in runs}.values()
    return len(faces) > 1 and any(marks <= face.advances.keys() for face in faces)


def _markup(runs: Sequence[Run]) -> str:
    """Return runs as SVG; of several fonts the one comes first by which the whole is shaped."""
    spans = "".join(_span(run.face, run.text) for run in runs)
    if all(run.face is runs[0].face for run in runs):
        return spans
    first = next((run for run in runs if run.is_composed), runs[0])
    return _span(first.face, _NOTHING) + spans


def _span(face: Face, text: str) -> str:
    return f'<tspan font-family="{face.family}">{escape(text, quote=False)}</tspan>'


def is_plain(text: str, face: Face) -> bool:
    """Return whether a font has each character of a text, and each of them stands for itself."""
    return _plain_marks(face).issuperset(text)


@cache
def _plain_marks(face: Face) -> frozenset[str]:
    return frozenset(filter(stands_for_itself, map(chr, face.advances)))

"""A page's social card, composed as a drawing: title, short answer, and how sure that is."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from html import escape
from pathlib import Path

from msgspec import Struct

from seasontracker.media.line import Line
from seasontracker.media.typesetting import (
    PLAIN,
    STRONG,
    can_set,
    measure,
    set_lines,
)
from seasontracker.site.palette import HAIRLINE, INK, PAPER, QUIET
from seasontracker.wording.direction import is_right_to_left

WIDTH, HEIGHT = 1200, 630
"""What Open Graph's readers show without cutting."""
_RECIPE = 2
"""Counts up when the fonts, or the way from drawing to file, change."""
_BAND, _EDGE = 28, 76
_INNER = WIDTH - _BAND - 2 * _EDGE
_TITLE_SIZES = (104, 92, 80, 70, 60)
_ANSWER_SIZES = (40, 36)
_DASHES = {"rumour": "26 14", "speculation": "0.1 18"}


class Card(Struct, frozen=True):
    """What a card says; nothing of it gives anything away."""

    site: str
    title: str
    accent: str
    """`#rrggbb`, to be read on the light paper."""
    kicker: str = ""
    """A line above the title."""
    answer: str = ""
    certainty: str = ""
    """The key of the form of line, such as `official`; empty where nothing is claimed."""
    badge: str = ""
    """The word for it."""
    is_right_to_left: bool = False
    """Whether its language is written so; a title has a direction of its own."""


class Drawing(Struct, frozen=True):
    """A drawing, and the fonts that it is drawn with."""

    svg: str
    fonts: tuple[Path, ...]

    @property
    def digest(self) -> str:
        """What tells it from any other, in hexadecimal digits."""
        return hashlib.sha256(f"{_RECIPE}\n{self.svg}".encode()).hexdigest()


def compose_card(card: Card) -> Drawing | None:
    """Return a card as a drawing; None when our fonts do not have the script of its title.

    A line that they do not have is left out.
    """
    if not card.title or not can_set(card.title, STRONG):
        return None
    return _Sheet(card).compose()


class _Sheet:
    """One card in the making."""

    def __init__(self, card: Card) -> None:
        self._card = card
        # A page whose title runs from right to left is read from there.
        self._mirrored = is_right_to_left(card.title)
        self._parts: list[str] = []
        self._fonts: set[Path] = set()

    def compose(self) -> Drawing:
        card = self._card
        self._rectangle(0, 0, WIDTH, HEIGHT, PAPER)
        self._rectangle(0, 0, _BAND, HEIGHT, card.accent)
        self._masthead()
        top = 196.0
        if card.kicker and can_set(card.kicker, PLAIN):
            self._text(self._words(card.kicker, PLAIN, 36, _INNER, 1), 0, top, 36, card.accent)
            top += 22
        size, lines = _fitting(card.title, 1 if card.answer else 3)
        for line in lines:
            top += size
            self._text([line], 0, top - size * 0.14, size, INK)
            top += size * 0.04
        if card.answer and can_set(card.answer, PLAIN):
            self._answer(top + 34)
        if card.badge and can_set(card.badge, STRONG):
            self._badge()
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
            f' viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(self._parts)}</svg>'
        )
        return Drawing(svg, tuple(sorted(self._fonts)))

    def _masthead(self) -> None:
        if can_set(self._card.site, STRONG):
            lines = set_lines(self._card.site, STRONG, 30, _INNER, 1)
            self._text(lines, 0, 92, 30, INK)
        self._line(0, 120, _INNER, 120, INK, 3)

    def _answer(self, top: float) -> None:
        """Set the short answer beside its line, as the page does."""
        card = self._card
        bottom = 508 if card.badge else 574
        inside = 44
        for size in _ANSWER_SIZES:
            most = max(1, int((bottom - top) / (size * 1.28)))
            lines = self._words(card.answer, PLAIN, size, _INNER - inside, most)
            whole = self._words(card.answer, PLAIN, size, _INNER - inside, 99)
            if len(whole) <= most:
                break
        height = len(lines) * size * 1.28
        self._claim(5, top + 2, 5, top + height, 10)
        for number, line in enumerate(lines):
            baseline = top + size * (0.94 + 1.28 * number)
            self._text([line], inside, baseline, size, INK)

    def _badge(self) -> None:
        """Draw the mark of certainty: the line, the node, and the word."""
        card, y = self._card, 556
        self._claim(0, y - 11, 66, y - 11, 7)
        node = (
            f'cx="{self._x(84)}" cy="{y - 11}" r="13" stroke="{self._tone}"'
            f' fill="{self._tone if card.certainty == "official" else PAPER}" stroke-width="6"'
        )
        dashes = {"rumour": "9 7", "speculation": "0.1 10.2"}.get(card.certainty, "")
        self._parts.append(f"<circle {node}{_dashed(dashes)}/>")
        self._text(self._words(card.badge, STRONG, 32, _INNER - 120, 1), 116, y, 32, self._tone)

    def _words(
        self, text: str, names: Sequence[str], size: float, width: float, most: int
    ) -> list[Line]:
        """Set what we say, in which a name from the other side may come first."""
        return set_lines(text, names, size, width, most, turned=self._card.is_right_to_left)

    @property
    def _tone(self) -> str:
        if self._card.certainty in _DASHES:
            return QUIET
        return self._card.accent if self._card.certainty == "official" else INK

    def _claim(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        """Draw a line in the form that says how sure something is."""
        if self._card.certainty:
            dashes = _DASHES.get(self._card.certainty, "")
            self._line(x1, y1, x2, y2, self._tone, width, dashes)
        else:
            self._line(x1, y1, x2, y2, HAIRLINE, width)

    def _x(self, inside: float) -> float:
        place = _BAND + _EDGE + inside
        return WIDTH - place if self._mirrored else place

    def _rectangle(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        x = WIDTH - x - width if self._mirrored else x
        shape = f'x="{x}" y="{y}" width="{width}" height="{height}" fill="{escape(fill)}"'
        self._parts.append(f"<rect {shape}/>")

    def _line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        stroke: str,
        width: float,
        dashes: str = "",
    ) -> None:
        place = f'x1="{self._x(x1):g}" y1="{y1:g}" x2="{self._x(x2):g}" y2="{y2:g}"'
        style = f'stroke="{escape(stroke)}" stroke-width="{width}"{_dashed(dashes)}'
        self._parts.append(f"<line {place} {style}/>")

    def _text(self, lines: list[Line], x: float, y: float, size: float, fill: str) -> None:
        for line in lines:
            self._fonts |= line.fonts
            anchor = ' text-anchor="end"' if self._mirrored else ""
            whole = sum(run.width for run in line.runs)
            for piece in line.pieces:
                # A line may run against the card.
                against = line.is_right_to_left != self._mirrored
                offset = whole - piece.place - piece.width if against else piece.place
                place = f'x="{self._x(x + offset * size):g}" y="{y:g}" font-size="{size:g}"'
                style = f'fill="{escape(fill)}"{anchor}'
                markup = f'<text xml:space="preserve" {place} {style}>{piece.markup}</text>'
                self._parts.append(markup)


def _dashed(dashes: str) -> str:
    if not dashes:
        return ""
    cap = ' stroke-linecap="round"' if dashes.startswith("0.1") else ""
    return f' stroke-dasharray="{dashes}"{cap}'


def _fitting(title: str, rather: int) -> tuple[float, list[Line]]:
    """Return the largest size in which a title takes few lines, and those lines."""
    for size in _TITLE_SIZES:
        if measure(title, STRONG, size) <= _INNER:
            return size, set_lines(title, STRONG, size, _INNER, 1)
    for size, most in ((80, 2), (70, 2), (60, 2), (52, 3)):
        if len(set_lines(title, STRONG, size, _INNER, 99)) <= max(most, rather):
            return size, set_lines(title, STRONG, size, _INNER, max(most, rather))
    return 52, set_lines(title, STRONG, 52, _INNER, 3)

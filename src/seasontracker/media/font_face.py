"""What must be known of a font to set a line: which characters it has, and how wide each is."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

FONTS = Path(__file__).parent / "fonts"


class Face(Struct, frozen=True, eq=False):
    """A font file, and the advance of each of its characters in parts of the type size.

    There is one for each file, so that they can be told apart without looking into them.
    """

    family: str
    """By which a drawing asks for it."""
    file: Path
    advances: dict[int, float]


@cache
def load_face(name: str) -> Face:
    """Read one of our fonts; `name` is that of its file without the suffix."""
    file = FONTS / f"{name}.ttf"
    return Face(f"st-{name}", file, dict(_advances(file.read_bytes())))


def _advances(data: bytes) -> Iterator[tuple[int, float]]:
    """Yield each character and its advance (OpenType 1.9: head, hhea, hmtx, cmap)."""
    tables = {
        tag: offset
        for tag, _, offset, _ in struct.iter_unpack(
            ">4sIII", data[12 : 12 + 16 * struct.unpack_from(">H", data, 4)[0]]
        )
    }
    [per_em] = struct.unpack_from(">H", data, tables[b"head"] + 18)
    [metrics] = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
    advances = struct.unpack_from(">" + "Hh" * metrics, data, tables[b"hmtx"])[::2]
    for code, glyph in _glyphs(data, tables[b"cmap"]):
        yield code, advances[min(glyph, metrics - 1)] / per_em


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    [count] = struct.unpack_from(">H", data, cmap + 2)
    for _, _, offset in struct.iter_unpack(">HHI", data[cmap + 4 : cmap + 4 + 8 * count]):
        start = cmap + offset
        [form] = struct.unpack_from(">H", data, start)
        if form == 4:
            yield from _segments(data, start)
        elif form == 12:
            [groups] = struct.unpack_from(">I", data, start + 12)
            found = data[start + 16 : start + 16 + 12 * groups]
            for first, last, glyph in struct.iter_unpack(">III", found):
                yield from ((code, glyph + code - first) for code in range(first, last + 1))


def _segments(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Yield characters and glyphs of a table of format 4."""
    [doubled] = struct.unpack_from(">H", data, start + 6)
    row = ">" + "H" * (doubled // 2)
    places = [start + 14, *(start + 16 + doubled * part for part in (1, 2, 3))]
    ends, starts, deltas, offsets = (struct.unpack_from(row, data, place) for place in places)
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offsets[index]:
                place = places[3] + 2 * index + offsets[index] + 2 * (code - first)
                [glyph] = struct.unpack_from(">H", data, place)
                if glyph == 0:
                    continue
            yield code, (glyph + deltas[index]) & 0xFFFF

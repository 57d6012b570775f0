"""Makes the fonts of pages anew: small files, each for what a page needs of it.

    npm pack @fontsource-variable/bricolage-grotesque@5.3.0   # into SOURCES/bricolage-grotesque/
    npm pack @fontsource-variable/newsreader@5.3.0            # into SOURCES/newsreader/
    pip install fonttools brotli
    python tools/make_web_fonts.py SOURCES

Both are under the SIL Open Font License 1.1, which stands beside them;
docs/decisions/fonts-in-small-files.md says why they are cut as they are.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).parents[1] / "templates" / "assets" / "fonts"
SIGNS = (0xA0, 0xAD, 0xB7, *range(0x2010, 0x2040), 0x20AC, 0x2122, 0x2212)
BASIC = (*range(0x20, 0x7F), *SIGNS, 0x131, 0x152, 0x153)
"""What English is written with, signs, and letters that have no place in the ranges below."""
LATIN_1 = sorted({*range(0xA1, 0x100)} - set(SIGNS))
EXTENDED = (*range(0x100, 0x180), *range(0x218, 0x21C))


def main(sources: Path) -> None:
    display = sources / "bricolage-grotesque" / "package" / "files"
    latin, extended = (
        display / f"bricolage-grotesque-{part}-standard-normal.woff2"
        for part in ("latin", "latin-ext")
    )
    for source, name, wanted in (
        (latin, "bricolage", BASIC),
        (latin, "bricolage-1", LATIN_1),
        (extended, "bricolage-ext", EXTENDED),
    ):
        make(source, name, wanted, {"opsz": 36, "wdth": 84}, weights=(400, 800), pairs=650)
    text = sources / "newsreader" / "package" / "files"
    latin, extended, italic = (
        text / f"newsreader-{part}.woff2"
        for part in ("latin-opsz-normal", "latin-ext-opsz-normal", "latin-opsz-italic")
    )
    for source, name, wanted in (
        (latin, "newsreader", BASIC),
        (latin, "newsreader-1", LATIN_1),
        (extended, "newsreader-ext", EXTENDED),
    ):
        make(source, name, wanted, {"opsz": 15}, weights=(400, 700), pairs=400)
    make(italic, "newsreader-italic", BASIC, {"opsz": 15, "wght": 400})
    make(italic, "newsreader-italic-1", LATIN_1, {"opsz": 15, "wght": 400})


def make(
    source: Path,
    name: str,
    wanted: Iterable[int],
    axes: dict[str, float],
    *,
    weights: tuple[int, int] | None = None,
    pairs: int = 0,
) -> None:
    """Write one font: these characters, at one place of its axes, of one weight or a range of them.

    Letters stand apart at all weights as they do at that of `pairs`: how their distances vary is a
    quarter of a file.
    """
    if weights:
        font = instantiateVariableFont(cut(source, wanted), {**axes, "wght": weights})
        font["GPOS"] = instantiateVariableFont(cut(source, wanted), {**axes, "wght": pairs})["GPOS"]
        font["GDEF"].table.VarStore = None
        font["GDEF"].table.Version = 0x00010002
    else:
        font = instantiateVariableFont(cut(source, wanted), axes)
    file = TARGET / f"{name}.woff2"
    font.flavor = "woff2"
    font.save(file)
    print(f"{file.stat().st_size:6} {file.name}")


def cut(source: Path, wanted: Iterable[int]) -> TTFont:
    """Return a font with these characters only."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "liga", "tnum", "locl"]
    options.name_IDs = [1, 2, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["STAT", "MVAR", "DSIG", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    return font


if __name__ == "__main__":
    main(Path(sys.argv[1]))

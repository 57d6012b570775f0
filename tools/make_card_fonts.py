"""Makes the fonts of social cards anew: one weight each, and only what titles need.

    npm pack @fontsource/noto-sans-kr@5.3.0         # unpacked into SOURCES/noto-sans-kr/
    npm pack @fontsource-variable/bricolage-grotesque@5.3.0   # into SOURCES/bricolage-grotesque/
    pip download --no-deps manimgx-fonts==2026.9.26.post1   # unpacked into SOURCES/manimgx/
    pip install fonttools brotli
    python tools/make_card_fonts.py SOURCES

All of them are under the SIL Open Font License 1.1; docs/decisions/cards-drawn-as-svg.md says why
these, and the licences stand beside the fonts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "seasontracker" / "media" / "fonts"

GREEK_AND_CYRILLIC = [*range(0x370, 0x400), *range(0x400, 0x530), *range(0x1E00, 0x1F00)]
SIGNS = [*range(0x2000, 0x2070), *range(0x20A0, 0x20C0), *range(0x2100, 0x2150)]
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x300, 0x370)]
HEBREW = [*range(0x590, 0x600), *range(0xFB1D, 0xFB50)]
ARABIC = [*range(0x600, 0x700), *range(0x750, 0x780), 0x200C, 0x200D]
THAI = range(0xE00, 0xE80)
KOREAN = [*range(0x3000, 0x3020), *range(0x3131, 0x318F)]
# KS X 1001 has the 2350 syllables that occur in print; all 11172 would be two megabytes.
KOREAN += [one for one in range(0xAC00, 0xD7A4) if len(chr(one).encode("euc_kr")) == 2]
EVERYTHING = range(0x110000)


def main(sources: Path) -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    for part in ("latin", "latin-ext"):
        bricolage = sources / "bricolage-grotesque" / "package" / "files"
        bricolage /= f"bricolage-grotesque-{part}-standard-normal.woff2"
        for name, weight in (("strong", 800), ("plain", 500)):
            make(
                bricolage,
                f"1-bricolage-{part}-{name}.ttf",
                EVERYTHING,
                wght=weight,
                opsz=36,
                wdth=84,
            )
    noto = sources / "manimgx" / "manimgx_fonts"
    make(
        noto / "NotoSans[wght].ttf",
        "2-noto-sans.ttf",
        [*LATIN, *GREEK_AND_CYRILLIC, *SIGNS],
        wght=600,
        wdth=100,
    )
    for script, wanted in (("Hebrew", HEBREW), ("Arabic", ARABIC), ("Thai", THAI)):
        make(
            noto / f"NotoSans{script}[wght].ttf",
            f"3-noto-sans-{script.lower()}.ttf",
            wanted,
            wght=600,
            wdth=100,
        )
    korean = sources / "noto-sans-kr" / "package" / "files" / "noto-sans-kr-korean-600-normal.woff2"
    make(korean, "4-noto-sans-kr.ttf", KOREAN)
    make(noto / "NotoEmoji[wght].ttf", "5-noto-emoji.ttf", EVERYTHING, wght=600)


def make(source: Path, name: str, wanted: Iterable[int], **axes: float) -> None:
    """Write one font: at one place of its axes, with these characters, without hints."""
    font = TTFont(source)
    if "fvar" in font:
        known = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        instantiateVariableFont(font, {tag: axes.get(tag, at) for tag, at in known.items()}, True)
    options = Options()
    options.hinting = False
    options.layout_features = ["*"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["STAT", "MVAR", "HVAR", "DSIG", "vhea", "vmtx", "VORG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[0x20, 0xA0, *wanted])
    subsetter.subset(font)
    family = Path(name).stem
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            # Each has a name of its own, by which a card asks for it.
            record.string = f"st-{family}"
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = 0x40
    font["head"].macStyle = 0
    font["name"].setName("Regular", 2, 3, 1, 0x409)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.flavor = None
    font.save(TARGET / name)
    size = (TARGET / name).stat().st_size
    print(f"{name}: {len(font.getBestCmap())} characters, {size // 1024} KiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

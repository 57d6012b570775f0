"""The parts of a text in which nothing is a directive: fenced code and HTML comments."""

from __future__ import annotations

import re
from bisect import bisect_right

_COMMENT = re.compile(r"^ {0,3}<!--.*?-->", re.MULTILINE | re.DOTALL)

Region = tuple[int, int]


def quiet_regions(text: str) -> list[Region]:
    """Return start and end of every quiet part, in order."""
    regions: list[Region] = []
    if "```" in text or "~~~" in text:
        # Here, since it brings Pygments along, and hardly any article has code in it.
        from markdown.extensions.fenced_code import FencedBlockPreprocessor  # noqa: PLC0415

        # The library's own expression, so that both agree on where code begins and ends.
        fenced = FencedBlockPreprocessor.FENCED_BLOCK_RE
        regions += [match.span() for match in fenced.finditer(text)]
    if "<!--" in text:
        regions += [match.span() for match in _COMMENT.finditer(text)]
    return _merged(sorted(regions))


def inside(offset: int, regions: list[Region]) -> bool:
    """Say whether a place lies in one of the sorted regions."""
    index = bisect_right(regions, offset, key=lambda region: region[0]) - 1
    return index >= 0 and offset < regions[index][1]


def _merged(regions: list[Region]) -> list[Region]:
    merged: list[Region] = []
    for start, end in regions:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged

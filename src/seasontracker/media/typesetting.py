"""Sets text in lines: which font draws which part of it, where it breaks, and what is left out.

Widths are sums of advances. That leaves out kerning and counts joined Arabic letters as if they
stood alone, both of which make a line a little shorter than was reckoned with, never longer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from seasontracker.media.font_face import Face, load_face
from seasontracker.media.line import Line, Run, is_plain
from seasontracker.media.signs import (
    PICTURE,
    clings,
    clusters,
    is_joined,
    is_mark,
)
from seasontracker.wording.direction import is_right_to_left

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
_WORDS = re.compile(r"\S+\s*")


def can_set(text: str, names: Sequence[str]) -> bool:
    """Return whether our fonts have every character of a text."""
    return not missing_marks(text, names)


def missing_marks(text: str, names: Sequence[str]) -> str:
    """Return those characters of a text that our fonts do not have, each once."""
    if is_plain(text, load_face(names[0])):
        return ""
    marks = dict.fromkeys(mark for mark in text if not clings(mark) and not mark.isspace())
    return "".join(mark for mark in marks if _face(mark, "", names) is None)


def set_lines(
    text: str,
    names: Sequence[str],
    size: float,
    width: float,
    most: int,
    *,
    turned: bool | None = None,
) -> list[Line]:
    """Break a text into lines of a width; what does not fit ends in an ellipsis.

    `turned` is whether they run from right to left; by default the text's first letter says so.
    """
    turned = is_right_to_left(text) if turned is None else turned
    if turned:
        # Where such a line is divided is up to who draws it, so it can have no sign of its own.
        text = "".join(one[0] if is_joined(one) else one for one in clusters(text))
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


def _words(text: str, names: Sequence[str], size: float, width: float) -> Iterator[str]:
    """Yield words with the space after them; one that is too long for a line is divided."""
    for word in _WORDS.findall(text):
        part = ""
        for cluster in clusters(word):
            if part and measure((part + cluster).rstrip(), names, size) > width:
                yield part
                part = ""
            part += cluster
        yield part


def _without_last(text: str) -> str:
    return "".join([*clusters(text)][:-1])


def _runs(text: str, names: Sequence[str]) -> Iterator[Run]:
    part, face = "", load_face(names[0])
    if is_plain(text, face):
        if text:
            yield Run(text, face)
        return
    for spelled in clusters(text):
        cluster, wanted = _composed(spelled, names)
        # A space, or what nobody can draw, goes on with the font that is at work; among pictures a
        # space would be as wide as they are.
        is_space = cluster[0].isspace() and not face.family.endswith(_EMOJI)
        if wanted is None or (is_space and ord(cluster[0]) in face.advances):
            wanted = face
        if (wanted is not face or is_joined(cluster)) and part:
            yield Run(part, face)
            part = ""
        if is_joined(cluster):
            yield Run(cluster, wanted, is_joined=True)
            face = wanted
            continue
        part, face = part + cluster, wanted
    if part:
        yield Run(part, face)


def _composed(cluster: str, names: Sequence[str]) -> tuple[str, Face | None]:
    """Return a sign, in one character where there is one, and the font to draw it with."""
    whole = unicodedata.normalize("NFC", cluster)
    if len(whole) == 1 and (face := _face(whole, "", names)):
        return whole, face
    return cluster, _face(cluster[0], cluster[1:], names)


def _face(mark: str, after: str, names: Sequence[str]) -> Face | None:
    """Return the first font that has a character, rather with the marks that cling to it.

    One that is to be a picture is sought among the pictures.
    """
    if after[:1] == PICTURE and ord(mark) in (emoji := load_face(_EMOJI)).advances:
        return emoji
    faces = [face for name in names if ord(mark) in (face := load_face(name)).advances]
    marks = [ord(one) for one in after if is_mark(one)]
    whole = (face for face in faces if all(one in face.advances for one in marks))
    return next(whole, faces[0] if faces else None)

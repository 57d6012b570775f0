"""The text in place of a picture says more than that there is one, and not what stands beneath."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from seasontracker.diagnostics import Code, Diagnostic, quoted
from seasontracker.models import Show
from seasontracker.site.unit import ShowUnit

_KINDS = frozenset(
    re.findall(
        r"\w+",
        """
        artwork bild foto fotografia graphic illustration image images img photo photograph
        photos pic picture pictures poster promo screencap screenshot still thumbnail
        """,
    )
)
"""Words for a picture, which whoever hears the text knows that it is."""
_LITTLE = frozenset(
    re.findall(
        r"\w+",
        """
        a an and episode episodes for from key main new no number of official season series
        show the to tv
        """,
    )
)
_WORDS = re.compile(r"\w+")


def check(unit: ShowUnit) -> Iterator[Diagnostic]:
    titles = sorted(map(_words, _titles(unit.loaded.show.value)), key=len, reverse=True)
    for season in unit.loaded.seasons:
        media = season.media
        for image_id, image in media.value.images.items() if media else ():
            assert media is not None
            steps = ("images", image_id, "alt")
            if image.caption and _words(image.alt) == _words(image.caption):
                yield media.diagnostic(
                    Code.VAGUE_ALT,
                    steps,
                    "`alt` repeats the caption, which is read aloud as well",
                    "say what there is to see",
                )
            elif _is_vague(_words(image.alt), titles):
                yield media.diagnostic(
                    Code.VAGUE_ALT,
                    steps,
                    f"{quoted(image.alt)} does not say what there is to see",
                    "say what is in the picture, as if on the telephone",
                )


def _titles(show: Show) -> Iterator[str]:
    yield show.title
    yield show.original_title or ""
    yield from show.also_known_as


def _is_vague(words: list[str], titles: Iterable[list[str]]) -> bool:
    """Return whether nothing is left beside titles of the show and words for a picture."""
    rest = words
    for title in titles:
        rest = _without(rest, title)
    told = [
        word for word in rest if word not in _KINDS and word not in _LITTLE and not word.isdigit()
    ]
    return not told and (len(rest) < len(words) or not _KINDS.isdisjoint(rest))


def _without(words: list[str], title: list[str]) -> list[str]:
    """Return words without the first place where a title stands among them."""
    for start in range(len(words) - len(title) + 1) if title else ():
        if words[start : start + len(title)] == title:
            return words[:start] + words[start + len(title) :]
    return words


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())

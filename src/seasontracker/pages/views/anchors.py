"""The ids on an article's page: each is given once, and some are there only on some days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from seasontracker.pages.markdown import Prose
from seasontracker.site.load import LoadedSeason

FRAME = frozenset(
    {"content", "short-answer", "key-facts", "contents", "follow", "updates", "sources"}
)
"""Ids that the template of every article has."""


@dataclass(slots=True)
class PageIds:
    """The ids that a page has given away."""

    _taken: set[str] = field(default_factory=lambda: set(FRAME))

    def reserve(self, ids: Iterable[str]) -> None:
        """Note ids that are on the page already."""
        self._taken.update(ids)

    def take(self, wanted: str) -> bool:
        """Return whether an id was still free; from now on it is taken."""
        is_free = wanted not in self._taken
        self._taken.add(wanted)
        return is_free

    def free(self, wanted: str) -> str:
        """Return an id that nothing else has, the wanted one if that can be, and take it."""
        candidate, repeat = wanted, 1
        while not self.take(candidate):
            repeat += 1
            candidate = f"{wanted}-{repeat}"
        return candidate


def theory_anchor(slug: str) -> str:
    """Return the id of a theory's card."""
    return f"theory-{slug}"


def possible_anchors(
    loaded: LoadedSeason, theory_prose: Mapping[str, Prose], shown: Iterable[str]
) -> frozenset[str]:
    """Return the ids that an article's page has on some days, though perhaps not today.

    `shown` are the components that the article has, empty or not. A link to a theory that nobody
    had proposed on the day of the build, or to a cast that was not named yet, is no mistake.
    """
    return frozenset(_possible(loaded, theory_prose, frozenset(shown)))


def _possible(
    loaded: LoadedSeason, theory_prose: Mapping[str, Prose], shown: frozenset[str]
) -> Iterator[str]:
    claims = loaded.claims.value if loaded.claims else ()
    media = loaded.media.value if loaded.media else None
    has = {
        "synopsis": loaded.season.value.synopsis is not None,
        "videos": bool(media and media.videos),
        "dates": any(claim.release is not None for claim in claims),
        "timeline": bool(claims or (media and media.videos)),
        "cast": bool(loaded.cast and loaded.cast.value),
        "episodes": bool(loaded.episodes and loaded.episodes.value),
        "where-to-watch": bool(media and media.offers),
        "theories": bool(loaded.theories),
    }
    yield from (name for name, is_there in has.items() if is_there and name in shown)
    if claims or loaded.cast or media or loaded.theories:
        yield from ("updates", "sources")
    if "theories" not in shown:
        return
    for theory in loaded.theories:
        anchor = theory_anchor(theory.slug)
        yield anchor
        yield from (f"{anchor}-{item.id}" for item in theory.theory.value.evidence if item.id)
        if theory.slug in theory_prose:
            yield from (heading.id for heading in theory_prose[theory.slug].headings)

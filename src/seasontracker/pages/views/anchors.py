"""The ids on an article's page: each is given once, and some are there only on some days."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from seasontracker.models import Evidence, Theory
from seasontracker.pages.markdown import Prose
from seasontracker.site.load import LoadedSeason, LoadedTheory
from seasontracker.tracking.positions import HARMLESS, worst

FRAME = frozenset(
    {"content", "short-answer", "key-facts", "contents", "follow", "updates", "sources"}
)
"""Ids that the template of every article has."""


class PageIds(Struct):
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


def theory_anchor(slug: str, spoils: str) -> str:
    """Return the id of a theory's card; of one that gives something away it says nothing."""
    return f"theory-{slug if spoils in HARMLESS else wordless(slug)}"


def evidence_anchor(theory_slug: str, theory: Theory, item: Evidence) -> str:
    """Return the id of a piece of evidence that has one, wordless where it gives something away."""
    anchor = theory_anchor(theory_slug, theory.spoils)
    is_open = worst((theory.spoils, item.spoils)) in HARMLESS
    return f"{anchor}-{item.id if is_open else wordless(item.id or '')}"


def as_on_page(anchor: str, theories: Iterable[LoadedTheory]) -> str:
    """Return the id that an editor means who made an anchor of the names of files."""
    for one in theories:
        theory = one.theory.value
        plain, shown = theory_anchor(one.slug, "none"), theory_anchor(one.slug, theory.spoils)
        evidence = {f"{plain}-{item.id}": item for item in theory.evidence if item.id}
        if anchor in evidence:
            return evidence_anchor(one.slug, theory, evidence[anchor])
        if anchor == plain or anchor.startswith(f"{plain}-"):
            return shown + anchor.removeprefix(plain)
    return anchor


def wordless(id_: str) -> str:
    """Return what stands for an id in addresses, the same for ever and without its words."""
    return hashlib.sha256(id_.encode()).hexdigest()[:8]


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
        value = theory.theory.value
        yield theory_anchor(theory.slug, value.spoils)
        yield from (evidence_anchor(theory.slug, value, item) for item in value.evidence if item.id)
        if theory.slug in theory_prose:
            yield from (heading.id for heading in theory_prose[theory.slug].headings)

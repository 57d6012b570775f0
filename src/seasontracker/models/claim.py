"""One entry of a season's claim log, `status.yaml`."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from seasontracker.models.base import (
    ContentModel,
    Count,
    Day,
    DayOrInstant,
    Flag,
    SaidOn,
    Several,
    Slug,
    Spoils,
    Text,
    When,
    refusal,
)
from seasontracker.models.vocabulary import Confidence, Pattern, Production, Renewal

AXES = ("renewal", "production", "release", "episode_order", "pattern")
"""What a claim can speak about; one entry may speak about several."""


class Claim(ContentModel):
    """Something that somebody said on a day about a season."""

    noun = "a claim"

    date: SaidOn
    """When it was said; a partial date counts from its first day."""
    added: Day | None = None
    """When we published it; unless given, when it was said."""
    id: Slug | None = None
    """Needed only where something refers to this entry; keeps its feed entry's id stable."""
    renewal: Renewal | None = None
    """What was decided."""
    production: Production | None = None
    """How far the making has come."""
    release: When | None = None
    """When it comes out, as far as that was said."""
    episode_order: Count | None = None
    """How many episodes there will be."""
    pattern: Pattern | None = None
    """How the episodes come out."""
    confidence: Confidence
    """Who stands behind it."""
    source: Several[Slug] = ()
    """Ids of the sources that say so."""
    headline: Text | None = None
    """A few words for the timeline; unless given, they are made from what is claimed. Such as
    `Filming begins in Andong`."""
    note: Text | None = None
    """A sentence for the timeline. Such as `Announced with a short clip.`"""
    because: Text | None = None
    """The premises of a speculation. Such as `Season 1 took a year from here.`"""
    by: Text | None = None
    """Who said it, when that is not the source itself. Such as `The director`."""
    quote: Text | None = None
    """The words themselves. Such as `We start in June.`"""
    alongside: Flag = False
    """Stands beside an earlier claim of its rank instead of replacing it."""
    retracted: SaidOn | None = None
    """When whoever said it took it back."""
    minor: Flag = False
    """Not worth a feed entry or a new date on the page."""
    embargo_until: DayOrInstant | None = None
    """Until then the claim does not exist; it counts as `added` then, unless that is later."""
    spoils: Spoils = "none"
    """How far one must have watched to read it."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.axes and not self.headline:
            raise refusal(
                "missing_key",
                "a claim says nothing",
                f"give one of {', '.join(AXES)}, or a `headline` for a plain notice",
            )
        return self

    @property
    def axes(self) -> tuple[str, ...]:
        """The axes that this entry speaks about."""
        return tuple(axis for axis in AXES if getattr(self, axis) is not None)

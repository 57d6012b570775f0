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
    production: Production | None = None
    release: When | None = None
    episode_order: Count | None = None
    pattern: Pattern | None = None
    confidence: Confidence
    source: Several[Slug] = ()
    headline: Text | None = None
    """A few words for the timeline; unless given, they are made from what is claimed."""
    note: Text | None = None
    because: Text | None = None
    """The premises of a speculation."""
    by: Text | None = None
    """Who said it, when that is not the source itself."""
    quote: Text | None = None
    alongside: Flag = False
    """Stands beside an earlier claim of its rank instead of replacing it."""
    retracted: SaidOn | None = None
    """When whoever said it took it back."""
    minor: Flag = False
    """Not worth a feed entry or a new date on the page."""
    embargo_until: DayOrInstant | None = None
    """Until then the claim does not exist; it counts as `added` then, unless that is later."""
    spoils: Spoils = "none"

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

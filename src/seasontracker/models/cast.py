"""Who plays whom: the show's register and each season's cast."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from seasontracker.models.base import (
    ContentModel,
    Day,
    DayOrInstant,
    Flag,
    SaidOn,
    Several,
    Slug,
    Spoils,
    Text,
    Written,
)
from seasontracker.models.show import ExternalIds
from seasontracker.models.vocabulary import Billing, CastStatus, Confidence, FateState


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class Person(ContentModel):
    """Somebody who plays in the show."""

    noun = "a person"

    name: Text
    original_name: Text | None = None
    also_known_as: Several[Text] = ()
    ids: ExternalIds = ExternalIds()


class Character(ContentModel):
    """Somebody in the story."""

    noun = "a character"

    name: Text | None = None
    """Left out as long as the part has not been announced."""
    original_name: Text | None = None
    also_known_as: Several[Text] = ()
    played_by: Several[Slug]
    """Ids of people, the present player last."""
    billing: Billing = Billing.MAIN
    description: Text | None = None
    spoils: Spoils = "none"


class CastRegister(ContentModel):
    """A show's `cast.yaml`."""

    noun = "the cast register"

    people: dict[Slug, Annotated[Person, BeforeValidator(_named), Written("bare")]] = Field(
        default_factory=dict
    )
    characters: dict[Slug, Character] = Field(default_factory=dict)


class CastClaim(ContentModel):
    """One thing said about a character's part in a season."""

    noun = "a claim"

    date: SaidOn
    added: Day | None = None
    status: CastStatus
    confidence: Confidence
    source: Several[Slug] = ()
    because: Text | None = None
    note: Text | None = None
    by: Text | None = None
    alongside: Flag = False
    retracted: SaidOn | None = None
    embargo_until: DayOrInstant | None = None
    """Until then the claim does not exist; it counts as `added` then, unless that is later."""
    spoils: Spoils = "none"


class Fate(ContentModel):
    """What has become of a character when this season ends."""

    noun = "a fate"

    state: FateState
    note: Text | None = None
    """In the show's own terms."""
    source: Several[Slug] = ()
    spoils: Spoils | None = None
    """Unless given, the end of this season."""


class CastEntry(ContentModel):
    """A character's part in one season, under the character's id in the season's `cast.yaml`."""

    noun = "a part"

    billing: Billing | None = None
    """Unless given, as in the show's register."""
    played_by: Several[Slug] = ()
    """Unless given, as in the show's register."""
    note: Text | None = None
    claims: tuple[CastClaim, ...] = ()
    """Newest last."""
    fate: Fate | None = None
    spoils: Spoils = "none"

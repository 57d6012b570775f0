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
    """Such as `Park Ji-hu`."""
    original_name: Text | None = None
    """In its own script. Such as `박지후`."""
    also_known_as: Several[Text] = ()
    """Other spellings. Such as `Park Ji-hoo`."""
    ids: ExternalIds = ExternalIds()
    """What other registers call them."""


class Character(ContentModel):
    """Somebody in the story."""

    noun = "a character"

    name: Text | None = None
    """Left out as long as the part has not been announced. Such as `Nam On-jo`."""
    original_name: Text | None = None
    """In its own script. Such as `남온조`."""
    also_known_as: Several[Text] = ()
    """Other names. Such as `On-jo`."""
    played_by: Several[Slug]
    """Ids of people, the present player last."""
    billing: Billing = Billing.MAIN
    """How they are credited."""
    description: Text | None = None
    """A sentence that spoils nothing. Such as `Class president of 2-5.`"""
    spoils: Spoils = "none"
    """How far one must have watched to know that there is such a character."""


class CastRegister(ContentModel):
    """A show's `cast.yaml`."""

    noun = "the cast register"

    people: dict[Slug, Annotated[Person, BeforeValidator(_named), Written("bare")]] = Field(
        default_factory=dict
    )
    """Those who play, by id."""
    characters: dict[Slug, Character] = Field(default_factory=dict)
    """Those they play, by id."""


class CastClaim(ContentModel):
    """One thing said about a character's part in a season."""

    noun = "a claim"

    date: SaidOn
    """When it was said; a partial date counts from its first day."""
    added: Day | None = None
    """When we published it; unless given, when it was said."""
    status: CastStatus
    """What was said of the part."""
    confidence: Confidence
    """Who stands behind it."""
    source: Several[Slug] = ()
    """Ids of the sources that say so."""
    because: Text | None = None
    """The premises of a speculation. Such as `She was seen on the set.`"""
    note: Text | None = None
    """A sentence on it. Such as `Seen in the announcement.`"""
    by: Text | None = None
    """Who said it, when that is not the source itself. Such as `The director`."""
    alongside: Flag = False
    """Stands beside an earlier claim of its rank instead of replacing it."""
    retracted: SaidOn | None = None
    """When whoever said it took it back."""
    embargo_until: DayOrInstant | None = None
    """Until then the claim does not exist; it counts as `added` then, unless that is later."""
    spoils: Spoils = "none"
    """How far one must have watched to read it."""


class Fate(ContentModel):
    """What has become of a character when this season ends."""

    noun = "a fate"

    state: FateState
    """In one word."""
    note: Text | None = None
    """In the show's own terms. Such as `Half-zombie.`"""
    source: Several[Slug] = ()
    """Ids of sources that say so."""
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
    """A sentence on the part. Such as `Credited without a name.`"""
    claims: tuple[CastClaim, ...] = ()
    """Newest last."""
    fate: Fate | None = None
    """What has become of the character when the season ends."""
    spoils: Spoils = "none"
    """How far one must have watched to know that the part is there."""

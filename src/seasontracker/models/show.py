"""What an editor says about a show, in `show.yaml`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from seasontracker.models.base import (
    Colour,
    ContentModel,
    Count,
    Day,
    DayOrInstant,
    Flag,
    Language,
    Region,
    Several,
    Slug,
    Text,
    Url,
    When,
    Written,
    matching,
)
from seasontracker.models.vocabulary import CrewRole, NetworkKind, ShowType, SpoilerDefault

NumberId = Annotated[
    str, matching(r"[0-9]{1,9}", "bad_value", "a number", "write the digits in the address there")
]
ImdbId = Annotated[
    str,
    matching(r"(?:tt|nm|ch)[0-9]{7,9}", "bad_value", "an IMDb id", "write it as `tt14169960`"),
]
WikidataId = Annotated[
    str,
    matching(r"Q[1-9][0-9]{0,9}", "bad_value", "a Wikidata id", "write it as `Q110609828`"),
]


def _named(value: Any) -> Any:
    """A bare name stands for the thing that has it: `network: Netflix`."""
    return {"name": value} if isinstance(value, str) else value


class Network(ContentModel):
    """Who shows it; a global web channel has no country (TVmaze policy)."""

    noun = "a network"

    name: Text
    kind: NetworkKind = NetworkKind.WEB_CHANNEL
    country: Region | None = None
    url: Url | None = None


class CrewMember(ContentModel):
    """Somebody behind the camera."""

    noun = "a crew member"

    name: Text
    role: CrewRole
    original_name: Text | None = None
    also_known_as: Several[Text] = ()
    seasons: Several[Count] = ()
    """The seasons worked on; empty means all."""
    source: Several[Slug] = ()


class SourceMaterial(ContentModel):
    """The work that a show is made from."""

    noun = "source material"

    title: Text
    kind: Text
    """Such as webtoon, novel, video game."""
    original_title: Text | None = None
    author: Text | None = None
    original_author: Text | None = None
    published: When | None = None
    publisher: Text | None = None
    note: Text | None = None
    url: Url | None = None
    source: Several[Slug] = ()


class ExternalIds(ContentModel):
    """The ids that a show or a person has elsewhere."""

    noun = "the ids"

    tvmaze: NumberId | None = None
    tmdb: NumberId | None = None
    imdb: ImdbId | None = None
    thetvdb: NumberId | None = None
    trakt: Slug | None = None
    wikidata: WikidataId | None = None


class Show(ContentModel):
    """A series."""

    noun = "a show"

    title: Text
    original_title: Text | None = None
    also_known_as: Several[Text] = ()
    language: Language = "en"
    """The language it is made in; names in their original script are in this language."""
    country: Several[Region] = ()
    network: Annotated[Network, BeforeValidator(_named), Written("bare")]
    type: ShowType = ShowType.SCRIPTED
    genres: Several[Text] = ()
    summary: Text
    """One or two sentences that spoil nothing beyond the premise."""
    setting: Text | None = None
    premiered: Day | None = None
    crew: tuple[CrewMember, ...] = ()
    production_companies: Several[Text] = ()
    source_material: SourceMaterial | None = None
    ids: ExternalIds = ExternalIds()
    official_site: Url | None = None
    accent: Colour = "#7a4b1e"
    """The show's colour; its contrast is adjusted for both themes."""
    spoilers: SpoilerDefault | None = None
    """What its readers are taken to have watched; unless given, as `site.yaml` says."""
    ended: Flag = False
    """Set when a finished show is over without anybody having said so."""
    draft: Flag = False
    """Checked with the rest, and not published."""
    published: Day | None = None
    """The first day on which it is there; unless given, any day."""
    expires: Day | None = None
    """The first day on which it is no longer there."""
    embargo_until: DayOrInstant | None = None
    """Until then nothing of it is anywhere in the output."""

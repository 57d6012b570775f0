"""What an editor says about a show, in `show.yaml`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from seasontracker.models.base import (
    Colour,
    ContentModel,
    Count,
    Day,
    Flag,
    Language,
    Region,
    Several,
    Slug,
    Text,
    Url,
    When,
)
from seasontracker.models.vocabulary import CrewRole, NetworkKind, ShowType


def _named(value: Any) -> Any:
    """A bare name stands for the thing that has it: `network: Netflix`."""
    return {"name": value} if isinstance(value, str) else value


class Network(ContentModel):
    """Who shows it; a global web channel has no country (TVmaze policy)."""

    name: Text
    kind: NetworkKind = NetworkKind.WEB_CHANNEL
    country: Region | None = None
    url: Url | None = None


class CrewMember(ContentModel):
    """Somebody behind the camera."""

    name: Text
    role: CrewRole
    original_name: Text | None = None
    also_known_as: Several[Text] = ()
    seasons: Several[Count] = ()
    """The seasons worked on; empty means all."""
    source: Several[Slug] = ()


class SourceMaterial(ContentModel):
    """The work that a show is made from."""

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
    """The show's ids elsewhere."""

    tvmaze: Text | None = None
    tmdb: Text | None = None
    imdb: Text | None = None
    thetvdb: Text | None = None
    trakt: Text | None = None
    wikidata: Text | None = None


class Show(ContentModel):
    """A series."""

    title: Text
    original_title: Text | None = None
    also_known_as: Several[Text] = ()
    language: Language = "en"
    """The language it is made in; names in their original script are in this language."""
    country: Several[Region] = ()
    network: Annotated[Network, BeforeValidator(_named)]
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
    motif: Slug = "horizon"
    """The pattern of the show's drawn title card."""
    ended: Flag = False
    """Set when a finished show is over without anybody having said so."""
    aliases: Several[Text] = ()

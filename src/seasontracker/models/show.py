"""What an editor says about a show, in `show.yaml`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from seasontracker.models.address import SitePath
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
    str,
    matching(r"[0-9]{1,9}", "bad_value", "a number", "write the digits in the address there", "91"),
]
ImdbId = Annotated[
    str,
    matching(
        r"(?:tt|nm|ch)[0-9]{7,9}",
        "bad_value",
        "an IMDb id",
        "write it as `tt14169960`",
        "tt14169960",
    ),
]
WikidataId = Annotated[
    str,
    matching(
        r"Q[1-9][0-9]{0,9}", "bad_value", "a Wikidata id", "write it as `Q110609828`", "Q110609828"
    ),
]


def _named(value: Any) -> Any:
    """A bare name stands for the thing that has it: `network: Netflix`."""
    return {"name": value} if isinstance(value, str) else value


class Network(ContentModel):
    """Who shows it; a global web channel has no country (TVmaze policy)."""

    noun = "a network"

    name: Text
    """Such as `Netflix`."""
    kind: NetworkKind = NetworkKind.WEB_CHANNEL
    """A channel, or a service on the web."""
    country: Region | None = None
    """Where it broadcasts; a global service has none."""
    url: Url | None = None
    """Its own page."""


class CrewMember(ContentModel):
    """Somebody behind the camera."""

    noun = "a crew member"

    name: Text
    """Such as `Jantje Friese`."""
    role: CrewRole
    """What they do."""
    original_name: Text | None = None
    """In its own script. Such as `이재규`."""
    also_known_as: Several[Text] = ()
    """Other spellings. Such as `Lee JQ`."""
    seasons: Several[Count] = ()
    """The seasons worked on; empty means all."""
    source: Several[Slug] = ()
    """Ids of sources that say so."""


class SourceMaterial(ContentModel):
    """The work that a show is made from."""

    noun = "source material"

    title: Text
    """Such as `Now at Our School`."""
    kind: Text
    """Such as `webtoon`, `novel`, `video game`."""
    original_title: Text | None = None
    """In its own script. Such as `지금 우리 학교는`."""
    author: Text | None = None
    """Such as `Joo Dong-geun`."""
    original_author: Text | None = None
    """The author in their own script. Such as `주동근`."""
    published: When | None = None
    """When it came out."""
    publisher: Text | None = None
    """Such as `Naver Webtoon`."""
    note: Text | None = None
    """A sentence on it. Such as `It ended with chapter 130.`"""
    url: Url | None = None
    """Where it can be read."""
    source: Several[Slug] = ()
    """Ids of sources that say so."""


class ExternalIds(ContentModel):
    """The ids that a show or a person has elsewhere."""

    noun = "the ids"

    tvmaze: NumberId | None = None
    """The number in the address at TVmaze."""
    tmdb: NumberId | None = None
    """The number in the address at TMDB."""
    imdb: ImdbId | None = None
    """The id in the address at IMDb."""
    thetvdb: NumberId | None = None
    """The number at TheTVDB."""
    trakt: Slug | None = None
    """The name in the address at Trakt."""
    wikidata: WikidataId | None = None
    """Such as `Q110609828`."""


class Show(ContentModel):
    """A series."""

    noun = "a show"

    title: Text
    """As the site's readers know it. Such as `All of Us Are Dead`."""
    original_title: Text | None = None
    """In its own script. Such as `지금 우리 학교는`."""
    also_known_as: Several[Text] = ()
    """Other titles. Such as `Now at Our School`."""
    language: Language = "en"
    """The language it is made in; names in their original script are in this language."""
    country: Several[Region] = ()
    """Where it is made, as ISO 3166 codes."""
    network: Annotated[Network, BeforeValidator(_named), Written("bare")]
    """Who shows it: a name, or more about it. Such as `Netflix`."""
    type: ShowType = ShowType.SCRIPTED
    """What kind of programme it is."""
    genres: Several[Text] = ()
    """Such as `Drama`."""
    summary: Text
    """One or two sentences that spoil nothing beyond the premise. Such as `Pupils are trapped in
    their school.`"""
    setting: Text | None = None
    """Where and when it plays. Such as `A high school in Hyosan`."""
    premiered: Day | None = None
    """The day of its first episode."""
    crew: tuple[CrewMember, ...] = ()
    """Who makes it."""
    production_companies: Several[Text] = ()
    """Such as `Film Monster`."""
    source_material: SourceMaterial | None = None
    """The work it is made from."""
    ids: ExternalIds = ExternalIds()
    """What other registers call it."""
    official_site: Url | None = None
    """The show's own page."""
    accent: Colour = "#7a4b1e"
    """The show's colour; its contrast is adjusted for both themes."""
    spoilers: SpoilerDefault | None = None
    """What its readers are taken to have watched; unless given, as `site.yaml` says."""
    id: Slug | None = None
    """What feeds and calendars know the show by; unless given, the folder's name. Keep the old name
    here when the folder is renamed."""
    aliases: Several[SitePath] = ()
    """Earlier addresses of the page, which lead to it."""
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

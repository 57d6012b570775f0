"""The cast of a season for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seasontracker.codec import about
from seasontracker.exports.api.claims import ApiClaim, api_claim
from seasontracker.exports.api.values import SourceIds, Spoils
from seasontracker.exports.json_ld.same_as import person_addresses
from seasontracker.models import Fate, Person
from seasontracker.models.vocabulary import Billing, CastStatus, Confidence, FateState
from seasontracker.pages.views.context import PageContext
from seasontracker.tracking.claims import judged_apart
from seasontracker.tracking.positions import worst
from seasontracker.tracking.season import CastStanding, SeasonStanding


class ApiPlayer(Struct, frozen=True):
    """Somebody who plays a part."""

    id: Annotated[str, about("The same in all shows of the site.")]
    name: str
    original_name: str
    also_known_as: tuple[str, ...]
    same_as: Annotated[tuple[str, ...], about("Where else the person is described.")]


class ApiPartStanding(Struct, frozen=True):
    """Whether a part is known to be in the season."""

    spoils: Spoils
    status: CastStatus
    confidence: Annotated[
        Confidence | None, about("Null when nothing is claimed, and nothing need be.")
    ]
    contested: bool


class ApiFate(Struct, frozen=True):
    """What had become of a character when a season ended."""

    spoils: Spoils
    state: FateState
    note: str
    sources: SourceIds


class ApiPart(Struct, frozen=True):
    """A character's part in a season."""

    spoils: Spoils
    character: Annotated[str, about("The id of the character within the show.")]
    name: Annotated[str, about("Empty as long as the part has no name.")]
    original_name: str
    also_known_as: tuple[str, ...]
    description: str
    billing: Billing
    players: Annotated[tuple[ApiPlayer, ...], about("The present player last.")]
    note: str
    standing: ApiPartStanding
    fate_before: ApiFate | None
    fate_after: ApiFate | None
    claims: tuple[ApiClaim, ...]


def season_parts(context: PageContext, season: SeasonStanding) -> Iterator[ApiPart]:
    """Yield the parts of a season in billing order."""
    in_the_open = {part.character_id: part for part in season.cast}
    for part in season.whole.cast:
        told = in_the_open.get(part.character_id)
        character = context.characters[part.character_id]
        players = part.entry.played_by or character.played_by
        yield ApiPart(
            spoils=worst((character.spoils, part.entry.spoils)),
            character=part.character_id,
            name=character.name or "",
            original_name=character.original_name or "",
            also_known_as=character.also_known_as,
            description=character.description or "",
            billing=part.entry.billing or character.billing,
            players=tuple(api_player(one, context.people[one]) for one in players),
            note=part.entry.note or "",
            standing=_standing(told or part),
            fate_before=_fate(part.fate_before, season.number - 1),
            fate_after=_fate(part.fate_after, season.number),
            claims=tuple(_claims(told, part)),
        )


def api_player(person_id: str, person: Person) -> ApiPlayer:
    """Return a person for programs."""
    return ApiPlayer(
        person_id,
        person.name,
        person.original_name or "",
        person.also_known_as,
        tuple(person_addresses(person.ids)),
    )


def _standing(part: CastStanding) -> ApiPartStanding:
    current = part.status.current
    spoils = worst(entry.claim.spoils for entry in part.status.alive)
    confidence = current.confidence if current else None
    return ApiPartStanding(spoils, part.status_now, confidence, part.status.is_contested)


def _claims(told: CastStanding | None, part: CastStanding) -> Iterator[ApiClaim]:
    seen: dict[str, int] = {}
    for judged in judged_apart(told.status if told else None, part.status):
        key = f"cast:{part.character_id}:{judged.entry.claim.date}"
        count = seen[key] = seen.get(key, 0) + 1
        yield api_claim(judged, "cast", key if count == 1 else f"{key}:{count}")


def _fate(fate: Fate | None, number: int) -> ApiFate | None:
    if fate is None:
        return None
    return ApiFate(fate.spoils or f"S{number:02d}", fate.state, fate.note or "", fate.source)

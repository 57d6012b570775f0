"""The cast of a season, grouped by what is known of each part."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from seasontracker.models import Fate
from seasontracker.models.vocabulary import CastStatus, Confidence
from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.folds import Fold
from seasontracker.pages.views.marks import Mark, Moment, confidence_mark, said_moment
from seasontracker.pages.views.names import initials
from seasontracker.tracking.positions import worst
from seasontracker.tracking.season import CastStanding, SeasonStanding
from seasontracker.wording.labels import label

GROUPS = (
    CastStatus.RETURNING,
    CastStatus.PROMOTED,
    CastStatus.RECAST,
    CastStatus.NEW,
    CastStatus.GUEST,
    CastStatus.EXPECTED,
    CastStatus.UNKNOWN,
    CastStatus.DEPARTING,
    CastStatus.NOT_RETURNING,
)
"""The order in which parts are shown."""


class FateLine(Struct, frozen=True):
    """What had become of a character."""

    state: str
    note: str
    cites: tuple[Cite, ...]
    fold: Fold | None


class PersonCard(Struct, frozen=True):
    """A part and its player."""

    id: str
    initials: str
    character: str
    """Empty as long as the part has no name."""
    character_original: str
    actor: str
    actor_url: str
    """Of the player's page, where it is certain that there is one."""
    actor_original: str
    actor_aliases: str
    language: str
    """Of the names in their original script."""
    description: str
    fate: FateLine | None
    note: str
    said: Moment | None
    mark: Mark | None
    is_contested: bool
    is_out: bool
    cites: tuple[Cite, ...]
    fold: Fold | None
    absent: str
    """Why what is said is not there for readers; empty but in previews."""


class CastGroup(Struct, frozen=True):
    """The parts of one status; without a status, everybody who played in a season that is out."""

    name: str
    people: tuple[PersonCard, ...]


def cast_groups(
    context: PageContext, season: SeasonStanding, only: Collection[str] = ()
) -> tuple[CastGroup, ...]:
    """Return the cast by status; `only` names statuses or characters, empty means all."""
    words = context.words
    parts = [
        part
        for part in season.cast
        if not only or part.character_id in only or part.status_now.value in only
    ]
    groups = []
    # Of who played in a season that is out, nothing need be claimed.
    played = [part for part in parts if season.state.has_begun and not part.entry.claims]
    others = [part for part in parts if not season.state.has_begun or part.entry.claims]
    if played:
        cards = tuple(_card(context, season, part) for part in played)
        groups.append(CastGroup(words.gettext("Cast of the season"), cards))
    for status in GROUPS:
        cards = tuple(_card(context, season, part) for part in others if part.status_now is status)
        if cards:
            groups.append(CastGroup(label(words, status), cards))
    return tuple(groups)


def _card(context: PageContext, season: SeasonStanding, part: CastStanding) -> PersonCard:
    words = context.words
    character = context.characters[part.character_id]
    players = part.entry.played_by or character.played_by
    # The present player stands last; nobody may be named yet.
    player = context.people[players[-1]] if players else None
    current = part.status.current
    name = character.name or ""
    claim = current.claim if current else None
    note = part.entry.note or (claim.note if claim else None) or ""
    if not note and claim is not None and claim.confidence is Confidence.SPECULATION:
        note = claim.because or ""
    fate = part.fate_after if season.state.has_begun else part.fate_before
    fate_season = season.number if season.state.has_begun else season.number - 1
    spoils = worst((part.entry.spoils, character.spoils, claim.spoils if claim else "none"))
    return PersonCard(
        id=part.character_id,
        initials=initials(name or (player.name if player else "")),
        character=name,
        character_original=character.original_name or "",
        actor=player.name if player else "",
        actor_url=context.links.person(players[-1])
        if players and players[-1] in context.people_with_pages
        else "",
        actor_original=(player.original_name or "") if player else "",
        actor_aliases=", ".join(player.also_known_as) if player else "",
        language=context.unit.loaded.show.value.language,
        description=character.description or "",
        fate=_fate(context, fate, fate_season, spoils) if fate else None,
        note=note,
        said=said_moment(words, claim.date) if claim else None,
        mark=confidence_mark(words, current.confidence) if current else None,
        is_contested=part.status.is_contested,
        is_out=part.status_now in (CastStatus.NOT_RETURNING, CastStatus.DEPARTING),
        cites=context.numbers.cite(current.claim.source) if current else (),
        fold=context.fold(spoils),
        absent=context.absent_label(claim) if claim else "",
    )


def _fate(context: PageContext, fate: Fate, fate_season: int, inside: str) -> FateLine:
    spoils = fate.spoils or f"S{fate_season:02d}"
    return FateLine(
        state=label(context.words, fate.state),
        note=fate.note or "",
        cites=context.numbers.cite(fate.source),
        fold=context.fold(spoils, inside),
    )

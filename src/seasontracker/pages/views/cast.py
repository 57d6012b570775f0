"""The cast of a season, grouped by what is known of each part."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.models import CastClaim, Claim, Fate
from seasontracker.models.vocabulary import CastStatus, Confidence
from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.folds import Fold
from seasontracker.pages.views.marks import Mark, Moment, confidence_mark, said_moment
from seasontracker.pages.views.names import initials
from seasontracker.tracking.axis import Entry
from seasontracker.tracking.positions import HARMLESS, worst
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


class Turn(Struct, frozen=True):
    """What is said of a part to those alone who have watched so far."""

    status: str
    note: str
    said: Moment
    mark: Mark
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
    turn: Turn | None = None
    status: str = ""
    """Empty where the group tells it."""


class CastGroup(Struct, frozen=True):
    """The parts of one status; without a status, everybody who played in a season that is out.

    Parts that readers must open come last, since their group would tell their status.
    """

    name: str
    people: tuple[PersonCard, ...]


def cast_groups(
    context: PageContext, season: SeasonStanding, only: Collection[str] = ()
) -> tuple[CastGroup, ...]:
    """Return the cast by status; `only` names statuses or characters, empty means all."""
    words = context.words
    in_the_open = {part.character_id: part for part in season.cast}
    parts = [in_the_open.get(part.character_id, part) for part in season.whole.cast]
    hidden = {
        part.character_id
        for part in parts
        if part.character_id not in in_the_open or context.folds.hides(_position(context, part))
    }
    if only:
        parts = [part for part in parts if _is_named(part, only, part.character_id in hidden)]
    shown = [part for part in parts if part.character_id not in hidden]
    # Of who played in a season that is out, nothing need be claimed.
    played = [part for part in shown if season.state.has_begun and not part.entry.claims]
    groups = [CastGroup(words.gettext("Cast of the season"), _cards(context, season, played))]
    others = [part for part in shown if not season.state.has_begun or part.entry.claims]
    for status in GROUPS:
        of_status = [part for part in others if part.status_now is status]
        groups.append(CastGroup(label(words, status), _cards(context, season, of_status)))
    last = [part for part in parts if part.character_id in hidden]
    cards = tuple(
        replace(card, status=label(words, part.status_now)) if part.entry.claims else card
        for card, part in zip(_cards(context, season, last), last, strict=True)
    )
    groups.append(CastGroup(words.gettext("Parts that give the story away"), cards))
    return tuple(group for group in groups if group.people)


def _is_named(part: CastStanding, only: Collection[str], is_hidden: bool) -> bool:
    """Return whether words name a part or, where that gives nothing away, its status."""
    return part.character_id in only or (part.status_now.value in only and not is_hidden)


def _position(context: PageContext, part: CastStanding) -> str:
    """Return what a part gives away with all that is said of it."""
    current = part.status.current
    said = (current,) if current else part.status.entries
    character = context.characters[part.character_id]
    return worst((part.entry.spoils, character.spoils, *(one.claim.spoils for one in said)))


def _cards(
    context: PageContext, season: SeasonStanding, parts: Iterable[CastStanding]
) -> tuple[PersonCard, ...]:
    whole = {part.character_id: part for part in season.whole.cast}
    return tuple(_card(context, season, part, whole[part.character_id]) for part in parts)


def _card(
    context: PageContext, season: SeasonStanding, part: CastStanding, whole: CastStanding
) -> PersonCard:
    words = context.words
    character = context.characters[part.character_id]
    players = part.entry.played_by or character.played_by
    # The present player stands last; nobody may be named yet.
    player = context.people[players[-1]] if players else None
    current = part.status.current
    name = character.name or ""
    claim = current.claim if current else None
    fate = part.fate_after if season.state.has_begun else part.fate_before
    fate_season = season.number if season.state.has_begun else season.number - 1
    spoils = _position(context, part)
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
        note=part.entry.note or (_note(claim) if claim else ""),
        said=said_moment(words, claim.date) if claim else None,
        mark=confidence_mark(words, current.confidence) if current else None,
        is_contested=part.status.is_contested,
        is_out=part.status_now in (CastStatus.NOT_RETURNING, CastStatus.DEPARTING),
        cites=context.numbers.cite(current.claim.source) if current else (),
        fold=context.fold(spoils),
        absent=context.absent_label(claim) if claim else "",
        turn=_turn(context, whole.status.current, spoils) if whole is not part else None,
    )


def _turn(context: PageContext, entry: Entry[CastStatus] | None, inside: str) -> Turn | None:
    """Return what the open part of a card leaves out."""
    if entry is None or entry.claim.spoils in HARMLESS:
        return None
    return Turn(
        status=label(context.words, entry.value),
        note=_note(entry.claim),
        said=said_moment(context.words, entry.claim.date),
        mark=confidence_mark(context.words, entry.confidence),
        cites=context.numbers.cite(entry.claim.source),
        fold=context.fold(entry.claim.spoils, inside),
    )


def _note(claim: Claim | CastClaim) -> str:
    is_guess = claim.confidence is Confidence.SPECULATION
    return claim.note or (is_guess and claim.because) or ""


def _fate(context: PageContext, fate: Fate, fate_season: int, inside: str) -> FateLine:
    spoils = fate.spoils or f"S{fate_season:02d}"
    return FateLine(
        state=label(context.words, fate.state),
        note=fate.note or "",
        cites=context.numbers.cite(fate.source),
        fold=context.fold(spoils, inside),
    )

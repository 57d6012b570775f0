"""Who plays in a season and who makes a show, as far as that is more than a guess."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seasontracker.exports.json_ld.ids import person_id
from seasontracker.exports.json_ld.nodes import Node, node, ref
from seasontracker.exports.json_ld.same_as import person_addresses
from seasontracker.exports.spoilers import is_harmless
from seasontracker.models import CrewMember, ExternalIds
from seasontracker.models.vocabulary import CastStatus, Confidence, CrewRole
from seasontracker.pages.views.cast import PersonCard
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.people import PersonView
from seasontracker.site.permalinks import Permalinks
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.season import CastStanding, SeasonStanding

_TAKES_PART = frozenset(
    {
        CastStatus.RETURNING,
        CastStatus.PROMOTED,
        CastStatus.RECAST,
        CastStatus.NEW,
        CastStatus.GUEST,
    }
)


def cast_nodes(
    context: PageContext, season: SeasonStanding, cards: Iterable[PersonCard]
) -> tuple[list[Node], list[Node]]:
    """Return the roles that cards show, and their players.

    Linked data has no word for doubt, so whoever is only expected or rumoured is left out.
    """
    links = context.links
    parts = {part.character_id: part for part in season.cast}
    roles: dict[str, Node] = {}
    players: dict[str, Node] = {}
    for card in cards:
        part = parts.get(card.id)
        if part is None or card.fold or card.is_out or not _is_sure(season, part):
            continue
        if not (is_harmless(part.entry.spoils) and is_harmless(context.characters[card.id].spoils)):
            continue
        played_by = part.entry.played_by or context.characters[card.id].played_by
        person = played_by[-1]
        id_ = person_id(links, person)
        roles.setdefault(
            card.id, node("PerformanceRole", actor=ref(id_), characterName=card.character)
        )
        players.setdefault(
            person,
            node(
                "Person",
                id_,
                name=card.actor,
                url=links.absolute(card.actor_url) if card.actor_url else "",
                alternateName=[card.actor_original, *context.people[person].also_known_as],
                sameAs=person_addresses(context.people[person].ids),
            ),
        )
    return list(roles.values()), list(players.values())


def person_node(links: Permalinks, person: PersonView) -> Node:
    """Return the person that a page is about."""
    return node(
        "Person",
        person_id(links, person.id),
        name=person.who.name,
        alternateName=[person.who.original_name, *person.who.also_known_as],
        url=links.absolute(links.person(person.id)),
        sameAs=person_addresses(ExternalIds(**dict(person.who.ids))),
    )


def _is_sure(season: SeasonStanding, part: CastStanding) -> bool:
    if season.state is ReleaseState.NEVER:
        return False
    current = part.status.current
    if current is None:
        # Nothing is claimed of a part in a season that everybody can watch: it is on screen.
        return season.state.has_begun and not part.entry.claims
    return (
        current.value in _TAKES_PART
        # That somebody returns may give away that the character lives.
        and is_harmless(current.claim.spoils)
        and current.rank <= Confidence.REPORTED.rank
        and not part.status.is_contested
    )


def crew_nodes(crew: Sequence[CrewMember], role: CrewRole) -> list[Node]:
    """Return who does something behind the camera."""
    # Their other names are not on every page that names them.
    return [node("Person", name=member.name) for member in crew if member.role is role]

"""Who plays in which seasons: each show's part of it as rows, and the pages made from them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from seasontracker.codec import pack, unpack
from seasontracker.models import Character
from seasontracker.models.vocabulary import CastStatus
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.front import SiteContext, by_title, sort_key
from seasontracker.pages.views.marks import Mark, Moment, confidence_mark, said_moment
from seasontracker.pages.views.names import season_name
from seasontracker.pages.views.paging import PER_PAGE, Pager
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.listing import ShowListing
from seasontracker.tracking.positions import HARMLESS, worst
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.season import CastStanding, SeasonStanding
from seasontracker.wording.labels import label

PLAYING = "playing"
"""The list of people by id, each once for every season that they play in."""
NAMED = "people/names"
"""The list of people by id, each with what one of their shows calls them, by title."""
PEOPLE = "people"
"""The list of people who have a page."""
_OUT = (CastStatus.NOT_RETURNING, CastStatus.DEPARTING)
_PAGE = re.compile(r"page-[0-9]+")


class Identity(Struct, frozen=True):
    """What a show says of who somebody is."""

    name: str
    original_name: str
    also_known_as: tuple[str, ...]
    ids: tuple[tuple[str, str], ...]
    """What other registers call them, by register."""


class Role(Struct, frozen=True):
    """A part in a season."""

    season: str
    url: str
    character: str
    """Empty as long as the part has no name."""
    character_original: str
    status: str
    mark: Mark | None
    said: Moment | None
    is_contested: bool
    is_out: bool


class PersonShow(Struct, frozen=True):
    """A show that somebody is in, and their parts in it."""

    title: str
    original_title: str
    language: str
    url: str
    network: str
    roles: tuple[Role, ...]
    """Those of the newest season first."""


class Playing(Struct, frozen=True):
    """Somebody in a show, as its row says."""

    who: Identity
    show: PersonShow


class PersonView(Struct, frozen=True):
    """The page of somebody who plays in several seasons."""

    id: str
    who: Identity
    """As the first show has it, with the spellings of all."""
    other_names: str
    language: str
    """Of the name in its original script."""
    shows: tuple[PersonShow, ...]
    """By title."""


class PersonTile(Struct, frozen=True):
    """Somebody among all who have a page."""

    name: str
    original_name: str
    language: str
    url: str
    shows: str
    """Titles, joined by dots."""


class PeopleView(Struct, frozen=True):
    """A page of the list of people."""

    people: tuple[PersonTile, ...]
    pager: Pager


def shows_of_person(person: str) -> str:
    """Return the name of the list of shows that somebody is in, by their id."""
    return f"person/{person}"


def people_with_pages(
    characters: Mapping[str, Character], seasons: Sequence[SeasonStanding]
) -> frozenset[str]:
    """Return the people who have a page whatever other shows there are.

    Others may have one, of which a show that is compiled alone cannot know.
    """
    times = Counter(person for season in seasons for person in players_of(characters, season))
    return frozenset(person for person, seasons_played in times.items() if seasons_played > 1)


def person_rows(
    context: PageContext, listing: ShowListing, seasons: Sequence[SeasonStanding]
) -> Iterator[ListRow]:
    """Yield who plays in a show, as far as that gives nothing away."""
    roles: dict[str, list[Role]] = {}
    for season in reversed(seasons):
        for person, part in _open_parts(context.characters, season):
            roles.setdefault(person, []).append(_role(context, season, part))
    for person, played in roles.items():
        show = PersonShow(
            title=listing.title,
            original_title=listing.original_title,
            language=listing.language,
            url=context.links.show(listing.slug),
            network=listing.network,
            roles=tuple(played),
        )
        data = pack(Playing(_identity(context, person), show))
        yield ListRow(shows_of_person(person), by_title(listing), data)
        named = pack((person, context.people[person].name))
        yield ListRow(NAMED, f"{person} {by_title(listing)}", named)
    for season in seasons:
        for person in sorted(players_of(context.characters, season)):
            yield ListRow(PLAYING, person, b"")


def person_view(site: SiteContext, person: str) -> PersonView:
    """Return the page of a person."""
    found = [unpack(data, Playing) for data in site.rows.list_rows(shows_of_person(person))]
    named = next((one for one in found if one.who.original_name), found[0])
    name, original = found[0].who.name, named.who.original_name
    spellings = dict.fromkeys(
        spelling
        for one in found
        for spelling in (one.who.name, one.who.original_name, *one.who.also_known_as)
        if spelling not in (name, original, "")
    )
    ids = dict(pair for one in found for pair in one.who.ids)
    return PersonView(
        id=person,
        who=Identity(name, original, tuple(spellings), tuple(sorted(ids.items()))),
        other_names=", ".join(spellings),
        language=named.show.language,
        shows=tuple(one.show for one in found),
    )


def people_names(rows: RowSource) -> dict[str, str]:
    """Return by id what the first of each one's shows calls them."""
    names: dict[str, str] = {}
    for data in rows.list_rows(NAMED):
        person, name = unpack(data, tuple[str, str])
        names.setdefault(person, name)
    return names


def people_row(site: SiteContext, view: PersonView) -> ListRow:
    """Return a person's place among those who have a page."""
    tile = PersonTile(
        name=view.who.name,
        original_name=view.who.original_name,
        language=view.language,
        url=site.links.person(view.id),
        shows=" · ".join(show.title for show in view.shows),
    )
    return ListRow(PEOPLE, sort_key(tile.name.casefold(), view.id), pack(tile))


def people_view(site: SiteContext, pager: Pager) -> PeopleView:
    """Return a page of the list of people."""
    found = site.rows.list_rows(PEOPLE, start=pager.start, most=PER_PAGE)
    return PeopleView(tuple(unpack(data, PersonTile) for data in found), pager)


def _open_parts(
    characters: Mapping[str, Character], season: SeasonStanding
) -> Iterator[tuple[str, CastStanding]]:
    """Yield the parts that whoever has seen nothing may know of, each with who plays it.

    A part whose newest claim spoils is left out, since what was said before is no longer so.
    """
    newest = {part.character_id: part.status.alive for part in season.whole.cast}
    for part in season.cast:
        character = characters[part.character_id]
        players = part.entry.played_by or character.played_by
        said = (entry.claim.spoils for entry in newest[part.character_id])
        spoils = worst((part.entry.spoils, character.spoils, *said))
        # An id such as `page-2` would have the address of a page of the list.
        if players and spoils in HARMLESS and not _PAGE.fullmatch(players[-1]):
            yield players[-1], part


def players_of(characters: Mapping[str, Character], season: SeasonStanding) -> set[str]:
    """Return who is seen in a season, or said to be."""
    return {person for person, part in _open_parts(characters, season) if _takes_part(season, part)}


def _takes_part(season: SeasonStanding, part: CastStanding) -> bool:
    if season.state is ReleaseState.NEVER:
        return False
    if part.status.value is None:
        return _is_seen(season, part)
    return part.status_now not in (*_OUT, CastStatus.UNKNOWN)


def _is_seen(season: SeasonStanding, part: CastStanding) -> bool:
    """Return whether a part is in a season that is out, of which nothing need be claimed."""
    return season.state.has_begun and not part.entry.claims


def _role(context: PageContext, season: SeasonStanding, part: CastStanding) -> Role:
    words, character = context.words, context.characters[part.character_id]
    current = part.status.current
    is_seen = _is_seen(season, part)
    return Role(
        season=season_name(words, season.number, season.season.name),
        url=context.links.season(context.unit.slug, season.number),
        character=character.name or "",
        character_original=character.original_name or "",
        status=words.gettext("In the cast") if is_seen else label(words, part.status_now),
        mark=confidence_mark(words, current.confidence) if current else None,
        said=said_moment(words, current.claim.date) if current else None,
        is_contested=part.status.is_contested,
        is_out=part.status_now in _OUT,
    )


def _identity(context: PageContext, person: str) -> Identity:
    known = context.people[person]
    return Identity(
        name=known.name,
        original_name=known.original_name or "",
        also_known_as=known.also_known_as,
        ids=tuple(sorted((key, value) for key, value in known.ids if value)),
    )

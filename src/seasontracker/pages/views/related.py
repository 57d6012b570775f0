"""Which shows belong together: by people, by network, by genre.

A show's page of related shows is there whenever the site has other shows, so that its hub can link
to it without knowing any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from seasontracker.codec import pack, unpack
from seasontracker.models import Character, Person
from seasontracker.pages.views.front import SiteContext, by_title
from seasontracker.pages.views.people import players_of
from seasontracker.rows import ListRow, PlanRows, RowSource
from seasontracker.site.listing import ShowListing
from seasontracker.site.networks import network_slug
from seasontracker.site.permalinks import Permalinks
from seasontracker.tracking.season import SeasonStanding

KIN = "related"
"""The list of all shows, each with what relates it to others."""
SHARED = "related/people"
"""The list of people by id, each once for every show that they play in."""
MOST_RELATED = 6
_MOST_PEOPLE = 3
"""How many people a reason names."""


class Kin(Struct, frozen=True):
    """A show with what relates it to others."""

    slug: str
    sort: str
    """Its place among shows by title."""
    title: str
    original_title: str
    language: str
    network: str
    genres: tuple[str, ...]


class Shared(Struct, frozen=True):
    """Somebody who plays in several shows."""

    name: str
    url: str


class _Playing(Struct, frozen=True):
    show: Kin
    name: str


class Relation(Struct, frozen=True):
    """A related show, and why it is."""

    title: str
    original_title: str
    language: str
    url: str
    people: tuple[Shared, ...]
    more_people: int
    """How many people it shares beside those."""
    reason: str
    """What else it shares."""


class RelatedView(Struct, frozen=True):
    """The page of the shows that are related to one."""

    show: str
    url: str
    relations: tuple[Relation, ...]


def related_rows(
    listing: ShowListing,
    genres: Sequence[str],
    seasons: Sequence[SeasonStanding],
    characters: Mapping[str, Character],
    people: Mapping[str, Person],
) -> Iterator[ListRow]:
    """Yield what relates a show to others, as far as that gives nothing away."""
    kin = Kin(
        slug=listing.slug,
        sort=by_title(listing),
        title=listing.title,
        original_title=listing.original_title,
        language=listing.language,
        network=listing.network,
        genres=tuple(genres),
    )
    data = pack(kin)
    for name in (KIN, *_alike(kin)):
        yield ListRow(name, kin.sort, data)
    playing = {one for season in seasons for one in players_of(characters, season)}
    for person in sorted(playing):
        yield ListRow(SHARED, person, b"")
        data = pack(_Playing(kin, people[person].name))
        yield ListRow(_shows_with(person), kin.sort, data)


def all_kin(rows: RowSource) -> Iterator[Kin]:
    """Yield all shows by title."""
    for data in rows.list_rows(KIN):
        yield unpack(data, Kin)


def shared_people(rows: PlanRows) -> dict[str, list[str]]:
    """Return by a show's slug those who play in other shows too."""
    found: dict[str, list[str]] = {}
    for person in rows.repeated_keys(SHARED):
        for data in rows.list_rows(_shows_with(person)):
            found.setdefault(unpack(data, _Playing).show.slug, []).append(person)
    return found


def related_view(site: SiteContext, kin: Kin, people: Sequence[str]) -> RelatedView:
    """Return the shows that are related to one; `people` are those whom it shares with others.

    Who shares most people comes first, then who has the network and most genres in common. Where
    those are few, one of the two is enough.
    """
    sharing: dict[str, list[Shared]] = {}
    others: dict[str, Kin] = {}
    for person in people:
        for data in site.rows.list_rows(_shows_with(person)):
            found = unpack(data, _Playing)
            if found.show.slug != kin.slug:
                others[found.show.slug] = found.show
                shared = Shared(found.name, site.links.person(person))
                sharing.setdefault(found.show.slug, []).append(shared)
    for lists in _tiers(kin):
        for name in lists:
            for data in site.rows.list_rows(name, beside=kin.sort, most=MOST_RELATED):
                other = unpack(data, Kin)
                others.setdefault(other.slug, other)
        if len(others) >= MOST_RELATED:
            break

    def rank(other: Kin) -> tuple[int, bool, int, str]:
        genres = len(_common(kin, other))
        is_near = genres > 0 and _is_of_network(kin, other)
        return (-len(sharing.get(other.slug, ())), not is_near, -genres, other.sort)

    nearest = sorted(others.values(), key=rank)[:MOST_RELATED]
    return RelatedView(
        show=kin.title,
        url=site.links.show(kin.slug),
        relations=tuple(_relation(site, kin, one, sharing.get(one.slug, [])) for one in nearest),
    )


def related_address(links: Permalinks, slug: str) -> str:
    """Return the page of the shows that are related to one."""
    return links.path(related_output(slug))


def related_output(slug: str) -> str:
    """Return where that page is written, below the output folder."""
    return f"shows/{slug}/related/index.html"


def is_related(path: str) -> bool:
    """Return whether a path is that of such a page."""
    folders = path.split("/")
    return len(folders) == 4 and path == related_output(folders[1])


def _alike(kin: Kin) -> Iterator[str]:
    """Yield the lists that a show is in together with those like it."""
    for lists in _tiers(kin):
        yield from lists


def _tiers(kin: Kin) -> tuple[tuple[str, ...], ...]:
    """Return the lists of shows like one, in groups, the most telling first."""
    network = network_slug(kin.network)
    genres = dict.fromkeys(network_slug(genre) for genre in kin.genres)
    return (
        tuple(f"{KIN}/network/{network}/{genre}" for genre in genres),
        (*(f"{KIN}/genre/{genre}" for genre in genres), f"{KIN}/network/{network}"),
    )


def _shows_with(person: str) -> str:
    return f"{KIN}/with/{person}"


def _is_of_network(kin: Kin, other: Kin) -> bool:
    return network_slug(kin.network) == network_slug(other.network)


def _common(kin: Kin, other: Kin) -> list[str]:
    """Return the genres that two shows share, in the words of the first."""
    theirs = {network_slug(genre) for genre in other.genres}
    return [genre for genre in kin.genres if network_slug(genre) in theirs]


def _relation(site: SiteContext, kin: Kin, other: Kin, people: Sequence[Shared]) -> Relation:
    return Relation(
        title=other.title,
        original_title=other.original_title,
        language=other.language,
        url=site.links.show(other.slug),
        people=tuple(people[:_MOST_PEOPLE]),
        more_people=max(0, len(people) - _MOST_PEOPLE),
        reason=_reason(site, kin, other, _common(kin, other)),
    )


def _reason(site: SiteContext, kin: Kin, other: Kin, genres: Iterable[str]) -> str:
    words, shared = site.words, ", ".join(genres)
    if not _is_of_network(kin, other):
        return words.gettext("also %(genres)s") % {"genres": shared} if shared else ""
    if not shared:
        return words.gettext("also on %(network)s") % {"network": kin.network}
    return words.gettext("also on %(network)s, %(genres)s") % {
        "network": kin.network,
        "genres": shared,
    }

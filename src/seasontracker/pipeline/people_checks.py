"""Checks that an id means one person in all shows of the site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from unicodedata import normalize

from seasontracker.codec import pack, unpack
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.pages.views.people import Identity, Playing, shows_of_person
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.unit import ShowUnit

_SHOWS = shows_of_person("")


def person_places(unit: ShowUnit, url: str) -> Iterator[ListRow]:
    """Yield where a show says who its people are, as findings that say nothing yet."""
    register = unit.loaded.cast
    if register is None:
        return
    for person in register.value.people:
        place = register.diagnostic(Code.TWO_PEOPLE, ("people", person), "")
        yield ListRow(_place_of(person, url), "", pack(place))


def check_people(
    rows: RowSource, touched: Iterable[str], broken: Collection[str]
) -> Iterator[Diagnostic]:
    """Report shows in which an id means somebody else than in the first that has it.

    `touched` are the lists that changed. While a show is `broken`, its rows are those of before or
    none, and who is who is not asked.
    """
    if broken:
        return
    for name in sorted(one for one in touched if one.startswith(_SHOWS)):
        found = [unpack(data, Playing) for data in rows.list_rows(name)]
        person = name.removeprefix(_SHOWS)
        for other in found[1:]:
            if _may_be_one(found[0].who, other.who):
                continue
            first, here = found[0], other.who.name
            place = rows.list_rows(_place_of(person, other.show.url))[0]
            yield replace(
                unpack(place, Diagnostic),
                message=f"`{person}` is {here} here, and {first.who.name} in {first.show.title}",
                hint="give one of them another id; if they are one, write the other spelling under "
                "`also_known_as`, and `ids` that agree",
            )


def _place_of(person: str, show_url: str) -> str:
    return f"place/{person}{show_url}"


def _may_be_one(one: Identity, other: Identity) -> bool:
    """Return whether two shows can mean the same person; other registers' ids count most."""
    theirs = dict(other.ids)
    shared = [value == theirs[key] for key, value in one.ids if key in theirs]
    return all(shared) if shared else bool(_spellings(one) & _spellings(other))


def _spellings(who: Identity) -> set[str]:
    names = (who.name, who.original_name, *who.also_known_as)
    return {"".join(normalize("NFKC", name).casefold().split()) for name in names if name}

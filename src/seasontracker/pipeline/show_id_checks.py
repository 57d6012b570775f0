"""Checks that feeds and calendars know no two shows of the site by one name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from msgspec import Struct

from seasontracker.codec import pack, unpack
from seasontracker.diagnostics import Code, Diagnostic
from seasontracker.rows import ListRow, RowSource
from seasontracker.site.unit import ShowUnit

_KNOWN_AS = "known-as/"


class _Known(Struct, frozen=True):
    """A show that is known by an id."""

    slug: str
    place: Diagnostic
    """Where it says so, as a finding that says nothing yet."""


def show_id_row(unit: ShowUnit) -> ListRow:
    """Return what tells the other shows what one is known by."""
    show = unit.loaded.show
    place = show.diagnostic(Code.SHARED_SHOW_ID, ("id",) if show.value.id else (), "")
    return ListRow(f"{_KNOWN_AS}{unit.loaded.id}", unit.slug, pack(_Known(unit.slug, place)))


def check_show_ids(
    rows: RowSource, touched: Iterable[str], broken: Collection[str]
) -> Iterator[Diagnostic]:
    """Report shows that are known by what another is known by; drafts count as well.

    `touched` are the lists that changed. While a show is `broken`, its row is that of before or
    none, and nobody is asked.
    """
    if broken:
        return
    for name in sorted(one for one in touched if one.startswith(_KNOWN_AS)):
        show_id = name.removeprefix(_KNOWN_AS)
        found = [unpack(data, _Known) for data in rows.list_rows(name)]
        # A folder's own name is its own; who took it over has to give way.
        found.sort(key=lambda one: one.slug != show_id)
        for other in found[1:]:
            yield replace(
                other.place,
                message=f"feeds and calendars know the show `{found[0].slug}` by "
                f"`{show_id}` already",
                hint="give one of the two another `id`",
            )

"""Where a season can be watched, by region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seasontracker.models import Offer
from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.marks import Moment, day_moment
from seasontracker.wording.dates import region_name, window_label
from seasontracker.wording.labels import label


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One place to watch a season."""

    provider: str
    url: str
    type: str
    season: str
    starts: str
    """Empty once it can be watched."""
    ends: str
    note: str
    checked: Moment | None
    cites: tuple[Cite, ...]
    is_open: bool
    """Whether it can be watched there now."""


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """The offers of one region or group of regions."""

    region: str
    rows: tuple[OfferRow, ...]


def offer_groups(
    context: PageContext, offers: Sequence[Offer], number: int
) -> tuple[OfferGroup, ...]:
    """Return offers by region, worldwide ones first; those that have ended are left out."""
    grouped: dict[tuple[str, ...], list[OfferRow]] = {}
    for offer in offers:
        last = offer.ends.latest if offer.ends else None
        if last is not None and context.clock.has_passed(last):
            continue
        checked = offer.checked
        if checked is not None and not context.clock.has_come(checked):
            checked = None
        grouped.setdefault(tuple(offer.region), []).append(
            _row(context, offer, number, day_moment(context.words, checked) if checked else None)
        )
    ordered = sorted(grouped.items(), key=lambda item: (item[0] != ("*",), item[0]))
    return tuple(OfferGroup(_regions(context, regions), tuple(rows)) for regions, rows in ordered)


def _row(context: PageContext, offer: Offer, number: int, checked: Moment | None) -> OfferRow:
    words = context.words
    season = offer.season if offer.season is not None else number
    starts = ""
    if offer.starts is not None:
        first = offer.starts.earliest
        if first is None or not context.clock.has_come(first):
            starts = window_label(words, offer.starts)
    return OfferRow(
        provider=offer.provider,
        url=offer.url or "",
        type=label(words, offer.type),
        season=words.gettext("Season %(number)s") % {"number": season},
        starts=starts,
        ends=window_label(words, offer.ends) if offer.ends else "",
        note=offer.note or "",
        checked=checked,
        cites=context.numbers.cite(offer.source),
        is_open=not starts,
    )


def _regions(context: PageContext, regions: Sequence[str]) -> str:
    if "*" in regions:
        return context.words.gettext("Worldwide")
    return ", ".join(region_name(context.words, region) for region in regions)

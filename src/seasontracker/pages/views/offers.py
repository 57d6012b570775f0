"""Where a season can be watched, by region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from seasontracker.models import Offer
from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.marks import Moment, day_moment
from seasontracker.pages.views.names import season_name
from seasontracker.tracking.season import SeasonStanding
from seasontracker.wording.dates import region_name, window_label
from seasontracker.wording.labels import label


class OfferRow(Struct, frozen=True):
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
    """Whether it can be watched there now, as far as is known."""


class OfferGroup(Struct, frozen=True):
    """The offers of one region or group of regions."""

    region: str
    rows: tuple[OfferRow, ...]


def offer_groups(
    context: PageContext,
    offers: Sequence[Offer],
    number: int,
    seasons: Mapping[int, SeasonStanding],
) -> tuple[OfferGroup, ...]:
    """Return offers by region, worldwide ones first; those that have ended are left out."""
    grouped: dict[tuple[str, ...], list[Offer]] = {}
    for offer in offers:
        last = offer.ends.latest if offer.ends else None
        if last is None or not context.clock.has_passed(last):
            regions = ("*",) if "*" in offer.region else tuple(sorted(set(offer.region)))
            grouped.setdefault(regions, []).append(offer)
    # Ordered before rows are made, since making a row numbers its sources.
    ordered = sorted(grouped.items(), key=lambda item: (item[0] != ("*",), item[0]))
    return tuple(
        OfferGroup(
            _regions(context, regions),
            tuple(_row(context, offer, number, seasons) for offer in group),
        )
        for regions, group in ordered
    )


def _row(
    context: PageContext, offer: Offer, number: int, seasons: Mapping[int, SeasonStanding]
) -> OfferRow:
    words = context.words
    season = offer.season if offer.season is not None else number
    loaded = context.unit.season(season)
    has_started = _has_started(context, offer)
    standing = seasons.get(season)
    checked = offer.checked
    if checked is not None and not context.clock.has_come(checked):
        checked = None
    return OfferRow(
        provider=offer.provider,
        url=offer.url or "",
        type=label(words, offer.type),
        season=season_name(words, season, loaded.season.value.name if loaded else None),
        starts=window_label(words, offer.starts) if offer.starts and not has_started else "",
        ends=window_label(words, offer.ends) if offer.ends else "",
        note=offer.note or "",
        checked=day_moment(words, checked) if checked else None,
        cites=context.numbers.cite(offer.source),
        is_open=has_started and (standing is None or standing.state.has_begun),
    )


def _has_started(context: PageContext, offer: Offer) -> bool:
    """Return whether an offer has surely begun: of one from July, only August can tell."""
    if offer.starts is None:
        return True
    last = offer.starts.latest
    return last is not None and context.clock.has_come(last)


def _regions(context: PageContext, regions: Sequence[str]) -> str:
    if "*" in regions:
        return context.words.gettext("Worldwide")
    return ", ".join(region_name(context.words, region) for region in regions)

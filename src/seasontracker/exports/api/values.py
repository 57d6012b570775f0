"""What several of the API's files hold: dates, sources, short forms.

A field that has nothing to say is null, an empty text or an empty list; no field is ever left out.
What has `spoils` gives that much away, with all that is in it: `none`, `premise`, `source`, a
season `S01` or an episode `S01E12`. What has no `spoils`, and is in nothing that has, gives
nothing away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Annotated

from msgspec import Struct

from seasontracker.codec import about
from seasontracker.dates import PartialDate
from seasontracker.models import Source
from seasontracker.models.vocabulary import Confidence, SourceTier

Spoils = Annotated[
    str, about("How far one must have watched: none, premise, source, S01 or S01E12.")
]
SourceIds = Annotated[tuple[str, ...], about("Ids of `sources` in the same file.")]
Address = Annotated[str, about("An absolute URL.")]


class ApiDate(Struct, frozen=True):
    """A date as far as it is known: a window of days."""

    edtf: Annotated[str, about("EDTF (ISO 8601-2); empty when nothing is announced.")]
    first: Annotated[date | None, about("The first day it may mean; null when that is open.")]
    last: Annotated[date | None, about("The last day it may mean; null when that is open.")]
    instant: Annotated[str | None, about("The moment, with its offset, where one was named.")]
    uncertain: bool


class ApiSource(Struct, frozen=True):
    """Something published that claims rest on."""

    spoils: Spoils
    id: str
    publisher: str
    title: str
    url: str
    archived_url: str
    published: ApiDate | None
    tier: SourceTier
    language: str
    by: str
    via: str
    note: str


class ApiName(Struct, frozen=True):
    """Something of the site, by name and by where it is."""

    id: str
    name: str
    url: Address
    data: Annotated[str, about("Its file in this API; empty when it has none.")]


class ApiSpoiler(Struct, frozen=True):
    """Text that gives something away."""

    spoils: Spoils
    text: str


class ApiWindow(Struct, frozen=True):
    """A release window that stands."""

    window: ApiDate
    confidence: Confidence
    said: date


@lru_cache(maxsize=1024)
def api_date(value: PartialDate) -> ApiDate:
    """Return a partial date for programs."""
    return ApiDate(
        value.edtf,
        value.earliest,
        value.latest,
        value.instant.isoformat() if value.instant else None,
        value.uncertain,
    )


def api_date_or_none(value: PartialDate | None) -> ApiDate | None:
    """Return a partial date for programs, if there is one."""
    return api_date(value) if value is not None else None


def api_source(source_id: str, source: Source) -> ApiSource:
    """Return a source for programs."""
    return ApiSource(
        source.spoils,
        source_id,
        source.publisher,
        source.title or "",
        source.url or "",
        source.archived_url or "",
        api_date_or_none(source.published),
        source.tier,
        source.language,
        source.by or "",
        source.via or "",
        source.note or "",
    )


def cited_sources(known: Mapping[str, Source], cited: Iterable[str]) -> tuple[ApiSource, ...]:
    """Return the sources that a file refers to, each once, in the order of the file."""
    return tuple(api_source(one, known[one]) for one in dict.fromkeys(cited) if one in known)

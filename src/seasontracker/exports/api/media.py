"""Episodes, offers, videos and pictures of a season for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

from msgspec import Struct

from seasontracker.codec import about
from seasontracker.exports.api.values import (
    Address,
    ApiDate,
    ApiSpoiler,
    SourceIds,
    Spoils,
    api_date,
    api_date_or_none,
)
from seasontracker.models.vocabulary import (
    Confidence,
    EpisodeType,
    OfferType,
    VideoKind,
    VideoProvider,
)
from seasontracker.pages.views.article import PictureView
from seasontracker.pages.views.context import PageContext
from seasontracker.site.load import LoadedSeason
from seasontracker.tracking.season import SeasonStanding


class ApiEpisodeMove(Struct, frozen=True):
    """That an episode got another day."""

    said: ApiDate
    was: Annotated[ApiDate, about("When it was to come out until then.")]
    sources: SourceIds


class ApiEpisode(Struct, frozen=True):
    """An episode."""

    number: int
    type: EpisodeType
    title: str
    original_title: str
    airdate: ApiDate | None
    moved: Annotated[tuple[ApiEpisodeMove, ...], about("Oldest first.")]
    runtime: Annotated[int | None, about("Minutes.")]
    summary: ApiSpoiler | None
    sources: SourceIds


class ApiOffer(Struct, frozen=True):
    """A place to watch."""

    provider: str
    type: OfferType
    regions: Annotated[tuple[str, ...], about("ISO 3166-1 codes; * is everywhere.")]
    url: str
    season: Annotated[int | None, about("The season to be watched there, if not this one.")]
    starts: ApiDate | None
    ends: ApiDate | None
    checked: date | None
    note: str
    sources: SourceIds


class ApiVideo(Struct, frozen=True):
    """A video that was published."""

    spoils: Spoils
    id: str
    title: str
    provider: VideoProvider
    video_id: str
    kind: VideoKind
    published: date
    channel: str
    language: str
    duration: Annotated[int | None, about("Seconds.")]
    season: Annotated[int | None, about("The season that it shows, if not this one.")]
    description: str
    confidence: Confidence
    sources: SourceIds


class ApiPicture(Struct, frozen=True):
    """A picture, and what must be said with it."""

    spoils: Spoils
    id: str
    url: Address
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    license: str
    license_url: str


def season_episodes(season: SeasonStanding) -> Iterator[ApiEpisode]:
    """Yield a season's episodes."""
    for one in season.episodes:
        # Unless its editor says so, a summary gives its own episode away.
        spoils = one.spoils or f"S{season.number:02d}E{one.number:02d}"
        yield ApiEpisode(
            number=one.number,
            type=one.type,
            title=one.title or "",
            original_title=one.original_title or "",
            airdate=api_date_or_none(one.airdate),
            moved=tuple(
                ApiEpisodeMove(api_date(move.date), api_date(move.was), move.source)
                for move in one.moved
            ),
            runtime=one.runtime,
            summary=ApiSpoiler(spoils, one.summary) if one.summary else None,
            sources=one.source,
        )


def season_offers(context: PageContext, loaded: LoadedSeason) -> Iterator[ApiOffer]:
    """Yield where a season can be watched; what has ended is left out, as on the page."""
    for one in loaded.media.value.offers if loaded.media else ():
        last = one.ends.latest if one.ends else None
        if last is not None and context.clock.has_passed(last):
            continue
        yield ApiOffer(
            provider=one.provider,
            type=one.type,
            regions=one.region,
            url=one.url or "",
            season=one.season,
            starts=api_date_or_none(one.starts),
            ends=api_date_or_none(one.ends),
            checked=one.checked,
            note=one.note or "",
            sources=one.source,
        )


def season_videos(season: SeasonStanding) -> Iterator[ApiVideo]:
    """Yield the videos published so far."""
    for video_id, one in season.videos.items():
        yield ApiVideo(
            spoils=one.spoils,
            id=video_id,
            title=one.title,
            provider=one.provider,
            video_id=one.video_id,
            kind=one.kind,
            published=one.published,
            channel=one.channel or "",
            language=one.language,
            duration=one.duration,
            season=one.season,
            description=one.description or "",
            confidence=one.confidence,
            sources=one.source,
        )


def season_pictures(
    context: PageContext, pictures: Mapping[str, PictureView]
) -> Iterator[ApiPicture]:
    """Yield a season's pictures."""
    for one in pictures.values():
        yield ApiPicture(
            spoils=one.spoils,
            id=one.id,
            url=context.links.absolute(one.url),
            width=one.width,
            height=one.height,
            alt=one.alt,
            caption=one.caption,
            credit=one.credit,
            license=one.license,
            license_url=one.license_url,
        )

"""A season for programs: its log, what follows from it, and all that its article rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Protocol

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.codec import about, encode_json
from seasontracker.exports.api.addresses import schema_file, season_file, show_file
from seasontracker.exports.api.cast import ApiPart, season_parts
from seasontracker.exports.api.claims import (
    ApiClaim,
    ApiMove,
    ApiStanding,
    season_claims,
    season_moves,
    season_standings,
)
from seasontracker.exports.api.media import (
    ApiEpisode,
    ApiOffer,
    ApiPicture,
    ApiVideo,
    season_episodes,
    season_offers,
    season_pictures,
    season_videos,
)
from seasontracker.exports.api.theories import ApiTheory, season_theories
from seasontracker.exports.api.values import (
    Address,
    ApiDate,
    ApiName,
    ApiSource,
    SourceIds,
    Spoils,
    api_date_or_none,
    cited_sources,
)
from seasontracker.models.vocabulary import Confidence
from seasontracker.pages.views.article import PictureView
from seasontracker.pages.views.context import PageContext
from seasontracker.site.listing import ListedChange, ListedSeason
from seasontracker.site.load import LoadedSeason
from seasontracker.tracking.release import ReleaseState
from seasontracker.tracking.said import has_been_said
from seasontracker.tracking.season import SeasonStanding


class ApiAnswer(Struct, frozen=True):
    """Whether the season is coming, when and how sure that is, in words."""

    text: str
    confidence: Confidence | None


class ApiFact(Struct, frozen=True):
    """A fact that editors add to those that follow from the log."""

    spoils: Spoils
    label: str
    value: str
    confidence: Confidence
    said: ApiDate | None
    sources: SourceIds


class ApiQuote(Struct, frozen=True):
    """The quotation that opens the article."""

    spoils: Spoils
    text: str
    speaker: str
    note: str
    sources: SourceIds


class ApiSynopsis(Struct, frozen=True):
    """What the season is about."""

    spoils: Spoils
    text: str
    confidence: Confidence
    said: ApiDate | None
    sources: SourceIds


class ApiChange(Struct, frozen=True):
    """A significant change, told; the feeds have an entry for each."""

    spoils: Spoils
    key: Annotated[str, about("Names the change within its season, the same for ever.")]
    day: Annotated[date, about("When it was said or happened.")]
    added: Annotated[date, about("When the site told it.")]
    title: str
    note: str
    confidence: Annotated[Confidence | None, about("Null for what the site itself says.")]


class ApiSeason(Struct, frozen=True):
    """A season and the article about it."""

    schema: Annotated[str, about("The JSON Schema that this file follows.")]
    data: Annotated[str, about("The lasting address of this file.")]
    url: Address
    show: ApiName
    number: int
    name: str
    headline: str
    deck: str
    language: Annotated[str, about("Of the article.")]
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    published: date | None
    modified: Annotated[date | None, about("The last significant change.")]
    answer: ApiAnswer
    release_state: ReleaseState
    air_days: tuple[date, ...]
    standing: Annotated[tuple[ApiStanding, ...], about("What holds on each axis now.")]
    claims: Annotated[tuple[ApiClaim, ...], about("All that was said, dead claims too.")]
    moves: Annotated[tuple[ApiMove, ...], about("How the promised release moved, oldest first.")]
    changes: Annotated[tuple[ApiChange, ...], about("Newest first.")]
    synopsis: ApiSynopsis | None
    quote: ApiQuote | None
    facts: tuple[ApiFact, ...]
    cast: tuple[ApiPart, ...]
    episodes: tuple[ApiEpisode, ...]
    offers: tuple[ApiOffer, ...]
    theories: tuple[ApiTheory, ...]
    videos: tuple[ApiVideo, ...]
    pictures: tuple[ApiPicture, ...]
    sources: Annotated[tuple[ApiSource, ...], about("Those that this file refers to.")]


def season_json(
    context: PageContext,
    season: SeasonStanding,
    loaded: LoadedSeason,
    listed: ListedSeason,
    pictures: Mapping[str, PictureView],
) -> bytes:
    """Return a season's file."""
    return encode_json(api_season(context, season, loaded, listed, pictures))


def api_season(
    context: PageContext,
    season: SeasonStanding,
    loaded: LoadedSeason,
    listed: ListedSeason,
    pictures: Mapping[str, PictureView],
) -> ApiSeason:
    """Return a season for programs."""
    links, article, slug = context.links, season.season, context.unit.slug
    authors = context.settings.authors
    whole = ApiSeason(
        schema=links.file(schema_file("season")),
        data=links.file(season_file(slug, season.number)),
        url=links.absolute(links.season(slug, season.number)),
        show=ApiName(
            slug,
            context.unit.loaded.show.value.title,
            links.absolute(links.show(slug)),
            links.file(show_file(slug)),
        ),
        number=season.number,
        name=listed.name,
        headline=article.headline,
        deck=article.deck or "",
        language=context.settings.language,
        authors=tuple(authors[one].name for one in article.authors if one in authors),
        tags=article.tags,
        published=listed.published,
        modified=listed.modified,
        answer=ApiAnswer(listed.answer, listed.answer_confidence),
        release_state=season.state,
        air_days=season.air_days,
        standing=tuple(season_standings(season)),
        claims=tuple(season_claims(season, context.clock)),
        moves=tuple(season_moves(season)),
        changes=tuple(_change(one) for one in listed.changes),
        synopsis=_synopsis(context, season),
        quote=_quote(season),
        facts=tuple(_facts(context, season)),
        cast=tuple(season_parts(context, season)),
        episodes=tuple(season_episodes(season)),
        offers=tuple(season_offers(context, loaded)),
        theories=tuple(season_theories(season)),
        videos=tuple(season_videos(season)),
        pictures=tuple(season_pictures(context, pictures)),
        sources=(),
    )
    return replace(whole, sources=cited_sources(context.numbers.sources, _cited(whole)))


class _Cites(Protocol):
    """Whatever names sources."""

    @property
    def sources(self) -> tuple[str, ...]: ...


def _cited(season: ApiSeason) -> Iterator[str]:
    """Yield the ids of all sources that a season's file refers to."""
    fates = (fate for part in season.cast for fate in (part.fate_before, part.fate_after))
    several: tuple[Iterable[_Cites | None], ...] = (
        season.claims,
        (season.synopsis, season.quote),
        season.facts,
        fates,
        (claim for part in season.cast for claim in part.claims),
        season.episodes,
        (move for episode in season.episodes for move in episode.moved),
        season.offers,
        season.theories,
        (verdict for theory in season.theories for verdict in theory.verdicts),
        (item for theory in season.theories for item in theory.evidence),
        season.videos,
    )
    for things in several:
        for one in things:
            if one is not None:
                yield from one.sources


def _change(change: ListedChange) -> ApiChange:
    return ApiChange(
        change.spoils,
        change.key,
        change.day,
        change.added,
        change.title,
        change.note,
        change.confidence,
    )


def _facts(context: PageContext, season: SeasonStanding) -> Iterator[ApiFact]:
    for fact in season.season.key_facts:
        if fact.date is None or has_been_said(fact.date, context.clock):
            yield ApiFact(
                fact.spoils,
                fact.label,
                fact.value,
                fact.confidence,
                api_date_or_none(fact.date),
                fact.source,
            )


def _quote(season: SeasonStanding) -> ApiQuote | None:
    quote = season.season.quote
    if quote is None:
        return None
    return ApiQuote(quote.spoils, quote.text, quote.speaker or "", quote.note or "", quote.source)


def _synopsis(context: PageContext, season: SeasonStanding) -> ApiSynopsis | None:
    synopsis = season.season.synopsis
    if synopsis is None:
        return None
    if synopsis.date is not None and not has_been_said(synopsis.date, context.clock):
        return None
    return ApiSynopsis(
        synopsis.spoils,
        synopsis.text,
        synopsis.confidence,
        api_date_or_none(synopsis.date),
        synopsis.source,
    )

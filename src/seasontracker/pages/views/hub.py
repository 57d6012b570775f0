"""The hub of a show: its seasons, its people and its news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from msgspec import Struct, structs

from seasontracker.pages.views.article import PictureView
from seasontracker.pages.views.cast import GROUPS, PersonCard, cast_groups
from seasontracker.pages.views.citations import SourceLine, SourceNumbers
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.facts import Fact
from seasontracker.pages.views.folds import Folds
from seasontracker.pages.views.front import ListingContext
from seasontracker.pages.views.head import FollowLinks
from seasontracker.pages.views.horizon import Horizon
from seasontracker.pages.views.marks import Mark, confidence_mark
from seasontracker.pages.views.news import NewsItem, show_news
from seasontracker.pages.views.spoilers import image_spoils
from seasontracker.pages.views.watched import WatchedView, watched_view
from seasontracker.pages.views.windows import date_history
from seasontracker.site.listing import ListedSeason, ShowListing
from seasontracker.site.networks import network_slug
from seasontracker.tracking.positions import HARMLESS
from seasontracker.tracking.season import SeasonStanding
from seasontracker.wording.dates import day_label, language_name, region_name
from seasontracker.wording.labels import label

MOST_PEOPLE = 12
MOST_NEWS = 8


class SeasonTile(Struct, frozen=True):
    """A season of the show."""

    name: str
    url: str
    headline: str
    answer: str
    mark: Mark
    state: str
    absent: str
    """Why it is not there for readers; empty but in previews."""


class HubView(Struct, frozen=True):
    """The page of a show."""

    slug: str
    absent: str
    """Why it is not there for readers; empty but in previews."""
    title: str
    original_title: str
    language: str
    kicker: tuple[str, ...]
    """Network, country and status, to be joined by dots."""
    summary: str
    picture: PictureView | None
    facts: tuple[Fact, ...]
    seasons: tuple[SeasonTile, ...]
    moved: Horizon | None
    moved_season: str
    people: tuple[PersonCard, ...]
    people_season: str
    news: tuple[NewsItem, ...]
    sources: tuple[SourceLine, ...]
    watched: WatchedView
    follow: FollowLinks
    related: str = ""
    """The address of the page of related shows, unless there is no other show."""


def hub_view(
    context: PageContext,
    listing: ShowListing,
    standings: Sequence[SeasonStanding],
    picture: PictureView | None,
    follow: FollowLinks,
    related: str = "",
) -> HubView:
    """Return the hub of a show, which speaks first of its newest season."""
    words, show = context.words, context.unit.loaded.show.value
    site = ListingContext(words, context.clock, context.links)
    newest = standings[-1] if standings else None
    # In the order of the page, so that sources are numbered so.
    moved = date_history(context, newest) if newest and len(newest.windows) > 1 else None
    people = _people(context, newest) if newest else ()
    facts = _facts(context)
    countries = ", ".join(region_name(words, region) for region in show.country)
    kicker = (show.network.name, countries, label(words, listing.status))
    name = listing.latest.name if listing.latest else ""
    return HubView(
        slug=context.unit.slug,
        absent=context.absent_label(show),
        title=show.title,
        original_title=show.original_title or "",
        language=show.language,
        kicker=tuple(part for part in kicker if part),
        summary=show.summary,
        picture=picture if _is_harmless(context, picture) else None,
        facts=facts,
        seasons=tuple(
            _tile(site, listing, season, context.absent_label(standing.season))
            for season, standing in zip(reversed(listing.seasons), reversed(standings), strict=True)
        ),
        moved=moved,
        moved_season=name,
        people=people,
        people_season=name,
        news=show_news(site, listing, most=MOST_NEWS),
        sources=context.numbers.lines(words, context.settings.language, context.folds),
        watched=watched_view(context, standings),
        follow=follow,
        related=related,
    )


def _people(context: PageContext, season: SeasonStanding) -> tuple[PersonCard, ...]:
    """Return who is in a season, for readers who may have seen nothing of the show."""
    wanted = [status.value for status in GROUPS[:6]]
    # Chosen with numbers of their own, since every citation made is expected on the page.
    ahead = replace(
        context,
        numbers=SourceNumbers(context.numbers.sources),
        folds=Folds(context.folds.known),
    )
    groups = cast_groups(ahead, season, wanted) or cast_groups(ahead, season)
    everybody = [card for group in groups for card in group.people if not card.fold]
    chosen = [card.id for card in everybody[:MOST_PEOPLE]]
    if not chosen:
        return ()
    groups = cast_groups(context, season, chosen)
    return tuple(card for group in groups for card in group.people)


def _tile(site: ListingContext, show: ShowListing, season: ListedSeason, absent: str) -> SeasonTile:
    return SeasonTile(
        name=season.name,
        url=site.links.season(show.slug, season.number),
        headline=season.headline,
        answer=season.answer,
        mark=confidence_mark(site.words, season.answer_confidence),
        state=label(site.words, season.state),
        absent=absent,
    )


def _is_harmless(context: PageContext, picture: PictureView | None) -> bool:
    """Return whether a picture gives nothing away, whichever season it is of."""
    return picture is not None and all(
        image_spoils(season, picture.id) in HARMLESS for season in context.unit.loaded.seasons
    )


def _facts(context: PageContext) -> tuple[Fact, ...]:
    words, show = context.words, context.unit.loaded.show.value
    network = context.links.network(network_slug(show.network.name))
    facts = [
        Fact(words.gettext("Network"), show.network.name, url=network),
        Fact(words.gettext("Type"), label(words, show.type)),
    ]
    if show.genres:
        facts.append(Fact(words.gettext("Genres"), ", ".join(show.genres)))
    if show.language and show.language not in ("mul", "und"):
        facts.append(Fact(words.gettext("Language"), language_name(words, show.language)))
    for member in show.crew:
        facts.append(
            Fact(
                label(words, member.role),
                member.name,
                cites=context.numbers.cite(member.source),
                original=member.original_name or "",
                language=show.language,
            )
        )
    if show.production_companies:
        facts.append(Fact(words.gettext("Made by"), ", ".join(show.production_companies)))
    material = show.source_material
    if material is not None:
        value = material.title if not material.author else f"{material.title}, {material.author}"
        facts.append(
            Fact(
                words.gettext("Made from"),
                value,
                cites=context.numbers.cite(material.source),
                original=material.original_title or "",
                language=show.language,
            )
        )
    if show.setting:
        facts.append(Fact(words.gettext("Setting"), show.setting))
    if show.premiered and context.clock.has_come(show.premiered):
        facts.append(Fact(words.gettext("First released"), day_label(words, show.premiered)))
    if show.official_site:
        host = urlsplit(show.official_site).hostname or show.official_site
        facts.append(Fact(words.gettext("Official site"), host, url=show.official_site))
    if show.also_known_as:
        facts.append(Fact(words.gettext("Also known as"), ", ".join(show.also_known_as)))
    return _merged(facts)


def _merged(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Join neighbouring facts of one term: two directors are one line."""
    merged: list[Fact] = []
    for fact in facts:
        if merged and merged[-1].term == fact.term:
            last = merged[-1]
            merged[-1] = structs.replace(
                last,
                value=f"{last.value}, {fact.value}",
                cites=(*last.cites, *fact.cites),
                original=", ".join(one for one in (last.original, fact.original) if one),
            )
        else:
            merged.append(fact)
    return tuple(merged)

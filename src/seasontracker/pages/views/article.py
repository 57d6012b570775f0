"""The article about a season: everything its template may see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from seasontracker.pages.views.answer import Answer, answer_view
from seasontracker.pages.views.citations import Cite, SourceLine
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.facts import Fact
from seasontracker.pages.views.folds import Fold
from seasontracker.pages.views.head import FollowLinks
from seasontracker.pages.views.marks import Mark, Moment, confidence_mark, day_moment, said_moment
from seasontracker.pages.views.names import season_name
from seasontracker.pages.views.timeline import UpdateLine
from seasontracker.pages.views.watched import WatchedView, watched_view
from seasontracker.site.listing import SourceSet
from seasontracker.tracking.positions import HARMLESS
from seasontracker.tracking.said import has_been_said
from seasontracker.tracking.season import SeasonStanding


class QuoteView(Struct, frozen=True):
    """A quotation."""

    text: str
    speaker: str
    note: str
    cites: tuple[Cite, ...]
    fold: Fold | None


class SynopsisView(Struct, frozen=True):
    """What the season is about."""

    text: str
    mark: Mark
    when: Moment | None
    cites: tuple[Cite, ...]
    fold: Fold | None


class VideoView(Struct, frozen=True):
    """A video that plays on a click."""

    id: str
    title: str
    url: str
    video_id: str
    kind: str
    channel: str
    published: Moment
    language: str
    description: str
    cites: tuple[Cite, ...]
    poster: PictureView | None
    fold: Fold | None


class PictureView(Struct, frozen=True):
    """A picture with all that must be said about it."""

    id: str
    url: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    license: str
    license_url: str
    spoils: str = "none"
    fold: Fold | None = None
    """Where it stands in the text, if it gives something away."""
    sources: tuple[SourceSet, ...] = ()
    """The formats that go before the one of `url`."""
    srcset: str = ""
    """`url` and its narrower forms, if it has any."""
    tone: str = ""
    """The class of the colour that stands in until the picture is there."""
    acquire_url: str = ""


class Block(Struct, frozen=True):
    """A stretch of the article: prose, or a component."""

    kind: str
    id: str = ""
    """The component's anchor, empty where a heading of the prose already has it."""
    heading: str = ""
    """Empty where the editor placed the component under a heading of their own."""
    html: str = ""
    body: Any = None
    """The component's view."""
    argument: str = ""
    children: tuple[Block, ...] = ()
    fold: Fold | None = None
    """Of a stretch that gives something away."""


class TocEntry(Struct, frozen=True):
    """A line of the table of contents."""

    id: str
    text: str


class AuthorView(Struct, frozen=True):
    """Who wrote the article."""

    name: str
    url: str


class ShowLine(Struct, frozen=True):
    """The show, as its season's page names it."""

    slug: str
    title: str
    url: str
    original_title: str
    language: str


class ArticleView(Struct, frozen=True):
    """The article about a season."""

    show: ShowLine
    number: int
    season: str
    url: str
    headline: str
    deck: str
    description: str
    authors: tuple[AuthorView, ...]
    published: Moment | None
    modified: Moment | None
    absent: str
    """Why it is not there for readers; empty but in previews."""
    answer: Answer
    facts: tuple[Fact, ...]
    picture: PictureView | None
    quote: QuoteView | None
    toc: tuple[TocEntry, ...]
    blocks: tuple[Block, ...]
    footnotes_html: str
    sources: tuple[SourceLine, ...]
    updates: tuple[UpdateLine, ...]
    follow: FollowLinks
    others: tuple[TocEntry, ...]
    """The show's other seasons: URL and name."""
    watched: WatchedView


def build_article(
    context: PageContext,
    season: SeasonStanding,
    *,
    modified: date | None,
    facts: Sequence[Fact],
    quote: QuoteView | None,
    picture: PictureView | None,
    blocks: Sequence[Block],
    toc: Sequence[TocEntry],
    footnotes_html: str,
    updates: Sequence[UpdateLine],
    follow: FollowLinks,
    seasons: Iterable[SeasonStanding] = (),
) -> ArticleView:
    """Put the article together from parts that were built in the order of the page.

    `seasons` are all of the show.
    """
    words, links = context.words, context.links
    show, settings = context.unit.loaded.show.value, context.settings
    article = season.season
    published = article.published if context.clock.has_come(article.published) else None
    authors = [settings.authors[author] for author in article.authors if author in settings.authors]
    slug = context.unit.slug
    return ArticleView(
        show=ShowLine(
            slug=slug,
            title=show.title,
            url=links.show(slug),
            original_title=show.original_title or "",
            language=show.language,
        ),
        number=season.number,
        season=season_name(words, season.number, article.name),
        url=links.season(slug, season.number),
        headline=article.headline,
        deck=article.deck or "",
        description=article.description or article.deck or article.headline,
        authors=tuple(AuthorView(author.name, author.url or "") for author in authors),
        published=day_moment(words, published) if published else None,
        modified=day_moment(words, modified) if modified else None,
        absent=context.absent_label(context.unit.loaded.show.value)
        or context.absent_label(article),
        answer=answer_view(context, season),
        facts=tuple(facts),
        # At the head nothing can be folded, and link previews show the same.
        picture=picture if picture is not None and picture.spoils in HARMLESS else None,
        quote=quote,
        toc=tuple(toc),
        blocks=tuple(blocks),
        footnotes_html=footnotes_html,
        sources=context.numbers.lines(words, context.settings.language, context.folds),
        updates=tuple(updates),
        follow=follow,
        others=tuple(
            TocEntry(
                links.season(slug, other.number),
                season_name(words, other.number, other.season.value.name),
            )
            for other in context.unit.loaded.seasons
            if other.number != season.number
        ),
        watched=watched_view(context, seasons),
    )


def quote_view(context: PageContext, season: SeasonStanding) -> QuoteView | None:
    """Return the quotation that opens the article."""
    quote = season.season.quote
    if quote is None:
        return None
    return QuoteView(
        quote.text,
        quote.speaker or "",
        quote.note or "",
        context.numbers.cite(quote.source),
        context.fold(quote.spoils),
    )


def synopsis_view(context: PageContext, season: SeasonStanding) -> SynopsisView | None:
    """Return what the season is about, once that has been said."""
    synopsis = season.season.synopsis
    if synopsis is None:
        return None
    if synopsis.date is not None and not has_been_said(synopsis.date, context.clock):
        return None
    return SynopsisView(
        synopsis.text,
        confidence_mark(context.words, synopsis.confidence),
        said_moment(context.words, synopsis.date) if synopsis.date else None,
        context.numbers.cite(synopsis.source),
        context.fold(synopsis.spoils),
    )

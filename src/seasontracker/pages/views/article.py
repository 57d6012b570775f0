"""The article about a season: everything its template may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from seasontracker.pages.views.citations import Cite, SourceLine
from seasontracker.pages.views.context import PageContext, is_folded
from seasontracker.pages.views.facts import Fact
from seasontracker.pages.views.horizon import Bar, Horizon, draw_horizon
from seasontracker.pages.views.marks import (
    Mark,
    Moment,
    confidence_mark,
    day_moment,
    said_moment,
    sentence_case,
)
from seasontracker.pages.views.timeline import UpdateLine
from seasontracker.tracking.answer import short_answer
from seasontracker.tracking.fold import StepKind
from seasontracker.tracking.season import SeasonStanding
from seasontracker.tracking.windows import Window, WindowFate
from seasontracker.wording.answers import SaidSentence, Topic, say_answer
from seasontracker.wording.dates import short_day_label, window_label
from seasontracker.wording.labels import label


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """A sentence of the short answer."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Answer:
    """The short answer at the head of an article."""

    sentences: tuple[AnswerSentence, ...]
    mark: Mark
    is_contested: bool
    horizon: Horizon | None

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quotation."""

    text: str
    speaker: str
    note: str
    cites: tuple[Cite, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class SynopsisView:
    """What the season is about."""

    text: str
    mark: Mark
    when: Moment | None
    cites: tuple[Cite, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class VideoView:
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
    folded: bool


@dataclass(frozen=True, slots=True)
class PictureView:
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
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Block:
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


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A line of the table of contents."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class AuthorView:
    """Who wrote the article."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class ShowLine:
    """The show, as its season's page names it."""

    slug: str
    title: str
    url: str
    original_title: str
    language: str
    network: str


@dataclass(frozen=True, slots=True)
class ArticleView:
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
    answer: Answer
    facts: tuple[Fact, ...]
    picture: PictureView | None
    quote: QuoteView | None
    toc: tuple[TocEntry, ...]
    blocks: tuple[Block, ...]
    footnotes_html: str
    sources: tuple[SourceLine, ...]
    updates: tuple[UpdateLine, ...]
    feed: str
    state_key: str
    others: tuple[TocEntry, ...]
    """The show's other seasons: URL and name."""


def season_name(context: PageContext, season: SeasonStanding) -> str:
    """Return the season's own name, or its number."""
    return season.season.name or numbered(context, season.number)


def numbered(context: PageContext, number: int) -> str:
    """Return `Season 2`."""
    # A season and its number stay on one line.
    return context.words.gettext("Season\N{NO-BREAK SPACE}%(number)s") % {"number": number}


def say_short_answer(
    context: PageContext, season: SeasonStanding
) -> tuple[tuple[SaidSentence, ...], Mark]:
    """Return the short answer's sentences, and the certainty of the whole."""
    answer = short_answer(season, context.clock.today)
    show = context.unit.loaded.show.value
    in_sentence = context.words.gettext("season\N{NO-BREAK SPACE}%(number)s")
    name = season.season.name or in_sentence % {"number": season.number}
    topic = Topic(show.title, name, show.network.name)
    said = tuple(
        SaidSentence(sentence_case(sentence.text), sentence.confidence)
        for sentence in say_answer(context.words, answer, topic)
    )
    return said, confidence_mark(context.words, answer.confidence)


def answer_view(context: PageContext, season: SeasonStanding) -> Answer:
    """Return the short answer with the bars of the windows that stand."""
    said, mark = say_short_answer(context, season)
    standing = [
        window
        for window in reversed(season.windows)
        if window.fate in (WindowFate.CURRENT, WindowFate.RIVAL, WindowFate.FULFILLED)
    ]
    caption = context.words.gettext("A bar is as wide as the doubt; a dot is a date.")
    return Answer(
        sentences=tuple(
            AnswerSentence(one.text, confidence_mark(context.words, one.confidence)) for one in said
        ),
        mark=mark,
        is_contested=season.axes.release.is_contested,
        horizon=draw_horizon(
            [window_bar(context, window) for window in standing],
            context.clock.today,
            today_label(context),
            caption=caption,
        ),
    )


def date_history(context: PageContext, season: SeasonStanding) -> Horizon | None:
    """Return how the date moved: every window ever named, newest on top."""
    words = context.words
    caption = words.gettext(
        "Newest on top. The small dot is the day it was said;"
        " the line runs to the time it promised."
    )
    bars = [
        window_bar(context, window, cites=context.numbers.cite(window.entry.claim.source))
        for window in reversed(season.windows)
    ]
    return draw_horizon(bars, context.clock.today, today_label(context), caption=caption)


def today_label(context: PageContext) -> str:
    """Return the words beside the line of today."""
    day = short_day_label(context.words, context.clock.today)
    return context.words.gettext("as of %(day)s") % {"day": day}


def window_bar(context: PageContext, window: Window, cites: tuple[Cite, ...] = ()) -> Bar:
    """Return a release window as a bar."""
    words = context.words
    said = said_moment(words, window.entry.claim.date).label
    dead = label(words, window.fate) if window.fate.is_dead else ""
    step = label(words, window.step)
    if window.days_moved and window.step in (StepKind.SLIPPED, StepKind.BROUGHT_FORWARD):
        step = words.ngettext(
            "%(step)s by %(number)d day", "%(step)s by %(number)d days", abs(window.days_moved)
        ) % {"step": step, "number": abs(window.days_moved)}
    notes = [said, step] + ([dead] if dead else [])
    return Bar(
        window=window.value,
        mark=confidence_mark(words, window.entry.confidence),
        label=sentence_case(window_label(words, window.value)),
        said=window.entry.said,
        dead=dead,
        note=" · ".join(notes),
        cites=cites,
        came_true=window.value.earliest if window.fate is WindowFate.FULFILLED else None,
    )


def build_article(
    context: PageContext,
    season: SeasonStanding,
    *,
    modified: Any,
    facts: Sequence[Fact],
    quote: QuoteView | None,
    picture: PictureView | None,
    blocks: Sequence[Block],
    toc: Sequence[TocEntry],
    footnotes_html: str,
    updates: Sequence[UpdateLine],
) -> ArticleView:
    """Put the article together from parts that were built in the order of the page."""
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
            network=show.network.name,
        ),
        number=season.number,
        season=season_name(context, season),
        url=links.season(slug, season.number),
        headline=article.headline,
        deck=article.deck or "",
        description=article.description or article.deck or article.headline,
        authors=tuple(AuthorView(author.name, author.url or "") for author in authors),
        published=day_moment(words, published) if published else None,
        modified=day_moment(words, modified) if modified else None,
        answer=answer_view(context, season),
        facts=tuple(facts),
        picture=picture,
        quote=quote,
        toc=tuple(toc),
        blocks=tuple(blocks),
        footnotes_html=footnotes_html,
        sources=context.numbers.lines(words),
        updates=tuple(updates),
        feed=links.season_feed(slug, season.number),
        state_key=season.state.value,
        others=tuple(
            TocEntry(links.season(slug, other.number), numbered(context, other.number))
            for other in context.unit.loaded.seasons
            if other.number != season.number
        ),
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
        is_folded(quote.spoils, season.number),
    )


def synopsis_view(context: PageContext, season: SeasonStanding) -> SynopsisView | None:
    """Return what the season is about, once that has been said."""
    synopsis = season.season.synopsis
    if synopsis is None:
        return None
    if synopsis.date is not None and not context.clock.has_come(
        synopsis.date.earliest or context.clock.today
    ):
        return None
    return SynopsisView(
        synopsis.text,
        confidence_mark(context.words, synopsis.confidence),
        said_moment(context.words, synopsis.date) if synopsis.date else None,
        context.numbers.cite(synopsis.source),
        is_folded(synopsis.spoils, season.number),
    )

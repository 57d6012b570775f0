"""Makes a show's listing from its seasons as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from seasontracker.models import Claim
from seasontracker.models.vocabulary import Renewal
from seasontracker.pages.views.anchors import theory_anchor
from seasontracker.pages.views.answer import say_short_answer
from seasontracker.pages.views.article import PictureView
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.folds import as_attribute, taken_as_known
from seasontracker.pages.views.names import season_name, season_within
from seasontracker.pages.views.spoilers import image_spoils, told_apart
from seasontracker.pages.views.windows import standing_windows
from seasontracker.site.listing import (
    ListedChange,
    ListedGrade,
    ListedPicture,
    ListedSeason,
    ListedSource,
    ListedTheory,
    ListedWindow,
    ShowListing,
)
from seasontracker.tracking.answer import short_answer
from seasontracker.tracking.changes import Change, Subject
from seasontracker.tracking.fold import ENDINGS, AxisState, Entry, StepKind
from seasontracker.tracking.positions import HARMLESS, worst
from seasontracker.tracking.season import SeasonStanding
from seasontracker.tracking.status import show_status
from seasontracker.wording.changes import change_title


def list_show(
    context: PageContext, seasons: Sequence[ListedSeason], standings: Sequence[SeasonStanding]
) -> ShowListing:
    """Return what the rest of the site may know of a show."""
    show = context.unit.loaded.show.value
    return ShowListing(
        slug=context.unit.slug,
        id=context.unit.loaded.id,
        title=show.title,
        original_title=show.original_title or "",
        language=show.language,
        network=show.network.name,
        summary=show.summary,
        status=show_status(standings, ended=show.ended),
        taken_as_known=as_attribute(taken_as_known(context.unit.spoilers)),
        seasons=tuple(seasons),
    )


def list_season(
    context: PageContext,
    season: SeasonStanding,
    changes: Sequence[Change],
    pictures: Mapping[str, PictureView],
    modified: date | None,
) -> ListedSeason:
    """Return what the rest of the site may know of a season."""
    words, article = context.words, season.season
    sentences, _ = say_short_answer(context, season)
    current = season.axes.production.current
    return ListedSeason(
        number=season.number,
        name=season_name(words, season.number, article.name),
        name_within=season_within(words, season.number, article.name),
        headline=article.headline,
        deck=article.deck or "",
        answer=" ".join(sentence.text for sentence in sentences),
        answer_confidence=short_answer(season).confidence,
        is_contested=season.axes.release.is_contested,
        state=season.state,
        windows=tuple(
            ListedWindow(window.value, window.entry.confidence, window.entry.said)
            for window in standing_windows(season)
        ),
        premiere=season.air_days[0] if season.air_days else None,
        air_days=season.air_days,
        grades=tuple(_grades(season.axes.renewal)),
        production=season.axes.production.value,
        production_confidence=current.confidence if current else None,
        theories=tuple(_theories(season)),
        changes=tuple(_changes(context, season, changes)),
        published=article.published if context.clock.has_come(article.published) else None,
        modified=modified,
        picture=_picture(context, season, pictures),
    )


def _grades(renewal: AxisState[Renewal]) -> Iterator[ListedGrade]:
    """Yield the decision that stands, then those before; saying one again is no new decision."""
    decided: list[Entry[Renewal]] = []
    for step in renewal.steps:
        entry = step.entry
        if step.kind in ENDINGS or step.kind is StepKind.OUTRANKED:
            continue
        if not decided or decided[-1].value is not entry.value:
            decided.append(entry)
        elif entry.rank < decided[-1].rank:
            decided[-1] = entry  # what was rumoured has been confirmed
    current = renewal.current
    if current is not None:
        is_last = bool(decided) and decided[-1].value is current.value
        first = decided.pop() if is_last else current
        yield ListedGrade(first.value, first.said, first.confidence)
    for entry in reversed(decided):
        if entry is not current:
            yield ListedGrade(entry.value, entry.said, entry.confidence, stands=False)


def _theories(season: SeasonStanding) -> Iterator[ListedTheory]:
    is_hidden = "theories" in season.season.hidden
    for slug, standing in season.theories.items():
        theory, verdict = standing.theory, standing.verdict
        outcome = theory.outcome_spoils(verdict) if verdict else "none"
        yield ListedTheory(
            slug=slug,
            title=theory.title or theory.question,
            state=standing.state,
            evidence_for=len(standing.evidence_for),
            evidence_against=len(standing.evidence_against),
            spoils=worst((theory.spoils, outcome)),
            anchor="" if is_hidden else theory_anchor(slug, theory.spoils),
        )


def _changes(
    context: PageContext, season: SeasonStanding, changes: Sequence[Change]
) -> Iterator[ListedChange]:
    for change in changes:
        if not change.is_significant:
            continue
        ends = change.step is not None and change.step.kind in ENDINGS
        claim = change.claim if isinstance(change.claim, Claim) and not ends else None
        for told, spoils in told_apart(context, season, change):
            is_casting = told.subject is Subject.CAST and not ends
            yield ListedChange(
                key=told.key,
                day=told.day,
                added=told.added,
                title=change_title(context.words, told, context.names),
                note=(claim.note or "") if claim else "",
                confidence=told.confidence,
                spoils=spoils,
                told_as=told.told_as,
                cast_status=told.step.entry.value if told.step and is_casting else None,
                parts=len(told.characters),
                sources=tuple(_sources(context, told)),
                by=(claim.by or "") if claim else "",
                quote=(claim.quote or "") if claim else "",
                because=(claim.because or "") if claim else "",
            )


def _sources(context: PageContext, change: Change) -> Iterator[ListedSource]:
    known = context.numbers.sources
    for source in (known[one] for one in change.source_ids if one in known):
        is_told = source.spoils in HARMLESS
        name = f"{source.publisher}, {source.title}" if source.title else source.publisher
        yield ListedSource(name if is_told else source.publisher, (is_told and source.url) or "")


def _picture(
    context: PageContext, season: SeasonStanding, pictures: Mapping[str, PictureView]
) -> ListedPicture | None:
    """Return the picture at the article's head, unless it gives something away."""
    loaded = context.unit.season(season.number)
    picture = pictures.get(season.season.picture or "")
    if picture is None or loaded is None or image_spoils(loaded, picture.id) not in HARMLESS:
        return None
    return ListedPicture(
        url=picture.url,
        width=picture.width,
        height=picture.height,
        alt=picture.alt,
        sources=picture.sources,
        srcset=picture.srcset,
    )

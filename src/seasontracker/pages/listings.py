"""Makes a show's listing from its seasons as they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from seasontracker.models import Claim
from seasontracker.pages.views.article import PictureView, say_short_answer, season_name
from seasontracker.pages.views.context import PageContext
from seasontracker.site.listing import (
    ListedChange,
    ListedGrade,
    ListedPicture,
    ListedSeason,
    ListedTheory,
    ListedWindow,
    ShowListing,
)
from seasontracker.tracking.answer import short_answer
from seasontracker.tracking.changes import Change
from seasontracker.tracking.fold import ENDINGS, StepKind
from seasontracker.tracking.season import SeasonStanding
from seasontracker.tracking.status import show_status
from seasontracker.tracking.windows import WindowFate
from seasontracker.wording.changes import change_title

_STANDING = frozenset({WindowFate.CURRENT, WindowFate.RIVAL, WindowFate.FULFILLED})


def list_show(
    context: PageContext, seasons: Sequence[ListedSeason], standings: Sequence[SeasonStanding]
) -> ShowListing:
    """Return what the rest of the site may know of a show."""
    show = context.unit.loaded.show.value
    return ShowListing(
        slug=context.unit.slug,
        title=show.title,
        original_title=show.original_title or "",
        language=show.language,
        network=show.network.name,
        summary=show.summary,
        status=show_status(standings, ended=show.ended),
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
    sentences, _ = say_short_answer(context, season)
    renewals = [step for step in season.axes.renewal.steps if step.kind not in ENDINGS]
    current = season.axes.production.current
    article = season.season
    return ListedSeason(
        number=season.number,
        name=season_name(context, season),
        headline=article.headline,
        deck=article.deck or "",
        answer=" ".join(sentence.text for sentence in sentences),
        answer_confidence=short_answer(season, context.clock.today).confidence,
        is_contested=season.axes.release.is_contested,
        state=season.state,
        windows=tuple(
            ListedWindow(window.value, window.entry.confidence, window.entry.said)
            for window in reversed(season.windows)
            if window.fate in _STANDING
        ),
        premiere=season.air_days[0] if season.air_days else None,
        air_days=season.air_days,
        grades=tuple(
            ListedGrade(step.entry.value, step.day, step.entry.confidence)
            for step in reversed(renewals)
            if step.kind not in (StepKind.OUTRANKED, StepKind.REPEATED)
        ),
        production=season.axes.production.value,
        production_confidence=current.confidence if current else None,
        theories=tuple(
            ListedTheory(
                slug=slug,
                title=standing.theory.title or standing.theory.question,
                state=standing.state,
                evidence_for=len(standing.evidence_for),
                evidence_against=len(standing.evidence_against),
                spoils=standing.theory.spoils,
            )
            for slug, standing in season.theories.items()
        ),
        changes=_changes(context, changes),
        published=article.published if context.clock.has_come(article.published) else None,
        modified=modified,
        picture=_picture(pictures.get(article.picture or "")),
    )


def _changes(context: PageContext, changes: Sequence[Change]) -> tuple[ListedChange, ...]:
    listed = []
    for change in changes:
        if not change.is_significant:
            continue
        claim = change.claim
        ends = change.step is not None and change.step.kind in ENDINGS
        note = (claim.note or "") if claim is not None and not ends else ""
        spoils = change.claim.spoils if change.claim else "none"
        if change.theory is not None:
            spoils = change.theory.spoils
        if change.video is not None:
            spoils = change.video.spoils
        listed.append(
            ListedChange(
                key=change.key,
                day=change.day,
                added=change.added,
                title=change_title(context.words, change, context.names),
                note=note if isinstance(claim, Claim) else "",
                confidence=change.confidence,
                spoils=spoils,
                told_as=change.told_as,
            )
        )
    return tuple(listed)


def _picture(picture: PictureView | None) -> ListedPicture | None:
    if picture is None:
        return None
    return ListedPicture(picture.url, picture.width, picture.height, picture.alt)

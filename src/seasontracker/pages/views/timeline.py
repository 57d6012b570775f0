"""The timeline and the update log: the claim log as readers see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seasontracker.models import CastClaim, Claim
from seasontracker.models.vocabulary import Confidence
from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.context import PageContext, is_folded
from seasontracker.pages.views.marks import (
    Mark,
    Moment,
    confidence_mark,
    day_moment,
    said_moment,
    told_moment,
)
from seasontracker.tracking.changes import Change, Subject
from seasontracker.tracking.fold import ENDINGS, StepKind
from seasontracker.tracking.season import SeasonStanding
from seasontracker.tracking.windows import WindowFate
from seasontracker.wording.changes import change_title
from seasontracker.wording.labels import label

_ON_TIMELINE = frozenset(
    {
        Subject.RENEWAL,
        Subject.PRODUCTION,
        Subject.RELEASE,
        Subject.EPISODE_ORDER,
        Subject.PATTERN,
        Subject.NOTICE,
        Subject.VIDEO,
    }
)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that was said or happened."""

    when: Moment
    title: str
    note: str
    quote: str
    by: str
    because: str
    mark: Mark
    dead: str
    """The word for what became of it, when it no longer stands."""
    cites: tuple[Cite, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """One significant change, in a line."""

    when: Moment
    text: str
    key: str
    """Of its certainty; empty for what the site itself says."""
    folded: bool


def timeline(
    context: PageContext, season: SeasonStanding, changes: Sequence[Change]
) -> tuple[TimelineEntry, ...]:
    """Return the season's log, newest first; one claim is one entry, whatever it speaks of."""
    fates = {window.entry.claim: window.fate for window in season.windows}
    entries: list[TimelineEntry] = []
    grouped: dict[object, list[Change]] = {}
    shown = sorted(
        (change for change in changes if change.subject in _ON_TIMELINE),
        key=lambda change: (change.day, change.key),
        reverse=True,
    )
    for change in shown:
        ends = change.step is not None and change.step.kind in ENDINGS
        if ends and change.step is not None and change.step.kind is StepKind.FULFILLED:
            continue  # the day itself is told by the claim that named it
        key: object = change.key if change.claim is None or ends else id(change.claim)
        grouped.setdefault(key, []).append(change)
    for group in grouped.values():
        entries.append(_entry(context, season.number, group, fates))
    return tuple(entries)


def _entry(
    context: PageContext,
    number: int,
    group: Sequence[Change],
    fates: dict[Claim | CastClaim, WindowFate],
) -> TimelineEntry:
    words = context.words
    change = group[0]
    claim = change.claim if isinstance(change.claim, Claim) else None
    ends = change.step is not None and change.step.kind in ENDINGS
    titles = dict.fromkeys(change_title(words, one, context.names) for one in reversed(group))
    fate = fates.get(claim) if claim is not None and not ends else None
    spoils = claim.spoils if claim else change.video.spoils if change.video else "none"
    only_release = claim is not None and set(claim.axes) == {"release"}
    when = said_moment(words, claim.date) if claim and not ends else None
    return TimelineEntry(
        when=when or day_moment(words, change.day, short=True),
        title="; ".join(titles),
        note=(claim.note or "") if claim and not ends else "",
        quote=(claim.quote or "") if claim and not ends else "",
        by=(claim.by or "") if claim and not ends else "",
        because=(claim.because or "") if claim and not ends else "",
        mark=confidence_mark(words, change.confidence or Confidence.OFFICIAL),
        dead=label(words, fate) if fate and fate.is_dead and only_release else "",
        cites=context.numbers.cite(change.source_ids),
        folded=is_folded(spoils, number),
    )


def update_log(
    context: PageContext, season: SeasonStanding, changes: Sequence[Change]
) -> tuple[UpdateLine, ...]:
    """Return the significant changes in the order in which the site told them, newest first."""
    lines: dict[tuple[str, str], UpdateLine] = {}
    for change in changes:
        if not change.is_significant:
            continue
        text = change_title(context.words, change, context.names)
        when = told_moment(context.words, change.added, change.told_as)
        folded = is_folded(_spoils(change), season.number)
        lines.setdefault(
            (when.label, text),
            UpdateLine(when, text, change.confidence.value if change.confidence else "", folded),
        )
    return tuple(lines.values())


def _spoils(change: Change) -> str:
    if change.theory is not None:
        return change.theory.spoils
    if change.video is not None:
        return change.video.spoils
    return change.claim.spoils if change.claim is not None else "none"

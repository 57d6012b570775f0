"""The timeline and the update log: the claim log as readers see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from seasontracker.models import AXES, Claim
from seasontracker.models.vocabulary import Confidence
from seasontracker.pages.views.citations import Cite
from seasontracker.pages.views.context import PageContext
from seasontracker.pages.views.folds import Fold
from seasontracker.pages.views.marks import (
    Mark,
    Moment,
    confidence_mark,
    day_moment,
    said_moment,
    told_moment,
)
from seasontracker.pages.views.spoilers import told_apart
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


class TimelineEntry(Struct, frozen=True):
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
    fold: Fold | None
    absent: str = ""
    """Why it is not there for readers; empty but in previews."""


class UpdateLine(Struct, frozen=True):
    """One significant change, in a line."""

    when: Moment
    text: str
    fold: Fold | None


def timeline(
    context: PageContext, season: SeasonStanding, changes: Sequence[Change]
) -> tuple[TimelineEntry, ...]:
    """Return the season's log, newest first; one claim is one entry, whatever it speaks of.

    What became of a claim later is an entry of its own.
    """
    # What stands in the open is judged as if what gives something away were not there.
    judged = (*season.whole.windows, *season.windows)
    fates = {id(window.entry.claim): window.fate for window in judged}
    grouped: dict[object, list[Change]] = {}
    for change in sorted(changes, key=lambda one: (one.day, one.key), reverse=True):
        if change.subject in _ON_TIMELINE and not _is_told(change):
            key: object = change.key if change.claim is None or _ends(change) else id(change.claim)
            grouped.setdefault(key, []).append(change)
    return tuple(_entry(context, sorted(group, key=_axis), fates) for group in grouped.values())


def _ends(change: Change) -> bool:
    return change.step is not None and change.step.kind in ENDINGS


def _is_told(change: Change) -> bool:
    """Return whether the claim that named a release day was made on that day or later."""
    step = change.step
    return step is not None and step.kind is StepKind.FULFILLED and step.day == step.entry.said


def _axis(change: Change) -> int:
    """Return where an axis stands among those that one claim speaks about."""
    return AXES.index(change.subject.value) if change.subject.value in AXES else len(AXES)


def _entry(
    context: PageContext, group: Sequence[Change], fates: Mapping[int, WindowFate]
) -> TimelineEntry:
    words = context.words
    change = group[0]
    claim = change.claim if isinstance(change.claim, Claim) else None
    told = claim if not _ends(change) else None
    fate = fates.get(id(told)) if told is not None and told.axes == ("release",) else None
    spoils = claim.spoils if claim else change.video.spoils if change.video else "none"
    titles = dict.fromkeys(change_title(words, one, context.names) for one in group)
    return TimelineEntry(
        when=said_moment(words, told.date) if told else day_moment(words, change.day, short=True),
        title="; ".join(titles),
        note=(told.note or "") if told else "",
        quote=(told.quote or "") if told else "",
        by=(told.by or "") if told else "",
        because=(told.because or "") if told else "",
        mark=confidence_mark(words, change.confidence or Confidence.OFFICIAL),
        dead=label(words, fate) if fate and fate.is_dead else "",
        cites=context.numbers.cite(change.source_ids),
        fold=context.fold(spoils),
        absent=context.absent_label(claim) if claim else "",
    )


def update_log(
    context: PageContext, season: SeasonStanding, changes: Sequence[Change]
) -> tuple[UpdateLine, ...]:
    """Return the significant changes in the order in which the site told them, newest first."""
    lines: dict[tuple[str, str], UpdateLine] = {}
    for change in changes:
        if not change.is_significant:
            continue
        when = told_moment(context.words, change.added, change.told_as)
        for told, spoils in told_apart(context, season, change):
            text = change_title(context.words, told, context.names)
            if (when.label, text) not in lines:
                lines[when.label, text] = UpdateLine(when, text, context.fold(spoils))
    return tuple(lines.values())

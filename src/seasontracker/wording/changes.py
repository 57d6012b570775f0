"""Says what changed, for the timeline, the update log and the feeds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.lists import format_list

from seasontracker.models import Claim
from seasontracker.models.vocabulary import CastStatus, Pattern, Production, Renewal, TheoryState
from seasontracker.tracking.changes import Change, Subject
from seasontracker.tracking.fold import ENDINGS, Step, StepKind
from seasontracker.wording.catalogue import Words
from seasontracker.wording.catalogue import mark as _
from seasontracker.wording.dates import window_label
from seasontracker.wording.labels import label

_RENEWAL = {
    Renewal.UNDECIDED: _("No decision on the season yet"),
    Renewal.ORDERED: _("Season ordered"),
    Renewal.RENEWED: _("Season renewed"),
    Renewal.RENEWED_FINAL: _("Renewed for a last season"),
    Renewal.CANCELLED: _("Cancelled"),
    Renewal.CONCLUDED: _("Series concluded"),
    Renewal.REVIVED: _("Series revived"),
    Renewal.MOVED: _("Series moved"),
}
_PRODUCTION = {
    Production.ANNOUNCED: _("Filming has not begun"),
    Production.DEVELOPMENT: _("In development"),
    Production.WRITING: _("Being written"),
    Production.PRE_PRODUCTION: _("Filming in preparation"),
    Production.FILMING: _("In production"),
    Production.PAUSED: _("Production paused"),
    Production.WRAPPED: _("Filming finished"),
    Production.POST_PRODUCTION: _("In post-production"),
    Production.COMPLETED: _("Season completed"),
    Production.ABANDONED: _("Season abandoned"),
}
_PATTERN = {
    Pattern.ALL_AT_ONCE: _("All episodes to come at once"),
    Pattern.WEEKLY: _("Episodes to come weekly"),
    Pattern.BATCH: _("Episodes to come in batches"),
    Pattern.DAILY: _("Episodes to come daily"),
}
_STATED: Mapping[Subject, Mapping[Any, str]] = {
    Subject.RENEWAL: _RENEWAL,
    Subject.PRODUCTION: _PRODUCTION,
    Subject.PATTERN: _PATTERN,
}
_CAST = {
    CastStatus.RETURNING: _("Cast returning: %(names)s"),
    CastStatus.EXPECTED: _("Cast expected back: %(names)s"),
    CastStatus.NEW: _("Cast joining: %(names)s"),
    CastStatus.PROMOTED: _("Cast promoted: %(names)s"),
    CastStatus.RECAST: _("Parts recast: %(names)s"),
    CastStatus.GUEST: _("Guest parts: %(names)s"),
    CastStatus.DEPARTING: _("Cast leaving: %(names)s"),
    CastStatus.NOT_RETURNING: _("Cast not returning: %(names)s"),
    CastStatus.UNKNOWN: _("Nothing known of %(names)s"),
}
_RELEASE = {
    StepKind.ANNOUNCED: _("Release window: %(new)s"),
    StepKind.CONFIRMED: _("Release confirmed: %(new)s"),
    StepKind.REPEATED: _("Release named again: %(new)s"),
    StepKind.NARROWED: _("Release window narrowed: %(new)s (was %(old)s)"),
    StepKind.WIDENED: _("Release window widened: %(new)s (was %(old)s)"),
    StepKind.SLIPPED: _("Release slipped: %(new)s (was %(old)s)"),
    StepKind.BROUGHT_FORWARD: _("Release brought forward: %(new)s (was %(old)s)"),
    StepKind.WITHDRAWN: _("Release window withdrawn: %(old)s"),
    StepKind.DISPUTED: _("Reports disagree on the release: %(old)s or %(new)s"),
    StepKind.OUTRANKED: _("Release also said to be: %(new)s"),
    StepKind.EXPIRED: _("Passed without a release: %(new)s"),
    StepKind.FULFILLED: _("Released"),
    StepKind.RETRACTED: _("Release window retracted: %(new)s"),
}
_RELEASE_DAY = {
    StepKind.ANNOUNCED: _("Release date: %(new)s"),
    StepKind.NARROWED: _("Release date set: %(new)s"),
    StepKind.WITHDRAWN: _("Release date withdrawn: %(old)s"),
    StepKind.RETRACTED: _("Release date retracted: %(new)s"),
}
_THEORY = {
    TheoryState.OPEN: _("Theory open: %(name)s"),
    TheoryState.SUPPORTED: _("Theory supported: %(name)s"),
    TheoryState.CONTESTED: _("Theory contested: %(name)s"),
    TheoryState.CONFIRMED: _("Theory confirmed: %(name)s"),
    TheoryState.PARTLY_CONFIRMED: _("Theory partly confirmed: %(name)s"),
    TheoryState.DEBUNKED: _("Theory debunked: %(name)s"),
    TheoryState.MOOT: _("Theory never answered: %(name)s"),
}


def change_title(words: Words, change: Change, names: Mapping[str, str]) -> str:
    """Return what changed in a few words; `names` gives characters' names by their ids."""
    ends = change.step is not None and change.step.kind in ENDINGS
    if isinstance(change.claim, Claim) and change.claim.headline and not ends:
        return change.claim.headline
    match change.subject:
        case Subject.NOTICE | Subject.REVISION:
            return change.name
        case Subject.VIDEO:
            assert change.video is not None
            values = {"kind": label(words, change.video.kind), "title": change.video.title}
            return words.gettext("%(kind)s published: %(title)s") % values
        case Subject.THEORY:
            assert change.verdict is not None
            assert change.theory is not None
            name = {"name": change.theory.title or change.theory.question}
            return words.gettext(_THEORY[change.verdict.state]) % name
        case Subject.CAST:
            assert change.step is not None
            parts = [names.get(one, one) for one in change.characters]
            listed = {"names": format_list(parts, locale=words.locale)}
            title = words.gettext(_CAST[change.step.entry.value]) % listed
            return _retracted(words, title) if ends else title
        case _:
            assert change.step is not None
            return step_title(words, change.subject, change.step)


def step_title(words: Words, subject: Subject, step: Step[Any]) -> str:
    """Return what a step of an axis says."""
    value = step.entry.value
    if subject is Subject.RELEASE:
        old = step.previous.value if step.previous else value
        values = {"new": window_label(words, value), "old": window_label(words, old)}
        if not value.is_known and step.kind is not StepKind.WITHDRAWN:
            title = words.gettext("No release date yet")
            return _retracted(words, title) if step.kind is StepKind.RETRACTED else title
        said = old if step.kind is StepKind.WITHDRAWN else value
        known = _RELEASE_DAY.get(step.kind) if said.is_day else None
        return words.gettext(known or _RELEASE[step.kind]) % values
    title = _stated(words, subject, value)
    return _retracted(words, title) if step.kind is StepKind.RETRACTED else title


def _retracted(words: Words, title: str) -> str:
    return words.gettext("Retracted: %(claim)s") % {"claim": title}


def _stated(words: Words, subject: Subject, value: Any) -> str:
    if subject is Subject.EPISODE_ORDER:
        text = words.ngettext("%(number)d episode", "%(number)d episodes", value)
        return text % {"number": value}
    return words.gettext(_STATED[subject][value])

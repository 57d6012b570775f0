"""Says how a season that is not out stands: what is decided, and when it comes."""

from __future__ import annotations

from collections.abc import Mapping

from seasontracker.models.vocabulary import Confidence, Production, Renewal
from seasontracker.tracking.answer import Coming, Decision, Lapsed, When
from seasontracker.wording.catalogue import Words
from seasontracker.wording.catalogue import mark as _
from seasontracker.wording.dates import alternatives, in_window
from seasontracker.wording.hedges import both_hedged, hedged

_DECIDED = {
    Renewal.ORDERED: _("%(season)s of %(show)s has been ordered"),
    Renewal.RENEWED: _("%(show)s has been renewed for %(season)s"),
    Renewal.RENEWED_FINAL: _("%(show)s has been renewed for %(season)s, which will be its last"),
    Renewal.REVIVED: _("%(show)s has been revived for %(season)s"),
    Renewal.MOVED: _("%(show)s has moved to %(network)s for %(season)s"),
    Renewal.UNDECIDED: _("it has not been decided whether %(season)s of %(show)s will be made"),
}
_MAKING = {
    Production.ANNOUNCED: _("filming has not begun"),
    Production.DEVELOPMENT: _("it is in development, and filming has not begun"),
    Production.WRITING: _("it is being written, and filming has not begun"),
    Production.PRE_PRODUCTION: _("filming is being prepared but has not begun"),
    Production.FILMING: _("it is being filmed"),
    Production.PAUSED: _("production is paused"),
    Production.WRAPPED: _("filming is finished"),
    Production.POST_PRODUCTION: _("filming is finished, and editing is under way"),
    Production.COMPLETED: _("work on it is complete"),
}
_MAKING_ALONE = {
    Production.ANNOUNCED: _("%(season)s of %(show)s has been announced; filming has not begun"),
    Production.DEVELOPMENT: _("%(season)s of %(show)s is in development"),
    Production.WRITING: _("%(season)s of %(show)s is being written"),
    Production.PRE_PRODUCTION: _("%(season)s of %(show)s is being prepared for filming"),
    Production.FILMING: _("%(season)s of %(show)s is being filmed"),
    Production.PAUSED: _("production of %(season)s of %(show)s is paused"),
    Production.WRAPPED: _("filming of %(season)s of %(show)s is finished"),
    Production.POST_PRODUCTION: _("%(season)s of %(show)s has been filmed and is being edited"),
    Production.COMPLETED: _("work on %(season)s of %(show)s is complete"),
}


def say_decision(words: Words, sentence: Decision, names: Mapping[str, str]) -> str:
    """Return whether the season is coming and how far the work on it is."""
    decided = _DECIDED.get(sentence.renewal) if sentence.renewal else None
    making = sentence.production if sentence.production in _MAKING else None
    if decided is None and making is not None:
        alone = words.gettext(_MAKING_ALONE[making]) % names
        text = hedged(words, alone, sentence.production_confidence)
    else:
        head = words.gettext(
            decided or _("it has not been said whether %(season)s of %(show)s will be made")
        )
        told = (head % names, sentence.renewal_confidence if decided else None)
        text = hedged(words, *told)
        if making is not None:
            clause = words.gettext(_MAKING[making])
            text = both_hedged(words, told, (clause, sentence.production_confidence))
    return words.gettext("%(sentence)s.") % {"sentence": text}


_WINDOW = {
    Confidence.OFFICIAL: _("%(network)s plans to release it %(when)s; there is no fixed date yet."),
    Confidence.ON_RECORD: _(
        "There is no official release date; cast or crew speak of a release %(when)s."
    ),
    Confidence.REPORTED: _(
        "There is no official release date; reports point to a release %(when)s."
    ),
    Confidence.LISTING: _(
        "There is no official release date; a listing points to a release %(when)s."
    ),
}
_DATED = {
    Confidence.OFFICIAL: _("It comes to %(network)s %(when)s."),
    Confidence.ON_RECORD: _(
        "There is no official release date; according to cast or crew, it comes to %(network)s"
        " %(when)s."
    ),
    Confidence.REPORTED: _(
        "There is no official release date; according to press reports, it comes to %(network)s"
        " %(when)s."
    ),
    Confidence.LISTING: _(
        "There is no official release date; according to a listing, it comes to %(network)s"
        " %(when)s."
    ),
}
_OVERDUE = {
    Confidence.OFFICIAL: _(
        "It was officially due %(when)s; that time has passed, and no new date has been given."
    ),
    Confidence.RUMOUR: _(
        "There is no official release date; the last rumour, a release %(when)s, has not come true."
    ),
    Confidence.SPECULATION: _(
        "There is no official release date; the last guess, a release %(when)s, has not come true."
    ),
}
_LAPSED = {
    Confidence.OFFICIAL: _("An earlier plan for a release %(when)s has not been kept."),
    Confidence.RUMOUR: _("An earlier rumour of a release %(when)s has not come true."),
    Confidence.SPECULATION: _("An earlier guess at a release %(when)s has not come true."),
}


def say_coming(words: Words, sentence: Coming, names: Mapping[str, str]) -> str:
    """Return when the season comes, as far as anybody has said."""
    confidence = sentence.confidence
    if confidence is None:
        return words.gettext("There is no official release date, and no window has been named.")
    match sentence.when:
        case When.DISPUTED:
            text = _disputed(words, confidence)
        case When.OVERDUE:
            text = words.gettext(
                _OVERDUE.get(confidence)
                or _(
                    "It was last expected %(when)s; that time has passed,"
                    " and no new date has been given."
                )
            )
        case When.GUESS if confidence is Confidence.RUMOUR:
            text = words.gettext(
                "There is no official release date; a release %(when)s is only a rumour."
            )
        case When.GUESS:
            text = words.gettext(
                "There is no official release date; a release %(when)s is only a guess."
            )
        case When.DATED:
            text = words.gettext(_DATED[confidence])
        case _:
            text = words.gettext(_WINDOW[confidence])
    return text % {**names, "when": alternatives(words, sentence.windows)}


def _disputed(words: Words, confidence: Confidence) -> str:
    if confidence is Confidence.OFFICIAL:
        return words.gettext("The official dates disagree on whether it comes %(when)s.")
    if confidence in (Confidence.RUMOUR, Confidence.SPECULATION):
        return words.gettext("There is no official release date, and the guesses at one disagree.")
    # The figure below shows what each says; a headline answer must not make a date of them.
    return words.gettext("There is no official release date, and the reported windows disagree.")


def say_lapsed(words: Words, sentence: Lapsed) -> str:
    """Return what was once expected and has not come."""
    text = words.gettext(
        _LAPSED.get(sentence.confidence)
        or _("Earlier reports of a release %(when)s have not come true.")
    )
    return text % {"when": in_window(words, sentence.window)}

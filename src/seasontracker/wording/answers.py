"""Says the short answer in the site's language."""

from __future__ import annotations

from dataclasses import dataclass

from seasontracker.models.vocabulary import Confidence, Pattern, Production, Renewal
from seasontracker.tracking.answer import (
    Coming,
    Decision,
    Lapsed,
    Never,
    NoTrailer,
    Released,
    Sentence,
    ShortAnswer,
    When,
)
from seasontracker.tracking.release import ReleaseState
from seasontracker.wording.catalogue import Words
from seasontracker.wording.catalogue import mark as _
from seasontracker.wording.dates import day_label, in_window, window_label


@dataclass(frozen=True, slots=True)
class SaidSentence:
    """A sentence as it is shown."""

    text: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Topic:
    """What the answer is about."""

    show: str
    season: str
    """`Season 2`, or the season's own name."""
    network: str


def say_answer(words: Words, answer: ShortAnswer, topic: Topic) -> tuple[SaidSentence, ...]:
    """Return the answer's sentences as text, in order."""
    return tuple(
        SaidSentence(_say(words, sentence, topic), sentence.confidence)
        for sentence in answer.sentences
    )


def _say(words: Words, sentence: Sentence, topic: Topic) -> str:
    match sentence:
        case Decision():
            return _decision(words, sentence, topic)
        case Coming():
            return _coming(words, sentence, topic)
        case Lapsed():
            window = {"window": window_label(words, sentence.window)}
            if sentence.confidence is Confidence.SPECULATION:
                return (
                    words.gettext("An earlier guess, %(window)s, has passed without a release.")
                    % window
                )
            return (
                words.gettext("An earlier window, %(window)s, has passed without a release.")
                % window
            )
        case NoTrailer():
            return words.gettext("There is no trailer yet.")
        case Released():
            return _released(words, sentence, topic)
        case Never():
            return _never(words, sentence, topic)


_DECIDED = {
    Renewal.ORDERED: _("%(season)s of %(show)s has been ordered"),
    Renewal.RENEWED: _("%(show)s has been renewed for %(season)s"),
    Renewal.RENEWED_FINAL: _("%(show)s has been renewed for %(season)s, which will be its last"),
    Renewal.REVIVED: _("%(show)s has been revived for %(season)s"),
    Renewal.MOVED: _("%(show)s has moved to %(network)s for %(season)s"),
    Renewal.UNDECIDED: _("Whether %(season)s of %(show)s will be made has not been decided"),
}
_MAKING = {
    Production.ANNOUNCED: _("filming has not begun"),
    Production.DEVELOPMENT: _("filming has not begun"),
    Production.WRITING: _("it is being written, and filming has not begun"),
    Production.PRE_PRODUCTION: _("filming is being prepared, and has not begun"),
    Production.FILMING: _("it is being filmed"),
    Production.PAUSED: _("filming is paused"),
    Production.WRAPPED: _("filming is finished"),
    Production.POST_PRODUCTION: _("filming is finished, and it is being edited"),
    Production.COMPLETED: _("it is complete"),
}


def _decision(words: Words, sentence: Decision, topic: Topic) -> str:
    decided = _DECIDED.get(sentence.renewal) if sentence.renewal else None
    head = words.gettext(
        decided or _("Nobody has said whether %(season)s of %(show)s will be made")
    ) % _names(topic)
    making = _MAKING.get(sentence.production) if sentence.production else None
    if making is None:
        return words.gettext("%(sentence)s.") % {"sentence": head}
    clause = words.gettext(making)
    if sentence.production_confidence in (Confidence.REPORTED, Confidence.LISTING):
        clause = words.gettext("%(clause)s, according to press reports") % {"clause": clause}
    elif sentence.production_confidence in (Confidence.RUMOUR, Confidence.SPECULATION):
        clause = words.gettext("%(clause)s, it is rumoured") % {"clause": clause}
    return words.gettext("%(sentence)s; %(clause)s.") % {"sentence": head, "clause": clause}


def _coming(words: Words, sentence: Coming, topic: Topic) -> str:
    names = _names(topic)
    if sentence.window is not None:
        names |= {
            "window": window_label(words, sentence.window),
            "when": in_window(words, sentence.window),
        }
    match sentence.when:
        case When.NOTHING:
            text = words.gettext("There is no official release date, and no window has been named.")
        case When.DISPUTED:
            text = words.gettext(
                "There is no official release date, and the windows that have been reported"
                " disagree."
            )
        case When.OVERDUE:
            text = words.gettext(
                "The last release window to be named, %(window)s, has passed,"
                " and no new date has been given."
            )
        case When.GUESS:
            text = words.gettext(
                "There is no official release date; %(window)s is a guess, and only that."
            )
        case When.DATED if sentence.official:
            text = words.gettext("It comes to %(network)s %(when)s.")
        case When.DATED:
            text = words.gettext(
                "There is no official release date; it is said to come to %(network)s %(when)s."
            )
        case When.WINDOW if sentence.official:
            text = words.gettext(
                "%(network)s plans to release it %(when)s; there is no exact date yet."
            )
        case _:
            text = words.gettext("There is no official release date; reports point to %(window)s.")
    return text % names


def _released(words: Words, sentence: Released, topic: Topic) -> str:
    names = _names(topic) | {
        "first": day_label(words, sentence.first),
        "last": day_label(words, sentence.last) if sentence.last else "",
        "next": day_label(words, sentence.next) if sentence.next else "",
    }
    at_once = sentence.pattern is Pattern.ALL_AT_ONCE
    match sentence.state:
        case ReleaseState.TODAY if at_once:
            text = words.gettext(
                "%(season)s of %(show)s is out on %(network)s today, all episodes at once."
            )
        case ReleaseState.TODAY:
            text = words.gettext("%(season)s of %(show)s starts on %(network)s today.")
        case ReleaseState.AIRING if sentence.next:
            text = words.gettext(
                "%(season)s of %(show)s is running on %(network)s since %(first)s;"
                " the next episode comes on %(next)s."
            )
        case ReleaseState.AIRING:
            text = words.gettext(
                "%(season)s of %(show)s is running on %(network)s since %(first)s."
            )
        case ReleaseState.ON_BREAK:
            text = words.gettext(
                "%(season)s of %(show)s is on a break on %(network)s; it goes on on %(next)s."
            )
        case _ if at_once:
            text = words.gettext(
                "%(season)s of %(show)s came out on %(network)s on %(first)s, all episodes at once."
            )
        case _ if sentence.last:
            text = words.gettext(
                "%(season)s of %(show)s ran on %(network)s from %(first)s to %(last)s."
            )
        case _:
            text = words.gettext("%(season)s of %(show)s came out on %(network)s on %(first)s.")
    return text % names


def _never(words: Words, sentence: Never, topic: Topic) -> str:
    names = _names(topic) | {"day": day_label(words, sentence.said) if sentence.said else ""}
    match sentence.renewal:
        case Renewal.CANCELLED if sentence.said:
            text = words.gettext("%(show)s was cancelled on %(day)s; there will be no %(season)s.")
        case Renewal.CONCLUDED:
            text = words.gettext("%(show)s has ended; there will be no %(season)s.")
        case _:
            text = words.gettext("%(season)s of %(show)s has been abandoned.")
    return text % names


def _names(topic: Topic) -> dict[str, str]:
    return {"show": topic.show, "season": topic.season, "network": topic.network}

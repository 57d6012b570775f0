"""Says the short answer in the site's language."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from seasontracker.models.vocabulary import Confidence, Pattern, Renewal
from seasontracker.tracking.answer import (
    Coming,
    Decision,
    Lapsed,
    Never,
    NoTrailer,
    Released,
    Sentence,
    ShortAnswer,
)
from seasontracker.tracking.release import ReleaseState
from seasontracker.wording.catalogue import Words
from seasontracker.wording.dates import day_label, in_window
from seasontracker.wording.hedges import hedged
from seasontracker.wording.outlook import say_coming, say_decision, say_lapsed


class SaidSentence(Struct, frozen=True):
    """A sentence as it is shown."""

    text: str
    confidence: Confidence | None
    """None for what nobody has said: an absence is not a claim."""


class Topic(Struct, frozen=True):
    """What the answer is about."""

    show: str
    season: str
    """As inside a sentence: `season 2`, or the season's own name."""
    network: str


def say_answer(words: Words, answer: ShortAnswer, topic: Topic) -> tuple[SaidSentence, ...]:
    """Return the answer's sentences as text, in order."""
    return tuple(
        SaidSentence(_capitalised(_say(words, sentence, topic), topic), sentence.confidence)
        for sentence in answer.sentences
    )


def _capitalised(text: str, topic: Topic) -> str:
    """Begin a sentence with a capital, unless a show whose name has none stands there."""
    return text if text.startswith(topic.show) else text[:1].upper() + text[1:]


def _say(words: Words, sentence: Sentence, topic: Topic) -> str:
    names = {"show": topic.show, "season": topic.season, "network": topic.network}
    match sentence:
        case Decision():
            return say_decision(words, sentence, names)
        case Coming():
            return say_coming(words, sentence, names)
        case Lapsed():
            return say_lapsed(words, sentence)
        case NoTrailer():
            return words.gettext("There is no trailer yet.")
        case Released():
            return _released(words, sentence, names)
        case Never():
            return _never(words, sentence, names)


def _released(words: Words, sentence: Released, names: Mapping[str, str]) -> str:
    days = {
        "first": day_label(words, sentence.first),
        "last": day_label(words, sentence.last) if sentence.last else "",
        "next": day_label(words, sentence.next) if sentence.next else "",
    }
    at_once = sentence.pattern is Pattern.ALL_AT_ONCE
    match sentence.state:
        case ReleaseState.TODAY if at_once:
            text = words.gettext(
                "%(season)s of %(show)s is out today on %(network)s, all episodes at once."
            )
        case ReleaseState.TODAY:
            text = words.gettext("%(season)s of %(show)s starts today on %(network)s.")
        case ReleaseState.AIRING if sentence.next and sentence.pattern is Pattern.BATCH:
            text = words.gettext(
                "%(season)s of %(show)s has been running on %(network)s since %(first)s;"
                " the next episodes come on %(next)s."
            )
        case ReleaseState.AIRING if sentence.next:
            text = words.gettext(
                "%(season)s of %(show)s has been running on %(network)s since %(first)s;"
                " the next episode comes on %(next)s."
            )
        case ReleaseState.AIRING:
            text = words.gettext(
                "%(season)s of %(show)s has been running on %(network)s since %(first)s."
            )
        case ReleaseState.ON_BREAK if sentence.next:
            text = words.gettext(
                "%(season)s of %(show)s is on a break; it continues on %(network)s on %(next)s."
            )
        case ReleaseState.ON_BREAK:
            text = words.gettext(
                "Part of %(season)s of %(show)s is out on %(network)s;"
                " when the rest comes has not been said."
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
    return text % {**names, **days}


def _never(words: Words, sentence: Never, names: Mapping[str, str]) -> str:
    match sentence.renewal:
        case Renewal.CANCELLED:
            text = words.gettext("%(show)s was cancelled %(when)s; there will be no %(season)s")
        case Renewal.CONCLUDED:
            text = words.gettext("%(show)s has ended; there will be no %(season)s")
        case _:
            text = words.gettext("%(season)s of %(show)s has been abandoned")
    statement = text % {**names, "when": in_window(words, sentence.said)}
    return words.gettext("%(sentence)s.") % {
        "sentence": hedged(words, statement, sentence.confidence)
    }

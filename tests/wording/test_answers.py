"""The short answer in English, read aloud."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from seasontracker.dates import parse_partial_date
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
from seasontracker.wording.answers import Topic, say_answer
from seasontracker.wording.catalogue import Words

TOPIC = Topic("Harbour Nine", "season 2", "Northlight")


def say(words: Words, sentence: Sentence, topic: Topic = TOPIC) -> str:
    """Return a sentence as it is shown."""
    return say_answer(words, ShortAnswer((sentence,)), topic)[0].text


def decision(
    renewal: str | None, sure: str | None, production: str | None = None, made: str | None = None
) -> Decision:
    """Return a decision from the words of the vocabularies."""
    return Decision(
        renewal=Renewal(renewal) if renewal else None,
        production=Production(production) if production else None,
        confidence=Confidence.OFFICIAL,
        renewal_confidence=Confidence(sure) if sure else None,
        production_confidence=Confidence(made) if made else None,
    )


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            decision("renewed", "official"),
            "Harbour Nine has been renewed for season 2.",
        ),
        (
            decision("renewed", "official", "announced", "on-record"),
            "Harbour Nine has been renewed for season 2; filming has not begun.",
        ),
        (
            decision("renewed", "official", "wrapped", "reported"),
            "Harbour Nine has been renewed for season 2; filming is finished,"
            " according to press reports.",
        ),
        (
            decision("ordered", "reported", "filming", "official"),
            "Season 2 of Harbour Nine has been ordered, according to press reports;"
            " it is being filmed.",
        ),
        (
            decision("ordered", "reported", "filming", "reported"),
            "According to press reports, season 2 of Harbour Nine has been ordered,"
            " and it is being filmed.",
        ),
        (
            decision("renewed-final", "rumour", "writing", "rumour"),
            "It is rumoured that Harbour Nine has been renewed for season 2, which will be its"
            " last, and that it is being written, and filming has not begun.",
        ),
        (
            decision("moved", "official"),
            "Harbour Nine has moved to Northlight for season 2.",
        ),
        (
            decision("undecided", "official"),
            "It has not been decided whether season 2 of Harbour Nine will be made.",
        ),
        (
            decision(None, None),
            "It has not been said whether season 2 of Harbour Nine will be made.",
        ),
        (
            decision(None, None, "filming", "listing"),
            "Season 2 of Harbour Nine is being filmed, according to a listing.",
        ),
        (
            decision(None, None, "post-production", "official"),
            "Season 2 of Harbour Nine has been filmed and is being edited.",
        ),
    ],
)
def test_decision_says_who_says_so(words: Words, sentence: Decision, text: str) -> None:
    """What is not the maker's own word is not stated as a fact."""
    assert say(words, sentence) == text


@pytest.mark.parametrize(
    ("when", "windows", "confidence", "text"),
    [
        (
            When.NOTHING,
            (),
            None,
            "There is no official release date, and no window has been named.",
        ),
        (
            When.GUESS,
            ("2024-H1",),
            "speculation",
            "There is no official release date; a release in the first half of 2024 is only a"
            " guess.",
        ),
        (
            When.GUESS,
            ("2026-fall",),
            "rumour",
            "There is no official release date; a release in fall 2026 is only a rumour.",
        ),
        (
            When.WINDOW,
            ("2026..",),
            "reported",
            "There is no official release date; reports point to a release in 2026 or later.",
        ),
        (
            When.WINDOW,
            ("2025-H2",),
            "on-record",
            "There is no official release date; cast or crew speak of a release in the second half"
            " of 2025.",
        ),
        (
            When.WINDOW,
            ("2027",),
            "official",
            "Northlight plans to release it in 2027; there is no fixed date yet.",
        ),
        (When.DATED, ("2026-10-14",), "official", "It comes to Northlight on 14 October 2026."),
        (
            When.DATED,
            ("2026-10-14",),
            "listing",
            "There is no official release date; according to a listing, it comes to Northlight on"
            " 14 October 2026.",
        ),
        (
            When.DISPUTED,
            ("2027-H1", "early 2028?"),
            "reported",
            "There is no official release date, and the reported windows disagree.",
        ),
        (
            When.DISPUTED,
            ("2027-03-01", "2027-03-02"),
            "official",
            "The official dates disagree on whether it comes on 1 March 2027 or on 2 March 2027.",
        ),
        (
            When.OVERDUE,
            ("2025",),
            "reported",
            "It was last expected in 2025; that time has passed, and no new date has been given.",
        ),
        (
            When.OVERDUE,
            ("..2027-Q1",),
            "official",
            "It was officially due by Q1 2027; that time has passed, and no new date has been"
            " given.",
        ),
        (
            When.OVERDUE,
            ("2024-H1",),
            "speculation",
            "There is no official release date; the last guess, a release in the first half of"
            " 2024, has not come true.",
        ),
    ],
)
def test_coming_says_when_and_how_sure(
    words: Words, when: When, windows: tuple[str, ...], confidence: str | None, text: str
) -> None:
    """A plan, a report, a guess and a dispute sound like what they are."""
    dates = tuple(parse_partial_date(one) for one in windows)

    sure = Confidence(confidence) if confidence else None
    assert say(words, Coming(when, dates, sure)) == text


@pytest.mark.parametrize(
    ("confidence", "text"),
    [
        (
            "speculation",
            "An earlier guess at a release in the first half of 2024 has not come true.",
        ),
        ("rumour", "An earlier rumour of a release in the first half of 2024 has not come true."),
        ("reported", "Earlier reports of a release in the first half of 2024 have not come true."),
        ("official", "An earlier plan for a release in the first half of 2024 has not been kept."),
    ],
)
def test_lapsed_says_whose_word_it_was(words: Words, confidence: str, text: str) -> None:
    """A guess that came to nothing is not called a broken promise."""
    lapsed = Lapsed(parse_partial_date("2024-H1"), Confidence(confidence))

    assert say(words, lapsed) == text


def test_no_trailer(words: Words) -> None:
    """That there is none is said."""
    assert say(words, NoTrailer()) == "There is no trailer yet."


@pytest.mark.parametrize(
    ("state", "pattern", "last", "upcoming", "text"),
    [
        (
            "today",
            "all-at-once",
            False,
            False,
            "Season 2 of Harbour Nine is out today on Northlight, all episodes at once.",
        ),
        ("today", "weekly", True, True, "Season 2 of Harbour Nine starts today on Northlight."),
        (
            "airing",
            "weekly",
            True,
            True,
            "Season 2 of Harbour Nine has been running on Northlight since 5 January 2026;"
            " the next episode comes on 12 January 2026.",
        ),
        (
            "airing",
            "batch",
            True,
            True,
            "Season 2 of Harbour Nine has been running on Northlight since 5 January 2026;"
            " the next episodes come on 12 January 2026.",
        ),
        (
            "airing",
            None,
            True,
            False,
            "Season 2 of Harbour Nine has been running on Northlight since 5 January 2026.",
        ),
        (
            "on-break",
            None,
            True,
            True,
            "Season 2 of Harbour Nine is on a break; it continues on Northlight on"
            " 12 January 2026.",
        ),
        (
            "on-break",
            "batch",
            True,
            False,
            "Part of season 2 of Harbour Nine is out on Northlight; when the rest comes has not"
            " been said.",
        ),
        (
            "released",
            "all-at-once",
            False,
            False,
            "Season 2 of Harbour Nine came out on Northlight on 5 January 2026,"
            " all episodes at once.",
        ),
        (
            "released",
            "weekly",
            True,
            False,
            "Season 2 of Harbour Nine ran on Northlight from 5 January 2026 to 2 February 2026.",
        ),
        (
            "released",
            None,
            False,
            False,
            "Season 2 of Harbour Nine came out on Northlight on 5 January 2026.",
        ),
    ],
)
def test_released_says_how_it_comes_out(
    words: Words, state: str, pattern: str | None, last: bool, upcoming: bool, text: str
) -> None:
    """What can be watched is said with its days."""
    sentence = Released(
        state=ReleaseState(state),
        first=date(2026, 1, 5),
        last=date(2026, 2, 2) if last else None,
        next=date(2026, 1, 12) if upcoming else None,
        pattern=Pattern(pattern) if pattern else None,
        episode_order=None,
        confidence=Confidence.OFFICIAL,
    )

    assert say(words, sentence) == text


@pytest.mark.parametrize(
    ("renewal", "said", "confidence", "text"),
    [
        (
            "cancelled",
            "2023-01-02",
            "official",
            "Harbour Nine was cancelled on 2 January 2023; there will be no season 2.",
        ),
        (
            "cancelled",
            "2023-01",
            "reported",
            "Harbour Nine was cancelled in January 2023; there will be no season 2,"
            " according to press reports.",
        ),
        ("concluded", "2023", "official", "Harbour Nine has ended; there will be no season 2."),
        (None, "2023", "official", "Season 2 of Harbour Nine has been abandoned."),
    ],
)
def test_never_says_since_when_no_more_exactly_than_known(
    words: Words, renewal: str | None, said: str, confidence: str, text: str
) -> None:
    """A cancellation of some day in January has no day."""
    sentence = Never(
        Renewal(renewal) if renewal else None, parse_partial_date(said), Confidence(confidence)
    )

    assert say(words, sentence) == text


def test_show_without_a_capital_keeps_its_name(words: Words) -> None:
    """A sentence that begins with a title begins as the title does, even with a per cent sign."""
    topic = Topic("iHarbour 100%", "Part Two", "Northlight")

    assert say(words, decision("renewed", "official"), topic) == (
        "iHarbour 100% has been renewed for Part Two."
    )
    assert say(words, decision("ordered", "official"), topic) == (
        "Part Two of iHarbour 100% has been ordered."
    )


def test_every_decision_can_be_said(words: Words) -> None:
    """No combination of the axes is without a sentence."""
    for renewal, production, confidence in product(
        [None, *Renewal], [None, *Production], Confidence
    ):
        sentence = Decision(
            renewal=renewal,
            production=production,
            confidence=confidence,
            renewal_confidence=confidence if renewal else None,
            production_confidence=confidence if production else None,
        )
        text = say(words, sentence)
        assert text.endswith(".")
        assert "%(" not in text


def test_every_outlook_can_be_said(words: Words) -> None:
    """No certainty of any outlook is without a sentence, where the two can occur together."""
    weak = {Confidence.RUMOUR, Confidence.SPECULATION}
    for when, confidence in product(When, Confidence):
        if confidence in weak and when in (When.DATED, When.WINDOW):
            continue
        sure = None if when is When.NOTHING else confidence
        text = say(words, Coming(when, (parse_partial_date("2027"),), sure))
        assert text.endswith(".")
        assert "%(" not in text

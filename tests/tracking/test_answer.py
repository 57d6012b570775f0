"""The short answer as values."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seasontracker.models.vocabulary import Confidence
from seasontracker.tracking.answer import (
    Coming,
    Decision,
    Lapsed,
    Never,
    NoTrailer,
    Released,
    short_answer,
)
from seasontracker.tracking.season import SeasonStanding

Stand = Callable[..., SeasonStanding]


def coming(season: SeasonStanding) -> tuple[str, list[str], str]:
    """Return what the answer says about when."""
    (found,) = (one for one in short_answer(season).sentences if isinstance(one, Coming))
    sure = found.confidence.value if found.confidence else ""
    return found.when.value, [str(window) for window in found.windows], sure


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ((), ("nothing", [], "")),
        (("official release=tba",), ("nothing", [], "")),
        (("official release=2027",), ("window", ["2027"], "official")),
        (("official release=2027-03-01",), ("dated", ["2027-03-01"], "official")),
        (("reported release=2027-03-01",), ("dated", ["2027-03-01"], "reported")),
        (("official release=2027-03-01?",), ("window", ["2027-03-01?"], "official")),
        (("rumour release=2027-03-01",), ("guess", ["2027-03-01"], "rumour")),
        (("speculation release=2027",), ("guess", ["2027"], "speculation")),
        (("official release=2026-03",), ("overdue", ["2026-03"], "official")),
        (
            ("reported release=2028", "listing release=2027 alongside"),
            ("disputed", ["2027", "2028"], "listing"),
        ),
        (
            ("official release=tba", "reported release=2027"),
            ("window", ["2027"], "reported"),
        ),
    ],
)
def test_when_it_comes(
    season_on: Stand, claims: tuple[str, ...], expected: tuple[str, list[str], str]
) -> None:
    """The answer names what stands, as sure as it is, and reports also under an official `tba`."""
    season = season_on("2026-05-01", *(f"2026-01-0{at + 1} {one}" for at, one in enumerate(claims)))

    assert coming(season) == expected


def test_answer_names_a_lapsed_guess(season_on: Stand) -> None:
    """A guess that ran out is named, so that nobody goes on believing it."""
    lines = ("2023-06 speculation release=2024-H1", "2024-05-22 reported release=2026..")

    lapsed = [
        one
        for one in short_answer(season_on("2024-07-15", *lines)).sentences
        if isinstance(one, Lapsed)
    ]
    assert [(str(one.window), one.confidence) for one in lapsed] == [
        ("2024-H1", Confidence.SPECULATION)
    ]
    before = short_answer(season_on("2024-06-30", *lines)).sentences
    assert [type(one) for one in before] == [Decision, Coming, NoTrailer]


def test_makers_word_makes_an_old_guess_idle(season_on: Stand) -> None:
    """Where the maker has named a time, earlier guesses are history and no part of the answer."""
    season = season_on(
        "2026-05-01", "2023-06 speculation release=2024-H1", "2026-01-01 official release=2027"
    )

    assert [type(one) for one in short_answer(season).sentences] == [Decision, Coming, NoTrailer]


def test_answer_about_a_released_season(season_on: Stand) -> None:
    """What is out needs one sentence."""
    season = season_on(
        "2026-05-01", "2026-01-01 official release=2026-04-30 pattern=weekly episode_order=3"
    )

    (sentence,) = short_answer(season).sentences
    assert isinstance(sentence, Released)
    assert (str(sentence.first), str(sentence.last), str(sentence.next)) == (
        "2026-04-30",
        "2026-05-14",
        "2026-05-07",
    )


@pytest.mark.parametrize(
    ("line", "confidence"),
    [
        ("official renewal=cancelled production=filming", "official"),
        ("rumour renewal=renewed retracted=2026-02 production=abandoned", None),
        ("reported renewal=renewed production=abandoned", "reported"),
    ],
)
def test_answer_about_what_is_not_coming(
    season_on: Stand, line: str, confidence: str | None
) -> None:
    """A season that is not coming needs one sentence, as sure as the claim that ended it."""
    (sentence, *rest) = short_answer(season_on("2026-05-01", f"2026-01 {line}")).sentences

    if confidence is None:
        assert isinstance(sentence, Decision)
    else:
        assert isinstance(sentence, Never)
        assert (str(sentence.said), sentence.confidence.value, rest) == ("2026-01", confidence, [])


def test_confidence_is_that_of_the_date_else_of_the_decision(season_on: Stand) -> None:
    """A reader asks first when, and how sure that is."""
    with_window = season_on(
        "2026-05-01", "2026-01-01 official renewal=renewed", "2026-02-01 rumour release=2027"
    )
    without = season_on("2026-05-01", "2026-01-01 reported renewal=renewed")

    assert short_answer(with_window).confidence is Confidence.RUMOUR
    assert short_answer(without).confidence is Confidence.REPORTED
    assert short_answer(season_on("2026-05-01")).confidence is None

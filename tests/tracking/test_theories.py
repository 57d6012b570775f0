"""How a theory stands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.clock import Clock
from seasontracker.models import Theory
from seasontracker.models.vocabulary import TheoryState
from seasontracker.tracking.theories import SETTLED, TheoryStanding, count_states, may_follow, stand

STATES = st.sampled_from(list(TheoryState))
THEORY = Theory.model_validate(
    {
        "question": "Is he alive?",
        "proposed": "2022-02",
        "evidence": [
            {
                "date": "2022-03",
                "bears": "against",
                "kind": "on-screen",
                "text": "He falls.",
            },
            {
                "id": "cast",
                "date": "2025-07-22",
                "bears": "for",
                "kind": "official",
                "text": "He is in the cast.",
            },
            {"date": "2025-08", "bears": "neutral", "kind": "interview", "text": "He smiles."},
        ],
        "verdicts": [
            {"date": "2022-04", "state": "contested"},
            {"date": "2025-07-22", "state": "confirmed", "resolved_by": "cast"},
        ],
    }
)


def on(day: str) -> TheoryStanding | None:
    """Return how the theory stands on a day."""
    return stand(THEORY, Clock(date.fromisoformat(day)))


def test_theory_does_not_exist_before_it_was_proposed() -> None:
    """Nobody weighs what nobody has thought of."""
    assert on("2022-01-31") is None


@pytest.mark.parametrize(
    ("day", "state", "counts"),
    [
        ("2022-02-01", "open", (0, 0, 0)),
        ("2022-04-01", "contested", (0, 1, 0)),
        ("2025-07-21", "contested", (0, 1, 0)),
        ("2025-07-22", "confirmed", (1, 1, 0)),
        ("2025-08-01", "confirmed", (1, 1, 1)),
    ],
)
def test_verdict_and_evidence_come_with_the_days(
    day: str, state: str, counts: tuple[int, int, int]
) -> None:
    """The newest verdict given is in force, and evidence counts from its own day."""
    standing = on(day)

    assert standing is not None
    assert standing.state is TheoryState(state)
    found = (standing.evidence_for, standing.evidence_against, standing.evidence_neutral)
    assert tuple(len(one) for one in found) == counts


def test_settled_theory_names_what_settled_it() -> None:
    """A settled theory knows its piece of evidence, an open one has none."""
    settled, contested = on("2026-01-01"), on("2023-01-01")

    assert settled is not None
    assert contested is not None
    assert settled.is_settled
    assert settled.resolution is THEORY.evidence[1]
    assert (contested.is_settled, contested.resolution) == (False, None)


def test_verdicts_are_taken_in_the_order_of_their_days() -> None:
    """A file with the newest first gives the same."""
    turned = THEORY.model_copy(update={"verdicts": THEORY.verdicts[::-1]})

    standing = stand(turned, Clock(date(2026, 1, 1)))
    assert standing is not None
    assert standing.state is TheoryState.CONFIRMED


def test_states_are_counted_in_the_order_of_the_vocabulary() -> None:
    """A board names only the states that occur."""
    standings = [one for one in (on("2026-01-01"), on("2022-02-01"), on("2022-02-02")) if one]

    assert list(count_states(standings).items()) == [
        (TheoryState.OPEN, 2),
        (TheoryState.CONFIRMED, 1),
    ]


@given(STATES, STATES)
def test_only_settled_states_are_left_with_care(before: TheoryState, after: TheoryState) -> None:
    """No state follows itself; what was confirmed or debunked is first contested again."""
    allowed = may_follow(before, after)

    if before is after:
        assert not allowed
    elif before in (TheoryState.CONFIRMED, TheoryState.DEBUNKED):
        assert allowed == (after is TheoryState.CONTESTED)
    elif before is TheoryState.PARTLY_CONFIRMED:
        assert allowed == (after not in (TheoryState.OPEN, TheoryState.SUPPORTED))
    else:
        assert allowed


@given(STATES, STATES)
def test_every_state_can_be_reached_from_every_other(one: TheoryState, other: TheoryState) -> None:
    """No verdict is a dead end: two steps, by way of a contest, lead anywhere."""
    assert (
        one is other
        or may_follow(one, other)
        or (may_follow(one, TheoryState.CONTESTED) and may_follow(TheoryState.CONTESTED, other))
    )
    assert may_follow(TheoryState.OPEN, other) or other is TheoryState.OPEN
    assert {TheoryState.MOOT, TheoryState.OPEN}.isdisjoint(SETTLED)

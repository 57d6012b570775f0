"""The axes of a log."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from seasontracker.models.vocabulary import Production
from seasontracker.tracking.axes import SeasonAxes, is_further

STAGES = st.sampled_from(list(Production))


def test_one_claim_may_speak_of_several_axes(fold_on: Callable[..., SeasonAxes]) -> None:
    """Each axis is folded for itself, and in the order of the vocabulary."""
    axes = fold_on(
        "2026-05-01",
        "2026-01-01 official renewal=renewed release=2027 episode_order=8 pattern=weekly",
        "2026-02-01 official release=2028",
    )

    assert [(name, str(state.value)) for name, state in axes] == [
        ("renewal", "renewed"),
        ("production", "None"),
        ("release", "2028"),
        ("episode_order", "8"),
        ("pattern", "weekly"),
    ]


@given(STAGES, STAGES)
def test_two_stages_follow_one_another_at_most_one_way(one: Production, other: Production) -> None:
    """Only filming and a pause in it can follow each other."""
    assert not is_further(one, one)
    if is_further(one, other) and is_further(other, one):
        assert {one, other} == {Production.FILMING, Production.PAUSED}


@given(STAGES)
def test_abandoning_is_no_progress(stage: Production) -> None:
    """A season is not abandoned by a report against the official word, nor taken up again."""
    assert not is_further(Production.ABANDONED, stage)
    assert not is_further(stage, Production.ABANDONED)

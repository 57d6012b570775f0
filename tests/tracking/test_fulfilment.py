"""When a release has happened, and what can undo that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seasontracker.tracking.axes import SeasonAxes

Fold = Callable[..., SeasonAxes]


def kinds(axes: SeasonAxes) -> list[str]:
    """Return the kinds of the release's steps with their days."""
    return [f"{step.day} {step.kind.value}" for step in axes.release.steps]


@pytest.mark.parametrize("confidence", ["official", "on-record", "listing"])
def test_day_is_fulfilled_when_it_comes(fold_on: Fold, confidence: str) -> None:
    """The day that the maker, a named person or a listing gives is the release once it comes."""
    line = f"2026-01-01 {confidence} release=2026-06-27"

    assert fold_on("2026-06-26", line).release.fulfilled is None
    axes = fold_on("2026-06-27", line)
    assert axes.release.fulfilled is axes.release.current
    assert kinds(axes) == ["2026-01-01 announced", "2026-06-27 fulfilled"]
    assert kinds(fold_on("2030-01-01", line)) == kinds(axes)


@pytest.mark.parametrize(
    "promise",
    [
        "reported release=2026-06-27",
        "rumour release=2026-06-27",
        "speculation release=2026-06-27",
        "official release=2026-06-27?",
        "official release=2026-06",
    ],
)
def test_anything_else_passes(fold_on: Fold, promise: str) -> None:
    """A promise that is not sure of its day runs out instead."""
    axes = fold_on("2026-07-01", f"2026-01-01 {promise}")

    assert axes.release.fulfilled is None
    assert axes.release.overdue is not None


@pytest.mark.parametrize(
    ("confidence", "fulfilled"),
    [("official", True), ("reported", True), ("rumour", False), ("speculation", False)],
)
def test_report_of_a_past_day_counts(fold_on: Fold, confidence: str, fulfilled: bool) -> None:
    """Whoever speaks of a day that is past reports a release and promises nothing."""
    axes = fold_on("2026-01-01", f"2022-06-01 {confidence} release=2022-01-28")

    assert (axes.release.fulfilled is not None) is fulfilled
    if fulfilled:
        assert kinds(axes) == ["2022-06-01 announced", "2022-06-01 fulfilled"]


def test_postponement_on_the_day_prevents_it(fold_on: Fold) -> None:
    """What is said on the day itself comes first."""
    axes = fold_on(
        "2026-06-27",
        "2026-01-01 official release=2026-06-27",
        "2026-06-27 official release=2026-09",
    )

    assert axes.release.fulfilled is None
    assert kinds(axes) == ["2026-01-01 announced", "2026-06-27 slipped"]


def test_repetition_afterwards_is_told_once(fold_on: Fold) -> None:
    """A release that is confirmed after its day is not released a second time."""
    axes = fold_on(
        "2026-09-01",
        "2026-01-01 listing release=2026-06-27",
        "2026-07-01 official release=2026-06-27",
        "2026-08-01 official release=2026-06",
    )

    assert kinds(axes) == [
        "2026-01-01 announced",
        "2026-06-27 fulfilled",
        "2026-07-01 confirmed",
        "2026-08-01 repeated",
    ]
    assert axes.release.fulfilled is not None
    assert axes.release.fulfilled.confidence.value == "official"
    assert str(axes.release.value) == "2026-06-27"


def test_weaker_word_afterwards_changes_nothing(fold_on: Fold) -> None:
    """What has come out does not become overdue because somebody guesses another year."""
    axes = fold_on(
        "2029-01-01",
        "2026-01-01 official release=2026-06-27",
        "2026-08-01 speculation release=2027",
        "2026-09-01 official release=2028 alongside",
    )

    assert str(axes.release.value) == "2026-06-27"
    assert len(axes.release.alive) == 1
    assert kinds(axes)[2:] == ["2026-08-01 outranked", "2026-09-01 outranked"]


@pytest.mark.parametrize("word", ["official release=2027", "official release=tba"])
def test_stronger_word_afterwards_undoes_it(fold_on: Fold, word: str) -> None:
    """The maker may say that it has not come out after all."""
    axes = fold_on("2026-08-01", "2026-01-01 official release=2026-06-27", f"2026-07-01 {word}")

    assert axes.release.fulfilled is None


def test_correction_of_the_day_moves_it(fold_on: Fold) -> None:
    """A corrected day counts at once."""
    axes = fold_on(
        "2026-08-01",
        "2026-01-01 official release=2026-06-27",
        "2026-07-01 official release=2026-06-28",
    )

    assert str(axes.release.fulfilled.value if axes.release.fulfilled else "") == "2026-06-28"


def test_retraction_undoes_it(fold_on: Fold) -> None:
    """A release that was announced in error has not happened."""
    axes = fold_on("2026-08-01", "2026-01-01 official release=2026-06-27 retracted=2026-07-01")

    assert axes.release.fulfilled is None
    assert axes.release.value is None


def test_disputed_day_waits(fold_on: Fold) -> None:
    """A day that equals contradict does not come true by itself; the last one standing does."""
    lines = (
        "2026-01-01 on-record release=2026-06-27",
        "2026-02-01 listing release=2026-09-01 alongside",
    )

    assert fold_on("2026-06-27", *lines).release.fulfilled is None
    axes = fold_on("2026-09-01", *lines)
    assert str(axes.release.fulfilled.value if axes.release.fulfilled else "") == "2026-09-01"


def test_wider_rival_does_not_contradict_a_day(fold_on: Fold) -> None:
    """A month that holds the day agrees with it."""
    axes = fold_on(
        "2026-06-27",
        "2026-01-01 on-record release=2026-06-27",
        "2026-02-01 reported release=2026-06 alongside",
    )

    assert axes.release.fulfilled is not None


def test_makers_two_days_begin_with_the_first(fold_on: Fold) -> None:
    """Where the maker itself names two days, it is out from the first."""
    axes = fold_on(
        "2026-06-27",
        "2026-01-01 official release=2026-06-27",
        "2026-02-01 official release=2026-06-28 alongside",
    )

    assert str(axes.release.fulfilled.value if axes.release.fulfilled else "") == "2026-06-27"


def test_day_under_a_stronger_window_is_not_fulfilled(fold_on: Fold) -> None:
    """A listing's day does not come true while the maker says something else."""
    axes = fold_on(
        "2026-06-27", "2026-01-01 official release=2027", "2026-02-01 listing release=2026-06-27"
    )

    assert axes.release.fulfilled is None

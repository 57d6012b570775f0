"""What a log of claims comes to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seasontracker.tracking.axes import SeasonAxes
from seasontracker.tracking.fold import AxisState

Fold = Callable[..., SeasonAxes]


def steps(axis: AxisState[object]) -> list[str]:
    """Return an axis' history in words."""
    return [f"{step.day} {step.kind.value} {step.entry.value}" for step in axis.steps]


def test_fold_of_nothing_is_empty(fold_on: Fold) -> None:
    """An axis of which nobody has spoken has no value, no history and no dispute."""
    assert fold_on("2026-01-01").release == AxisState()


def test_claim_after_today_does_not_exist(fold_on: Fold) -> None:
    """A claim counts from its own day, and a month from its first."""
    lines = ("2026-03 official release=2027", "2026-04-02 official release=2028")

    assert fold_on("2026-02-28", *lines).release.entries == ()
    assert str(fold_on("2026-03-01", *lines).release.value) == "2027"
    assert str(fold_on("2026-04-01", *lines).release.value) == "2027"
    assert str(fold_on("2026-04-02", *lines).release.value) == "2028"


@pytest.mark.parametrize(
    ("later", "stands"),
    [
        ("official", "2028"),
        ("on-record", "2027"),
        ("rumour", "2027"),
    ],
)
def test_weaker_claim_does_not_replace(fold_on: Fold, later: str, stands: str) -> None:
    """Only a claim of equal or higher rank takes another's place."""
    axes = fold_on(
        "2026-05-01", "2026-01-01 official release=2027", f"2026-02-01 {later} release=2028"
    )

    assert str(axes.release.value) == stands


@pytest.mark.parametrize("earlier", ["on-record", "reported", "listing"])
@pytest.mark.parametrize("later", ["on-record", "reported", "listing"])
def test_named_people_outlets_and_listings_are_of_one_rank(
    fold_on: Fold, earlier: str, later: str
) -> None:
    """The newest of them stands."""
    axes = fold_on(
        "2026-05-01", f"2026-01-01 {earlier} release=2027", f"2026-02-01 {later} release=2028"
    )

    assert str(axes.release.value) == "2028"
    assert not axes.release.is_contested


def test_claims_below_stand_again_when_the_stronger_runs_out(fold_on: Fold) -> None:
    """A weaker claim lives on under a stronger one."""
    lines = ("2025-01-01 official release=2025", "2025-02-01 speculation release=2027")

    assert [str(entry.value) for entry in fold_on("2025-06-01", *lines).release.below] == ["2027"]
    assert str(fold_on("2026-01-01", *lines).release.value) == "2027"


def test_window_expires_after_its_last_day(fold_on: Fold) -> None:
    """A window stands through its last day, and a dead claim stays in the history."""
    line = "2023-06 speculation release=2024-H1"

    assert str(fold_on("2024-06-30", line).release.value) == "2024-H1"
    axis = fold_on("2024-07-01", line).release
    assert axis.value is None
    assert str(axis.overdue.value if axis.overdue else None) == "2024-H1"
    assert steps(axis) == ["2023-06-01 announced 2024-H1", "2024-07-01 expired 2024-H1"]


@pytest.mark.parametrize("window", ["2026..", "tba"])
def test_window_without_an_end_never_expires(fold_on: Fold, window: str) -> None:
    """What has no last day stands until something replaces it."""
    assert (
        str(fold_on("2199-01-01", f"2025-01-01 official release={window}").release.value) == window
    )


def test_steps_are_named_by_comparing_windows(fold_on: Fold) -> None:
    """Each step says how the promise moved, and by how many days."""
    axis = fold_on(
        "2026-09-01",
        "2026-01-01 reported release=2027",
        "2026-02-01 reported release=2027-H1",
        "2026-03-01 reported release=2028",
        "2026-04-01 reported release=2027-Q1",
        "2026-05-01 reported release=2027",
        "2026-06-01 official release=2027",
        "2026-07-01 official release=2027?",
        "2026-08-01 official release=tba",
        "2026-09-01 official release=2029",
    ).release

    assert [step.kind.value for step in axis.steps] == [
        "announced",
        "narrowed",
        "slipped",
        "brought-forward",
        "widened",
        "confirmed",
        "repeated",
        "withdrawn",
        "announced",
    ]
    assert [step.days_moved for step in axis.steps[2:4]] == [550, -641]


def test_weaker_repetition_is_a_repetition(fold_on: Fold) -> None:
    """Somebody who says again what is official adds nothing."""
    axes = fold_on(
        "2023-06-01",
        "2022-06-06 official production=announced",
        "2023-03-01 on-record production=announced",
        "2023-04-01 reported production=writing",
        "2023-05-01 rumour production=filming",
    )

    assert steps(axes.production) == [
        "2022-06-06 announced announced",
        "2023-03-01 repeated announced",
        "2023-04-01 changed writing",
        "2023-05-01 outranked filming",
    ]


def test_slip_is_measured_from_what_stood_last(fold_on: Fold) -> None:
    """After a window has run out, the next is compared with it, not with a weaker one."""
    axis = fold_on(
        "2024-08-01",
        "2023-01-01 official release=2024-H1",
        "2023-02-01 speculation release=2024-Q2",
        "2024-08-01 official release=2025",
    ).release

    last = axis.steps[-1]
    assert (last.kind.value, str(last.previous.value if last.previous else "")) == (
        "slipped",
        "2024-H1",
    )


def test_retraction_kills_and_nothing_revives(fold_on: Fold) -> None:
    """What is taken back is gone from that day, and what it had replaced does not come back."""
    lines = (
        "2026-01-01 reported release=2027",
        "2026-02-01 reported release=2028 retracted=2026-03-01",
        "2026-04-01 reported release=2029",
    )

    assert str(fold_on("2026-02-28", *lines).release.value) == "2028"
    axis = fold_on("2026-03-01", *lines).release
    assert (axis.value, axis.overdue) == (None, None)
    assert steps(fold_on("2026-04-01", *lines).release)[2:] == [
        "2026-03-01 retracted 2028",
        "2026-04-01 announced 2029",
    ]


def test_retraction_before_it_was_said_counts_from_then(fold_on: Fold) -> None:
    """A retraction cannot come before its claim."""
    axis = fold_on("2026-05-01", "2026-04-01 reported release=2027 retracted=2026").release

    assert steps(axis) == ["2026-04-01 announced 2027", "2026-04-01 retracted 2027"]


def test_alongside_makes_a_dispute(fold_on: Fold) -> None:
    """Two claims of one rank that disagree stand together, the newer first."""
    lines = (
        "2026-01-10 reported release=2027-H1",
        '2026-01-28 reported "release=early 2028" alongside',
    )

    axis = fold_on("2026-02-01", *lines).release
    assert axis.is_contested
    assert str(axis.value) == "early 2028"
    assert [str(entry.value) for entry in axis.rivals] == ["2027-H1"]
    assert axis.steps[-1].kind.value == "disputed"
    assert not fold_on("2027-07-01", *lines).release.is_contested


def test_later_claim_ends_a_dispute(fold_on: Fold) -> None:
    """Whoever speaks last without `alongside` settles it, and may confirm one of the parties."""
    axis = fold_on(
        "2026-05-01",
        "2026-01-10 reported release=2027",
        "2026-01-28 reported release=2028 alongside",
        "2026-04-01 reported release=2027",
    ).release

    assert not axis.is_contested
    assert axis.steps[-1].kind.value == "confirmed"


def test_alongside_of_another_rank_is_no_dispute(fold_on: Fold) -> None:
    """A weaker voice beside a stronger one is no disagreement among equals."""
    axis = fold_on(
        "2026-05-01", "2026-01-10 official release=2027", "2026-02-01 rumour release=2028 alongside"
    ).release

    assert not axis.is_contested
    assert str(axis.value) == "2027"


def test_alongside_saying_the_same_is_no_dispute(fold_on: Fold) -> None:
    """Two who agree do not disagree."""
    axis = fold_on(
        "2026-05-01",
        "2026-01-10 reported release=2027",
        "2026-02-01 reported release=2027 alongside",
    ).release

    assert not axis.is_contested


def test_one_day_is_decided_by_the_place_in_the_file(fold_on: Fold) -> None:
    """Of two claims of one day the later in the file is the newer."""
    axes = fold_on(
        "2023-06-30",
        "2023-06 speculation release=2023-fall",
        "2023-06-01 speculation release=2024-H1",
    )

    assert str(axes.release.value) == "2024-H1"


def test_instant_counts_in_the_zone_of_the_site(fold_on: Fold) -> None:
    """A release at nine in Seoul is a release of the evening before in New York."""
    line = "2026-01-01 official release=2026-10-14T09:00+09:00"

    assert fold_on("2026-10-13", line, zone="America/New_York").release.fulfilled is not None
    assert fold_on("2026-10-13", line, zone="Asia/Seoul").release.fulfilled is None


@pytest.mark.parametrize("new", ["wrapped", "post-production", "completed", "paused"])
def test_report_of_progress_replaces_the_official_stage(fold_on: Fold, new: str) -> None:
    """A later stage does not contradict an earlier one, so a report of it is enough."""
    axes = fold_on(
        "2026-05-01",
        "2025-07-22 official production=filming",
        f"2026-02-18 reported production={new}",
    )

    assert str(axes.production.value) == new


@pytest.mark.parametrize(
    ("new", "confidence"),
    [("wrapped", "rumour"), ("writing", "reported"), ("abandoned", "reported")],
)
def test_rumour_or_contradiction_does_not_replace_it(
    fold_on: Fold, new: str, confidence: str
) -> None:
    """A rumour of progress, and a report of the contrary, stay below the official word."""
    axes = fold_on(
        "2026-05-01",
        "2025-07-22 official production=filming",
        f"2026-02-18 {confidence} production={new}",
    )

    assert str(axes.production.value) == "filming"


def test_filming_resumes_by_report(fold_on: Fold) -> None:
    """A report that filming goes on ends an official pause."""
    axes = fold_on(
        "2026-05-01",
        "2026-01-01 official production=paused",
        "2026-02-01 reported production=filming",
    )

    assert str(axes.production.value) == "filming"

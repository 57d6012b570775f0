"""What stands folded away, and for whom it stands open."""

from __future__ import annotations

import pytest

from seasontracker.models.vocabulary import SpoilerDefault
from seasontracker.pages.views.folds import Fold, Folds, as_attribute, taken_as_known
from seasontracker.tracking.positions import EVERYTHING, NOTHING, least, worst


@pytest.mark.parametrize(
    ("spoils", "season", "expected"),
    [
        ("none", 0, False),
        ("premise", 0, False),
        ("source", 9, True),
        ("S01", 1, True),
        ("S01", 2, False),
        ("S01E12", 1, True),
        ("S01E12", 2, False),
        ("S02E01", 1, True),
        ("S00", 0, True),
        ("S00E03", 1, False),
        ("S01", 0, True),
        ("S09", 10, False),
        ("S10", 9, True),
        ("S2026", 2026, True),
        ("S2025E01", 2026, False),
        ("S100E01", 11, True),
    ],
)
def test_page_folds_what_its_readers_may_not_know(spoils: str, season: int, expected: bool) -> None:
    """A reader of season n knows the seasons before it, and not the work behind the show."""
    fold = Folds(taken_as_known(SpoilerDefault.EARLIER_SEASONS, season)).fold(spoils)

    assert (fold is not None and not fold.is_open) is expected


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ([], "none"),
        (["none", "premise"], "premise"),
        (["S01", "premise"], "S01"),
        (["S01E12", "S01", "S01E02"], "S01"),
        (["S01E12", "S01E02"], "S01E12"),
        (["S02E01", "S01E12"], "S02E01"),
        (["source", "S09"], "source"),
    ],
)
def test_worst(positions: list[str], expected: str) -> None:
    """The furthest position counts, and the work behind the show is further than all."""
    assert worst(positions) == expected


@pytest.mark.parametrize(
    ("default", "season", "expected"),
    [
        (SpoilerDefault.EARLIER_SEASONS, 3, "2"),
        (SpoilerDefault.EARLIER_SEASONS, 0, "-1"),
        (SpoilerDefault.EARLIER_SEASONS, None, "-1"),
        (SpoilerDefault.NOTHING, 3, "-1"),
        (SpoilerDefault.EVERYTHING, 3, "all"),
        (SpoilerDefault.EVERYTHING, None, "all"),
    ],
)
def test_default_says_what_is_known(
    default: SpoilerDefault, season: int | None, expected: str
) -> None:
    """A page about one season may take the earlier ones as known, one about several nothing."""
    assert as_attribute(taken_as_known(default, season)) == expected


def test_everything_leaves_nothing_closed() -> None:
    """Whoever knows everything knows the source too."""
    folds = Folds(EVERYTHING)

    assert folds.fold("source") == Fold("source", is_open=True)
    assert folds.fold("S09E01") == Fold("S09E01", is_open=True)


def test_fold_inside_of_another_is_there_for_what_is_more() -> None:
    """What gives away no more than what it stands in has no place of its own."""
    folds = Folds(NOTHING)

    assert folds.fold("S01E12", "S01E12") is None
    assert folds.fold("S01E12", "S01") is None
    assert folds.fold("S02", "S01") is not None
    with folds.within("S02E03"):
        assert folds.fold("S02E03") is None
        assert folds.fold("S02E01", "S01") is None
        with folds.within("S01"):
            assert folds.fold("S02") is not None
            assert folds.fold("S02E03") is None
    assert folds.fold("S02E03") is not None
    assert folds.positions == {"S02", "S02E03"}


def test_least_opens_for_whoever_may_read_one_of_them() -> None:
    """What several places share may be read with the first of them."""
    assert least(["source", "S02E01", "S01"]) == "S01"
    assert least(["S01", "premise"]) == "premise"
    assert least([]) == "none"

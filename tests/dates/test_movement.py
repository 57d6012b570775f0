"""How windows move, and by how many days."""

import pytest

from seasontracker.dates import Movement, parse_partial_date

SAME, NARROWED, WIDENED = Movement.SAME, Movement.NARROWED, Movement.WIDENED
SLIPPED, FORWARD = Movement.SLIPPED, Movement.BROUGHT_FORWARD
MIRRORED = {
    SAME: SAME, NARROWED: WIDENED, WIDENED: NARROWED, SLIPPED: FORWARD, FORWARD: SLIPPED,
}  # fmt: skip

# Before, after, movement, days moved.
MOVES = [
    ("2026", "2026?", SAME, 0),
    ("2026-Q3", "2026-07..2026-09", SAME, 0),
    ("2026-fall", "2026-autumn", SAME, 0),
    ("tba", "tba", SAME, None),
    ("tba", "2026", NARROWED, None),
    ("tba", "2026..", NARROWED, None),
    ("2026", "2026-Q3", NARROWED, -92),
    ("2026-10", "2026-10-14", NARROWED, -17),
    ("2026..", "2027-H1", NARROWED, 365),
    ("2026..", "2027..", NARROWED, 365),
    ("..2027-Q1", "2026", NARROWED, -90),
    ("..2027-Q1", "..2026", NARROWED, -90),
    ("2024-H1", "2024-H2", SLIPPED, 184),
    ("2024-H1", "2026..", SLIPPED, 731),
    ("2026-summer", "2026-Q3", SLIPPED, 30),
    ("2026-10-14", "2026-10-21", SLIPPED, 7),
    ("..2025", "2026..", SLIPPED, 1),
    ("..2027", "2026..", SLIPPED, None),
    ("..2026", "2027", SLIPPED, 365),
    # The hour narrows the day; two hours of one day are different moments.
    ("2026-10-14", "2026-10-14T09:00+09:00", NARROWED, 0),
    ("2026-10-14T09:00+09:00", "2026-10-14T18:00+09:00", SLIPPED, 0),
    ("2026-10-14T09:00+09:00", "2026-10-14T00:00Z", SAME, 0),
    ("2026-10-14T01:00+09:00", "2026-10-13T16:00Z", SAME, 0),
    ("2026-10-15T01:00+09:00", "2026-10-14T17:00Z", SLIPPED, 0),
    ("2026-10-14T09:00+09:00", "2026-10-21T09:00+09:00", SLIPPED, 7),
    ("2026-10-14T09:00+09:00", "2026-11", SLIPPED, 47),
]


@pytest.mark.parametrize(("before", "after", "movement", "days"), MOVES)
def test_compare_and_days_moved(before, after, movement, days):
    """Each step has the name and length shown, and its mirror image backwards."""
    old, new = parse_partial_date(before), parse_partial_date(after)

    assert new.compare(old) is movement
    assert old.compare(new) is MIRRORED[movement]
    assert new.slips(old) is (movement is SLIPPED)
    assert new.refines(old) is (movement is NARROWED)
    assert new.days_moved(old) == days
    assert old.days_moved(new) == (None if days is None else -days)


@pytest.mark.parametrize(
    ("outer", "inner", "is_inside"),
    [
        ("tba", "..2026", True),
        ("2026", "2026", True),
        ("2026..", "2027-Q1", True),
        ("2026..", "2025-12-31..2027", False),
        ("2026..", "..2027", False),
        ("..2026", "2026-12-31", True),
        ("2026", "2026..", False),
        ("2026", "tba", False),
        ("2026-10-14", "2026-10-14T09:00Z", True),
        ("2026-10-14T09:00Z", "2026-10-14", False),
        ("2026-10-14T09:00Z", "2026-10-14T18:00+09:00", True),
    ],
)
def test_contains_knows_open_ends_and_instants(outer, inner, is_inside):
    """A window contains another when it allows for everything the other may mean."""
    assert parse_partial_date(outer).contains(parse_partial_date(inner)) is is_inside


@pytest.mark.parametrize(
    ("one", "other", "both_possible"),
    [
        ("2026-summer", "2026-Q3", True),
        ("2026-Q2", "2026-Q3", False),
        ("..2026", "2026-12..", True),
        ("..2026", "2027..", False),
        ("tba", "2026-10-14", True),
        ("2026-10-14", "2026-10-14T09:00Z", True),
        ("2026-10-14T08:00Z", "2026-10-14T09:00Z", False),
    ],
)
def test_overlaps_when_both_can_come_true(one, other, both_possible):
    """Two windows overlap, in either order, when one outcome would fulfil both."""
    first, second = parse_partial_date(one), parse_partial_date(other)

    assert first.overlaps(second) is second.overlaps(first) is both_possible

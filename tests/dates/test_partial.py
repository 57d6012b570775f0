"""What a partial date knows about itself."""

import pickle
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from seasontracker.dates import parse_partial_date


@pytest.mark.parametrize(
    ("text", "is_known", "is_day", "is_open", "days", "year"),
    [
        ("tba", False, False, False, None, None),
        ("2024", True, False, False, 366, 2024),
        ("2026-02", True, False, False, 28, 2026),
        ("2026-10-14", True, True, False, 1, 2026),
        ("2026-10-14T09:00Z", True, True, False, 1, 2026),
        ("2026..", True, False, True, None, None),
        ("..2026", True, False, True, None, None),
        ("2026-10..2026-11", True, False, False, 61, None),
    ],
)
def test_properties_of_forms(text, is_known, is_day, is_open, days, year):
    """Labels and checks can ask a date what kind it is."""
    window = parse_partial_date(text)

    assert (window.is_known, window.is_day, window.is_open) == (is_known, is_day, is_open)
    assert (window.days, window.year) == (days, year)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Asia/Seoul", 14), ("Europe/London", 14), ("America/Los_Angeles", 13), ("UTC", 14)],
)
def test_in_zone_gives_the_local_day(zone, day):
    """One premiere falls on different days around the world."""
    window = parse_partial_date("2026-10-14T09:00+09:00").in_zone(ZoneInfo(zone))

    assert window.earliest == window.latest == date(2026, 10, day)
    assert window.instant == parse_partial_date("2026-10-14T09:00+09:00").instant
    assert window.text == "2026-10-14T09:00+09:00"


@pytest.mark.parametrize("text", ["tba", "2026-10-14", "2026..", "2026-10..2026-12"])
def test_in_zone_leaves_days_alone(text):
    """A day is that day in every zone."""
    window = parse_partial_date(text)

    assert window.in_zone(ZoneInfo("Asia/Seoul")) is window


def test_in_zone_tells_the_repeated_hour_apart():
    """Both passes through the hour that summer time repeats keep their order."""
    new_york = ZoneInfo("America/New_York")
    first = parse_partial_date("2026-11-01T01:40-04:00").in_zone(new_york)
    second = parse_partial_date("2026-11-01T01:20-05:00").in_zone(new_york)

    assert second.slips(first)
    assert first.instant == parse_partial_date("2026-11-01T05:40Z").instant
    assert second.instant.utcoffset() == timedelta(hours=-5)


def test_sort_key_puts_the_soonest_end_first_and_the_unknown_last():
    """Dates are listed by last day, the narrower first, then open ends, then tba."""
    in_order = [
        "2026-H1",
        "2026-10-14T09:00+09:00",
        "2026-10-14T09:00Z",
        "2026-10-14",
        "2026-12-31",
        "2026-12",
        "2026-Q4",
        "late 2026",
        "2026-H2",
        "2026",
        "2026?",
        "2026-10..2026-12",
        "..2026",
        "2027",
        "2026..",
        "2027..",
        "tba",
    ]

    windows = sorted(map(parse_partial_date, reversed(in_order)), key=lambda w: w.sort_key)

    assert [window.text for window in windows] == in_order


@pytest.mark.parametrize("text", ["tba", "2026-fall?", "2026-10-14T09:00+09:00", "2026..2027"])
def test_values_survive_pickling_and_hashing(text):
    """A date can be a key, and can go to another process."""
    window = parse_partial_date(text)

    assert pickle.loads(pickle.dumps(window)) == window
    assert hash(window) == hash(pickle.loads(pickle.dumps(window)))

"""Days as instants."""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.exports.moments import midnight


@pytest.mark.parametrize(
    ("day", "zone", "expected"),
    [
        (date(2026, 11, 22), "UTC", "2026-11-22T00:00:00+00:00"),
        (date(2026, 7, 1), "Europe/London", "2026-07-01T00:00:00+01:00"),
        (date(2026, 7, 1), "Asia/Kolkata", "2026-07-01T00:00:00+05:30"),
        (date(1850, 1, 1), "Europe/Paris", "1850-01-01T00:00:00Z"),
    ],
)
def test_midnight(day: date, zone: str, expected: str) -> None:
    """The offset is the zone's on that day, where RFC 3339 can write it."""
    assert midnight(day, ZoneInfo(zone)) == expected


@given(st.dates(), st.sampled_from(["UTC", "Asia/Seoul", "America/New_York", "Africa/Monrovia"]))
def test_midnight_is_of_rfc_3339(day: date, zone: str) -> None:
    """Every day can be written."""
    pattern = r"\d{4}-\d\d-\d\dT00:00:00(Z|[+-]\d\d:\d\d)"

    assert re.fullmatch(pattern, midnight(day, ZoneInfo(zone)))

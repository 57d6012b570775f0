"""The EDTF form of every partial date."""

from datetime import UTC

import pytest

from seasontracker.dates import parse_partial_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("tba", ""),
        ("2026", "2026"),
        ("2026?", "2026?"),
        ("2024-H1", "2024-40"),
        ("2024-H2", "2024-41"),
        ("2026-Q1", "2026-33"),
        ("2026-Q2", "2026-34"),
        ("2026-Q3", "2026-35"),
        ("2026-Q4", "2026-36"),
        ("2026-spring", "2026-21"),
        ("2026-summer", "2026-22"),
        ("2026-autumn", "2026-23"),
        ("2026-fall?", "2026-23?"),
        ("early 2026", "2026~"),
        ("mid 2026", "2026~"),
        ("late 2026?", "2026%"),
        ("2026-01", "2026-01"),
        ("2026-10?", "2026-10?"),
        ("2026-10-04", "2026-10-04"),
        ("2026-10-14T09:00+09:00", "2026-10-14T09:00:00+09:00"),
        ("2026-10-14T09:00:05Z", "2026-10-14T09:00:05Z"),
        ("2026..", "2026/.."),
        ("2026..?", "2026?/.."),
        ("..2027-Q1", "../2027-33"),
        ("..2027-Q1?", "../2027-33?"),
        ("2026-10..2026-12", "2026-10/2026-12"),
        ("2026-10..2026-12?", "2026-10?/2026-12?"),
        ("early 2026..2027-H1", "2026~/2027-40"),
    ],
)
def test_edtf_of_every_form(text, edtf):
    """Each form has one EDTF form, and its doubt stands where EDTF allows it."""
    assert parse_partial_date(text).edtf == edtf


def test_edtf_follows_the_zone():
    """An instant moved into a zone is written with the offset of that zone."""
    assert parse_partial_date("2026-10-14T09:00+09:00").in_zone(UTC).edtf == "2026-10-14T00:00:00Z"

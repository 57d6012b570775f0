"""Every form of a partial date, and the window it stands for."""

from datetime import date, datetime, timedelta, timezone

import pytest

from seasontracker.dates import PartialDate, Precision, parse_partial_date

# Written, precision, first and last day, unit.
FORMS = [
    ("tba", Precision.UNKNOWN, None, None, None),
    ("2026", Precision.YEAR, "2026-01-01", "2026-12-31", None),
    ("1900", Precision.YEAR, "1900-01-01", "1900-12-31", None),
    ("2199", Precision.YEAR, "2199-01-01", "2199-12-31", None),
    ("2024-H1", Precision.HALF, "2024-01-01", "2024-06-30", 1),
    ("2024-H2", Precision.HALF, "2024-07-01", "2024-12-31", 2),
    ("2026-Q1", Precision.QUARTER, "2026-01-01", "2026-03-31", 1),
    ("2026-Q2", Precision.QUARTER, "2026-04-01", "2026-06-30", 2),
    ("2026-Q3", Precision.QUARTER, "2026-07-01", "2026-09-30", 3),
    ("2026-Q4", Precision.QUARTER, "2026-10-01", "2026-12-31", 4),
    ("2026-spring", Precision.SEASON, "2026-03-01", "2026-05-31", "spring"),
    ("2026-summer", Precision.SEASON, "2026-06-01", "2026-08-31", "summer"),
    ("2026-autumn", Precision.SEASON, "2026-09-01", "2026-11-30", "autumn"),
    ("2026-fall", Precision.SEASON, "2026-09-01", "2026-11-30", "fall"),
    ("early 2026", Precision.PART, "2026-01-01", "2026-04-30", "early"),
    ("mid 2026", Precision.PART, "2026-05-01", "2026-08-31", "mid"),
    ("late 2026", Precision.PART, "2026-09-01", "2026-12-31", "late"),
    ("2026-10", Precision.MONTH, "2026-10-01", "2026-10-31", 10),
    ("2026-12", Precision.MONTH, "2026-12-01", "2026-12-31", 12),
    ("2023-02", Precision.MONTH, "2023-02-01", "2023-02-28", 2),
    ("2024-02", Precision.MONTH, "2024-02-01", "2024-02-29", 2),
    ("2100-02", Precision.MONTH, "2100-02-01", "2100-02-28", 2),
    ("2026-10-14", Precision.DAY, "2026-10-14", "2026-10-14", None),
    ("2024-02-29", Precision.DAY, "2024-02-29", "2024-02-29", None),
    ("2026-10-14T09:00+09:00", Precision.INSTANT, "2026-10-14", "2026-10-14", None),
    ("2026-10-14T23:30-07:00", Precision.INSTANT, "2026-10-14", "2026-10-14", None),
    ("2026-10-14T09:00:30Z", Precision.INSTANT, "2026-10-14", "2026-10-14", None),
    ("2026..", Precision.FROM, "2026-01-01", None, None),
    ("2026-fall..", Precision.FROM, "2026-09-01", None, None),
    ("..2027-Q1", Precision.UNTIL, None, "2027-03-31", None),
    ("..early 2027", Precision.UNTIL, None, "2027-04-30", None),
    ("2026-10..2026-12", Precision.RANGE, "2026-10-01", "2026-12-31", None),
    ("late 2026..2027-H1", Precision.RANGE, "2026-09-01", "2027-06-30", None),
    ("2026-12..2026", Precision.RANGE, "2026-12-01", "2026-12-31", None),
    ("2026-10-14T09:00Z..2026-10-16T09:00Z", Precision.RANGE, "2026-10-14", "2026-10-16", None),
]


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


@pytest.mark.parametrize(("text", "precision", "earliest", "latest", "unit"), FORMS)
def test_parse_reads_every_form(text, precision, earliest, latest, unit):
    """Each form is canonical as shown, and covers the days shown."""
    window = parse_partial_date(text)

    assert str(window) == window.text == text
    assert window.precision is precision
    assert (window.earliest, window.latest) == (_day(earliest), _day(latest))
    assert window.unit == unit
    assert not window.uncertain


@pytest.mark.parametrize("text", [row[0] for row in FORMS if row[0] != "tba"])
def test_parse_question_mark_changes_nothing_but_certainty(text):
    """A question mark keeps the window and marks it as uncertain."""
    plain, doubted = parse_partial_date(text), parse_partial_date(f"{text}?")

    assert doubted.text == f"{text}?"
    assert doubted.uncertain
    assert (doubted.precision, doubted.unit) == (plain.precision, plain.unit)
    assert (doubted.earliest, doubted.latest) == (plain.earliest, plain.latest)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("  2026\n", "2026"),
        ("TBA", "tba"),
        ("2024-h1", "2024-H1"),
        ("2026-q3", "2026-Q3"),
        ("2026-FALL", "2026-fall"),
        ("2026-Autumn", "2026-autumn"),
        ("Early   2026", "early 2026"),
        ("2026 ?", "2026?"),
        ("2026-10 .. 2026-12", "2026-10..2026-12"),
        (".. 2027-q1 ?", "..2027-Q1?"),
        ("2026-10-14t09:00z", "2026-10-14T09:00Z"),
        ("2026-10-14T09:00:00+00:00", "2026-10-14T09:00Z"),
        ("2026-10-14T09:00:05-00:00", "2026-10-14T09:00:05Z"),
        ("2026-10-14T09:00:00+09:00", "2026-10-14T09:00+09:00"),
    ],
)
def test_parse_forgives_case_and_space(written, canonical):
    """Letter case, surrounding space and a zero second are not held against an editor."""
    assert parse_partial_date(written).text == canonical
    assert parse_partial_date(written) == parse_partial_date(canonical)


def test_parse_keeps_the_instant_in_the_offset_that_was_written():
    """The day of an instant is the one that the author wrote."""
    seoul = timezone(timedelta(hours=9))

    instant = parse_partial_date("2026-10-14T01:00+09:00").instant

    assert instant == datetime(2026, 10, 14, 1, tzinfo=seoul)
    assert instant.utcoffset() == timedelta(hours=9)


def test_parse_range_keeps_its_ends():
    """The ends of a range are dates of their own, for labels, and have no question mark."""
    window = parse_partial_date("early 2026..2026-fall?")

    assert window.start == parse_partial_date("early 2026")
    assert window.end == parse_partial_date("2026-fall")
    assert parse_partial_date("2026..").end is None
    assert parse_partial_date("..2026").start is None


def test_parse_range_of_instants_covers_every_day_named():
    """Two instants in order make a range even where their written days run backwards."""
    window = parse_partial_date("2026-10-15T01:00+09:00..2026-10-14T17:00Z")

    assert (window.earliest, window.latest) == (date(2026, 10, 14), date(2026, 10, 15))


def test_fall_and_autumn_differ_only_in_the_word():
    """The author's word is kept for labels, and means the same days."""
    fall, autumn = parse_partial_date("2026-fall"), parse_partial_date("2026-autumn")

    assert isinstance(fall, PartialDate)
    assert fall != autumn
    assert (fall.earliest, fall.latest, fall.edtf) == (autumn.earliest, autumn.latest, autumn.edtf)

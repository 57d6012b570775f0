"""What an editor is told about a date that is not one."""

import pickle

import pytest

from seasontracker.dates import PartialDateError, parse_partial_date

ANY_FORM = (
    "write a date like 2026, 2026-H1, 2026-Q3, 2026-fall, early 2026, 2026-10, 2026-10-14, "
    "2026-10-14T09:00+09:00, 2026.., ..2027-Q1, 2026-10..2026-12 or tba"
)

REFUSED = [
    ("", "the date is empty", "write tba when nothing is announced"),
    ("tbd", "`tbd` is not how an open date is written", "write tba"),
    ("tba?", "`tba?` is not how an open date is written", "write tba"),
    ("?", "`?` is not how an open date is written", "write tba"),
    ("to be announced", "`to be announced` is not how an open date is written", "write tba"),
    (
        "2026-winter",
        "`2026-winter` may mean the start or the end of the year",
        "write 2026-12..2027-02 or 2026-01..2026-02",
    ),
    (
        "winter 2026",
        "`winter 2026` may mean the start or the end of the year",
        "write 2026-12..2027-02 or 2026-01..2026-02",
    ),
    ("winter 1066", "`winter 1066` may mean the start or the end of the year", ANY_FORM),
    ("2026-13-01T09:00", "`2026-13-01T09:00` has a time but no offset from UTC", ANY_FORM),
    (
        "2023-02-29",
        "`2023-02-29` is not a day: February 2023 has 28 days",
        "write a day from 2023-02-01 to 2023-02-28, or 2023-02 for the month",
    ),
    (
        "2026-13",
        "`2026-13` is not a month: months run from 01 to 12",
        "write a month from 2026-01 to 2026-12",
    ),
    ("2026-14-10", "`2026-14` is not a month: months run from 01 to 12", "write 2026-10-14"),
    (
        "2026-Q5",
        "`2026-Q5` is not a quarter: a year has Q1 to Q4",
        "write 2026-Q1, 2026-Q2, 2026-Q3 or 2026-Q4",
    ),
    ("2026-H3", "`2026-H3` is not a half: a year has H1 and H2", "write 2026-H1 or 2026-H2"),
    ("26", "`26` has a year of two digits", "write 2026"),
    ("26-10", "`26-10` has a year of two digits", "write 2026-10"),
    ("14-10-26", "`14-10-26` has a year of two digits", ANY_FORM),
    ("2026/10/14", "`2026/10/14` lacks its hyphens", "write 2026-10-14"),
    ("2026/10", "`2026/10` lacks its hyphen", "write 2026-10"),
    ("14 October 2026", "`14 October 2026` names its month in a word", "write 2026-10-14"),
    ("Oct 2026", "`Oct 2026` names its month in a word", "write 2026-10"),
    ("October 14, 2026", "`October 14, 2026` names its month in a word", "write 2026-10-14"),
    ("Sept. 2026", "`Sept. 2026` names its month in a word", "write 2026-09"),
    ("14/10/2026", "`14/10/2026` has its year last", "write 2026-10-14"),
    ("05/10/2026", "`05/10/2026` has its year last", "write 2026-10-05 or 2026-05-10"),
    ("10.2026", "`10.2026` has its year last", "write 2026-10"),
    ("2026-1-5", "`2026-1-5` lacks a leading zero", "write 2026-01-05"),
    ("2026-1", "`2026-1` lacks a leading zero", "write 2026-01"),
    ("20261014", "`20261014` lacks its hyphens", "write 2026-10-14"),
    ("202610", "`202610` lacks its hyphen", "write 2026-10"),
    ("Q3 2026", "`Q3 2026` is not how a quarter is written", "write 2026-Q3"),
    ("2026Q3", "`2026Q3` is not how a quarter is written", "write 2026-Q3"),
    ("H1 2024", "`H1 2024` is not how a half is written", "write 2024-H1"),
    ("fall 2026", "`fall 2026` is not how a season is written", "write 2026-fall"),
    ("2026-early", "`2026-early` is not how a part of a year is written", "write early 2026"),
    ("mid-2026", "`mid-2026` is not how a part of a year is written", "write mid 2026"),
    (
        "2026-10-14T09:00",
        "`2026-10-14T09:00` has a time but no offset from UTC",
        "write 2026-10-14T09:00Z for UTC, or the local offset as in 2026-10-14T09:00+09:00",
    ),
    (
        "2026-10-14 09:00",
        "`2026-10-14 09:00` has a time but no offset from UTC",
        "write 2026-10-14T09:00Z for UTC, or the local offset as in 2026-10-14T09:00+09:00",
    ),
    (
        "2026-10-14T09:00 KST",
        "`2026-10-14T09:00 KST` has a time but no offset from UTC",
        "write 2026-10-14T09:00Z for UTC, or the local offset as in 2026-10-14T09:00+09:00",
    ),
    (
        "2026-10-14 09:00+09:00",
        "`2026-10-14 09:00+09:00` is not how an instant is written",
        "write 2026-10-14T09:00+09:00",
    ),
    (
        "2026-10-14T9:00+0900",
        "`2026-10-14T9:00+0900` is not how an instant is written",
        "write 2026-10-14T09:00+09:00",
    ),
    (
        "2026-10-14T09:00+09",
        "`2026-10-14T09:00+09` is not how an instant is written",
        "write 2026-10-14T09:00+09:00",
    ),
    (
        "2026-10-14T24:00Z",
        "`24:00` is not a time: hours run from 00 to 23, minutes and seconds to 59",
        "correct the time, as in 09:00 or 21:30",
    ),
    (
        "2026-10-14T09:00+25:00",
        "`+25:00` is not an offset from UTC: they run from -12:00 to +14:00",
        "correct the offset, as in +09:00 for Seoul, or write Z for UTC",
    ),
    (
        "2026-10-14T09:00 UTC",
        "`2026-10-14T09:00 UTC` is not how an instant is written",
        "write 2026-10-14T09:00Z",
    ),
    ("2026-12..2026-10", "`2026-12..2026-10` ends before it starts", "write 2026-10..2026-12"),
    (
        "2026..2027..2028",
        "`2026..2027..2028` has more than one `..`",
        "write one range, as in 2026-10..2026-12",
    ),
    ("..", "`..` is not how an open date is written", "write tba"),
    ("...", "`...` is not a date", ANY_FORM),
    ("2026...", "`2026...` needs exactly two dots", "write 2026.."),
    ("2026…", "`2026…` needs exactly two dots", "write 2026.."),
    ("2026..tba", "`tba` cannot be an end of a range", "write 2026.."),
    ("tba..2026", "`tba` cannot be an end of a range", "write ..2026"),
    ("tba..", "`tba` cannot be an end of a range", "write tba alone"),
    (
        "2026?..2027",
        "`2026?` has its question mark inside a range",
        "write the question mark at the very end: it is about the whole range",
    ),
    ("2026??", "`2026??` is uncertain more than once", "write 2026?"),
    ("~2026", "`~2026` is not how doubt is written", "write 2026?"),
    ("2026~", "`2026~` is not how doubt is written", "write 2026?"),
    ("c. 2026", "`c. 2026` is not how doubt is written", "write 2026?"),
    ("2026/..", "`2026/..` is not how a range is written", "write 2026.."),
    ("../2027", "`../2027` is not how a range is written", "write ..2027"),
    ("2026/2027", "`2026/2027` is not how a range is written", "write 2026..2027"),
    ("2026-2027", "`2026-2027` is not how a range is written", "write 2026..2027"),
    ("2026–2027", "`2026–2027` is not how a range is written", "write 2026..2027"),
    ("2026 to 2027", "`2026 to 2027` is not how a range is written", "write 2026..2027"),
    ("not before 2026", "`not before 2026` is not how a range is written", "write 2026.."),
    ("by 2027", "`by 2027` is not how a range is written", "write ..2027"),
    ("2026-", "`2026-` is not how a range is written", "write 2026.."),
    ("1899", "`1899` is not a year that can be tracked", "write a year from 1900 to 2199"),
    ("2200", "`2200` is not a year that can be tracked", "write a year from 1900 to 2199"),
    ("20266", "`20266` is not a date", ANY_FORM),
    ("soon", "`soon` is not a date", ANY_FORM),
    ("2026/10..2026/12", "`2026/10` lacks its hyphen", "write 2026-10"),
    ("2026/10/14?", "`2026/10/14?` lacks its hyphens", "write 2026-10-14?"),
    ("October 2026?", "`October 2026?` names its month in a word", "write 2026-10?"),
    ("2026/02/30", "`2026/02/30` lacks its hyphens", ANY_FORM),
    ("٢٠٢٦", "`٢٠٢٦` is not a date", ANY_FORM),
    ("2026 - 2027", "`2026 - 2027` is not how a range is written", "write 2026..2027"),
    ("2026-fall..tba", "`tba` cannot be an end of a range", "write 2026-fall.."),
    ("2026 (?)", "`2026 (?)` has its question mark elsewhere", "write 2026?"),
    ("2026/10/14 - 2026/10/20", "`2026/10/14 - 2026/10/20` is not a date", ANY_FORM),
    (
        "2026-10-14T09:00:61Z",
        "`09:00:61` is not a time: hours run from 00 to 23, minutes and seconds to 59",
        "correct the time, as in 09:00 or 21:30",
    ),
    (
        "2026-10-14T09:00Z..2026-10-13T09:00Z",
        "`2026-10-14T09:00Z..2026-10-13T09:00Z` ends before it starts",
        "write 2026-10-13T09:00Z..2026-10-14T09:00Z",
    ),
    (
        "2026-10-14T09:00?",
        "`2026-10-14T09:00?` has a time but no offset from UTC",
        "write 2026-10-14T09:00Z? for UTC, or the local offset as in 2026-10-14T09:00+09:00?",
    ),
    (
        "2023-06-31",
        "`2023-06-31` is not a day: June 2023 has 30 days",
        "write a day from 2023-06-01 to 2023-06-30, or 2023-06 for the month",
    ),
    (
        "1900-02-29",
        "`1900-02-29` is not a day: February 1900 has 28 days",
        "write a day from 1900-02-01 to 1900-02-28, or 1900-02 for the month",
    ),
    (
        "2026-10-14T09:75Z",
        "`09:75` is not a time: hours run from 00 to 23, minutes and seconds to 59",
        "correct the time, as in 09:00 or 21:30",
    ),
    (
        "2026-10-14T9:00+9:00",
        "`2026-10-14T9:00+9:00` is not how an instant is written",
        "write 2026-10-14T09:00+09:00",
    ),
    ("2026-Q12", "`2026-Q12` is not a date", ANY_FORM),
    (
        "2026-13?",
        "`2026-13` is not a month: months run from 01 to 12",
        "write a month from 2026-01 to 2026-12",
    ),
    ("spring of 2026", "`spring of 2026` is not how a season is written", "write 2026-spring"),
    ("2026-1-5?", "`2026-1-5?` lacks a leading zero", "write 2026-01-05?"),
    ("../2027-Q1?", "`../2027-Q1?` is not how a range is written", "write ..2027-Q1?"),
    ("tba..foo", "`tba` cannot be an end of a range", "write tba alone"),
    ("26..27", "`26` has a year of two digits", "write 2026"),
]


@pytest.mark.parametrize(("text", "message", "hint"), REFUSED)
def test_refusal_says_what_is_wrong_and_what_to_write(text, message, hint):
    """Each mistake is named in the editor's words, with the remedy as the hint."""
    with pytest.raises(PartialDateError) as refused:
        parse_partial_date(text)

    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert str(refused.value) == message


def test_refusal_quotes_long_text_in_one_short_line():
    """A paragraph is cut, and line breaks become spaces."""
    with pytest.raises(PartialDateError) as refused:
        parse_partial_date("some time\nafter " + "the strike " * 20)

    assert refused.value.message == (
        "`some time after the strike the strike the strike the strike…` is not a date"
    )


def test_refusal_survives_pickling():
    """A refusal can be reported by another process."""
    error = pickle.loads(pickle.dumps(PartialDateError("`x` is not a date", "write tba")))

    assert (error.message, error.hint) == ("`x` is not a date", "write tba")

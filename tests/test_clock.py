"""The clock knows the day and remembers what it was asked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.clock import Clock, ClockError, read_clock

TODAY = date(2026, 11, 22)
SEOUL = ZoneInfo("Asia/Seoul")


def test_clock_answers_about_days() -> None:
    """A day has come on itself, is today on itself, and has passed on the next."""
    clock, day = Clock(TODAY), timedelta(days=1)

    assert [clock.has_come(TODAY + shift * day) for shift in (-1, 0, 1)] == [True, True, False]
    assert [clock.has_passed(TODAY + shift * day) for shift in (-1, 0, 1)] == [True, False, False]
    assert [clock.is_today(TODAY + shift * day) for shift in (-1, 0, 1)] == [False, True, False]


def test_clock_last_day_never_passes() -> None:
    """An open window ends on the last day there is, which has no day after it."""
    clock = Clock(date.max)

    assert not clock.has_passed(date.max)
    assert clock.valid_until is None


def test_clock_without_questions_is_valid_for_ever() -> None:
    """Output that depends on no date is never due."""
    assert (Clock(TODAY).valid_from, Clock(TODAY).valid_until) == (None, None)


@given(
    st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1)),
    st.lists(st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1))),
    st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1)),
)
def test_clock_answers_hold_between_its_thresholds(
    today: date, asked: list[date], other: date
) -> None:
    """On every day from `valid_from` up to `valid_until` all answers are the same."""

    def answers(clock: Clock) -> list[bool]:
        return [
            ask(day) for day in asked for ask in (clock.has_come, clock.has_passed, clock.is_today)
        ]

    clock = Clock(today)
    given_answers = answers(clock)
    after = clock.valid_from is None or clock.valid_from <= other
    before = clock.valid_until is None or other < clock.valid_until

    if after and before:
        assert answers(Clock(other)) == given_answers
    assert clock.thresholds == tuple(sorted(clock.thresholds))


def test_clock_knows_instants_beside_days() -> None:
    """What happens at an instant holds from and until then, and a day from its midnight."""
    clock = read_clock("2026-11-22T12:00+09:00", SEOUL)
    noon = datetime(2026, 11, 22, 3, tzinfo=UTC)
    hour = timedelta(hours=1)

    assert clock.now == noon.timestamp()
    assert (clock.holds_from, clock.holds_until) == (None, None)
    assert [clock.has_struck(noon + shift * hour) for shift in (-1, 0, 1)] == [True, True, False]
    assert clock.has_come(TODAY)
    assert clock.holds_from == noon.timestamp()
    assert clock.at(clock.holds_until or 0) == noon + hour
    clock = Clock(TODAY, SEOUL)
    assert not clock.has_struck(noon)
    assert clock.has_come(TODAY)
    assert clock.holds_from == clock.now == datetime(2026, 11, 22, tzinfo=SEOUL).timestamp()
    assert clock.holds_until == noon.timestamp()


def test_clock_tells_the_hour_that_repeats_apart() -> None:
    """When summer time ends, an instant in the second of two equal hours is not in the first."""
    zone = ZoneInfo("Europe/Berlin")
    clock = read_clock("2026-10-25T02:30+02:00", zone)

    assert not clock.has_struck(datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=zone))
    assert clock.has_struck(datetime(2026, 10, 25, 2, 15, tzinfo=zone))


@pytest.mark.parametrize("text", ["2026-11-22", "2026-11-22T12:00:00+09:00"])
def test_clock_as_text_is_read_again(text: str) -> None:
    """A clock's text makes the same clock."""
    assert str(read_clock(text, SEOUL)) == text


def test_clock_fork_has_been_asked_nothing() -> None:
    """A fork shows the same day and keeps thresholds of its own."""
    clock = Clock(TODAY)
    clock.has_come(date(2026, 11, 1))
    fork = clock.fork()
    fork.has_come(date(2026, 12, 1))

    assert (fork.today, fork.thresholds) == (TODAY, (date(2026, 12, 1),))
    assert clock.thresholds == (date(2026, 11, 1),)


def test_clock_that_is_shown_is_due() -> None:
    """Output that shows the day holds until tomorrow, and the month until its end."""
    clock = Clock(TODAY)
    assert clock.month() == date(2026, 11, 1)
    assert (clock.valid_from, clock.valid_until) == (date(2026, 11, 1), date(2026, 12, 1))
    assert clock.day() == TODAY
    assert (clock.valid_from, clock.valid_until) == (TODAY, date(2026, 11, 23))
    assert Clock(date.max).month() == date(9999, 12, 1)


def test_read_clock_prefers_what_is_said() -> None:
    """`--today` goes before the environment."""
    environment = {"SOURCE_DATE_EPOCH": "0"}

    assert read_clock("2026-11-22", UTC, environment).today == TODAY
    assert read_clock(None, UTC, environment).today == date(1970, 1, 1)


@pytest.mark.parametrize(
    ("epoch", "expected"),
    [("1795359600", date(2026, 11, 23)), (" 0 ", date(1970, 1, 1)), ("-1", date(1970, 1, 1))],
)
def test_read_clock_turns_epoch_into_the_site_s_day(epoch: str, expected: date) -> None:
    """An instant is the day that it is in the site's zone."""
    assert read_clock(None, SEOUL, {"SOURCE_DATE_EPOCH": epoch}).today == expected


@pytest.mark.parametrize(
    "today", ["", "2026-02-30", "20261122", "2026-W47-7", "tomorrow", "2026", "2026-11-22T09:00"]
)
def test_read_clock_refuses_what_is_no_day(today: str) -> None:
    """Only a whole date as in ISO 8601 is a day."""
    with pytest.raises(ClockError, match=f"`{today}` is not a day; write it as 2026-11-22"):
        read_clock(today, UTC, {})


@pytest.mark.parametrize("epoch", ["x", "1.5", "9" * 30, "253402300799"])
def test_read_clock_refuses_what_is_no_epoch(epoch: str) -> None:
    """A number that is none, or beyond the years there are, is refused."""
    east = timezone(timedelta(hours=14))
    with pytest.raises(ClockError, match="not a number of seconds since 1970"):
        read_clock(None, east, {"SOURCE_DATE_EPOCH": epoch})


def test_read_clock_reads_today() -> None:
    """Without orders the clock shows the date now, in the site's zone."""
    before = datetime.now(SEOUL).date()
    clock = read_clock(None, SEOUL, {"SOURCE_DATE_EPOCH": ""})

    assert before <= clock.today <= datetime.now(SEOUL).date()

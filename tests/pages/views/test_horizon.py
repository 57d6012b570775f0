"""The geometry of release windows on an axis: total, and never out of the picture."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.dates import parse_partial_date
from seasontracker.pages.views.horizon import Bar, Horizon, Present, Row, draw_horizon
from seasontracker.pages.views.marks import Mark

MARK = Mark("official", "Official")
TODAY = date(2026, 7, 2)


def bar(window: str, said: str | None = None, **values: object) -> Bar:
    day = date.fromisoformat(said) if said else None
    return Bar(parse_partial_date(window), MARK, window, day, **values)  # type: ignore[arg-type]


def draw(*bars: Bar, today: date = TODAY) -> Horizon | None:
    return draw_horizon(bars, Present(today, "today"), caption="")


def row(one: Bar, *others: Bar, today: date = TODAY) -> Row:
    horizon = draw(one, *others, today=today)
    assert horizon is not None
    return horizon.rows[0]


def test_nothing_known_draws_nothing() -> None:
    """Without a bar, or with only `tba`, there is no figure."""
    assert draw() is None
    assert draw(bar("tba")) is None


def test_year_fills_an_axis_of_its_own() -> None:
    """The axis is of whole years; half a year is half of it."""
    horizon = draw(bar("2026"))
    assert horizon is not None
    [one] = horizon.rows

    assert (one.span.start, one.span.end) == (0, 100)  # type: ignore[union-attr]
    assert [(tick.at, tick.label) for tick in horizon.ticks] == [(0, "2026")]
    assert horizon.today == pytest.approx(50, abs=0.3)


def test_day_is_a_point() -> None:
    """A day has no width."""
    one = row(bar("2026-07-02"))

    assert (one.span, one.point) == (None, pytest.approx(50, abs=0.3))
    assert not one.open_start
    assert not one.open_end


def test_open_ends_run_out_of_the_picture() -> None:
    """What has no end goes on beyond the axis, on its side."""
    later, before = row(bar("2026..")), row(bar("..2026"))

    assert later.span is not None
    assert before.span is not None
    assert (later.span.end, later.open_end, later.open_start) == (110, True, False)
    assert (before.span.start, before.open_end, before.open_start) == (-10, False, True)


def test_lead_runs_from_the_day_it_was_said() -> None:
    """The line leads to the start of the window, and there is none to one already begun."""
    ahead = row(bar("2026-07..2026-12", "2026-01-01"))
    same_day = row(bar("2026-07-02", "2026-07-02"))
    late = row(bar("2026-01", "2026-06-01"))

    assert ahead.lead is not None
    assert (ahead.lead.start, ahead.lead.end) == (0, ahead.span.start)  # type: ignore[union-attr]
    assert (same_day.lead, same_day.said) == (None, same_day.point)
    assert late.lead is None
    assert late.said is not None
    assert late.span is not None
    assert late.said > late.span.end


def test_strike_covers_what_is_dead() -> None:
    """A dead window is struck through from edge to edge, within the picture."""
    one = row(bar("2026-03..2026-05", dead="Expired"))
    wide = row(bar("2026..", dead="Superseded"))

    assert one.strike is not None
    assert one.span is not None
    assert one.strike.start < one.span.start < one.span.end < one.strike.end
    assert wide.strike is not None
    assert (wide.strike.start, wide.strike.end) == (0, 100)


def test_window_far_away_keeps_the_ticks_few() -> None:
    """Three centuries have no more ticks than eight years."""
    horizon = draw(bar("1901"), bar("2199-12-20"))
    assert horizon is not None

    assert len(horizon.ticks) <= 8
    assert horizon.rows[1].point == pytest.approx(99.9, abs=0.2)
    assert horizon.rows[0].span is not None
    assert horizon.rows[0].span.width >= 1


def test_window_that_came_true_has_a_point_too() -> None:
    """The day of the release is drawn on the window that promised it."""
    one = row(bar("2026", came_true=date(2026, 7, 2)))

    assert one.span is not None
    assert one.point == pytest.approx(50, abs=0.3)


WINDOWS = (
    *("tba", "{0}", "{0}-H1", "{0}-Q3", "{0}-fall", "early {0}", "late {0}?", "{0}-02"),
    *("{0}-12-31", "{0}-01-01?", "{0}-06-15T23:30-05:00", "{0}..", "..{0}", "..{0}-Q1"),
    "{0}-02..{0}-12",
)
YEARS = st.integers(1900, 2199) | st.integers(2020, 2032)


@st.composite
def bars(draw: st.DrawFn) -> Bar:
    year = draw(YEARS)
    window = parse_partial_date(draw(st.sampled_from(WINDOWS)).format(year))
    days = st.none() | st.dates()
    return Bar(
        window,
        MARK,
        "x",
        said=draw(days),
        dead=draw(st.sampled_from(["", "Expired"])),
        came_true=draw(days) if draw(st.booleans()) else None,
    )


@given(st.lists(bars(), max_size=6), st.dates())
def test_geometry_is_total(given_bars: list[Bar], today: date) -> None:
    """Whatever is drawn, every number is finite and near the picture, and nothing is negative."""
    horizon = draw_horizon(given_bars, Present(today, "today"), caption="")
    if horizon is None:
        assert not any(one.window.is_known for one in given_bars)
        return

    assert 1 <= len(horizon.ticks) <= 8
    assert 0 <= horizon.today <= 100
    numbers = [tick.at for tick in horizon.ticks]
    assert numbers == sorted(set(numbers))
    for one in horizon.rows:
        numbers += [place for place in (one.said, one.point) if place is not None]
        assert one.span is not None or one.point is not None
        for span in (one.span, one.lead, one.strike):
            if span is not None:
                assert span.width >= 0
                numbers += [span.start, span.end]
        if one.span is not None:
            assert one.span.width > 0
            assert one.span.end == 110 if one.open_end else one.span.end <= 101.2
        assert (one.strike is not None) == bool(one.bar.dead)
    assert all(math.isfinite(number) and -10 <= number <= 110 for number in numbers)

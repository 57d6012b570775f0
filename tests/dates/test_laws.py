"""Laws that hold for all partial dates."""

import pickle
import re
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seasontracker.dates import Movement, PartialDateError, Precision, parse_partial_date

# Few years and many forms, so that windows often touch, nest and coincide.
_YEARS = st.integers(2024, 2027)
_DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
_OFFSETS = st.sampled_from(["Z", "+09:00", "+05:30", "-07:00", "-12:00", "+14:00"])
_CLOSED = st.one_of(
    st.builds("{}".format, _YEARS),
    st.builds("{}-H{}".format, _YEARS, st.integers(1, 2)),
    st.builds("{}-Q{}".format, _YEARS, st.integers(1, 4)),
    st.builds("{}-{}".format, _YEARS, st.sampled_from(["spring", "summer", "autumn", "fall"])),
    st.builds("{} {}".format, st.sampled_from(["early", "mid", "late"]), _YEARS),
    st.builds("{}-{:02}".format, _YEARS, st.integers(1, 12)),
    st.builds("{}".format, _DAYS),
    st.builds("{}T{:02}:{:02}{}".format, _DAYS, st.integers(0, 23), st.integers(0, 59), _OFFSETS),
).map(parse_partial_date)


def _in_order(ends):
    try:
        return parse_partial_date(f"{ends[0]}..{ends[1]}")
    except PartialDateError:
        return parse_partial_date(f"{ends[1]}..{ends[0]}")


_CERTAIN = st.one_of(
    _CLOSED,
    _CLOSED.map(lambda end: parse_partial_date(f"{end}..")),
    _CLOSED.map(lambda end: parse_partial_date(f"..{end}")),
    st.tuples(_CLOSED, _CLOSED).map(_in_order),
)
WINDOWS = st.one_of(
    st.just(parse_partial_date("tba")),
    _CERTAIN,
    _CERTAIN.map(lambda window: parse_partial_date(f"{window}?")),
)
INSTANTS = _CLOSED.filter(lambda window: window.precision is Precision.INSTANT)
ZONES = st.sampled_from(["Asia/Seoul", "America/New_York", "Pacific/Apia", "UTC"]).map(ZoneInfo)


@given(WINDOWS)
def test_text_is_canonical(window):
    """What a date prints is read as that date again, and it survives another process."""
    assert parse_partial_date(str(window)) == window
    assert pickle.loads(pickle.dumps(window)) == window


@given(WINDOWS)
def test_window_is_never_empty(window):
    """A closed window has at least one day, and only the unknown has no end at all."""
    if window.earliest is not None and window.latest is not None:
        assert window.earliest <= window.latest
        assert window.days >= 1
    assert window.is_known is (window.earliest is not None or window.latest is not None)
    assert bool(window.edtf) is window.is_known


@given(WINDOWS, WINDOWS)
def test_compare_is_total_and_mirrored(one, other):
    """Every pair of windows has a movement, and the way back is its opposite."""
    there, back = one.compare(other), other.compare(one)

    assert (there is Movement.SAME) is (back is Movement.SAME)
    assert (there is Movement.NARROWED) is (back is Movement.WIDENED)
    assert (there is Movement.SLIPPED) is (back is Movement.BROUGHT_FORWARD)
    assert one.slips(other) is (there is Movement.SLIPPED)
    assert one.refines(other) is (there is Movement.NARROWED)


@given(WINDOWS)
def test_compare_with_itself_is_the_same(window):
    """Nothing moves against itself, nor refines itself."""
    assert window.compare(window) is Movement.SAME
    assert not window.refines(window)
    assert window.days_moved(window) in (0, None)


@given(WINDOWS, WINDOWS)
def test_refining_means_being_inside(one, other):
    """A refinement lies inside, overlaps, and what is known refines tba."""
    if one.refines(other):
        assert other.contains(one)
        assert other.overlaps(one)
        assert not other.refines(one)
    assert one.refines(parse_partial_date("tba")) is one.is_known


@given(WINDOWS, WINDOWS, WINDOWS)
def test_refines_is_transitive(one, two, three):
    """A refinement of a refinement is a refinement."""
    if one.refines(two) and two.refines(three):
        assert one.refines(three)


@given(WINDOWS, WINDOWS)
def test_days_moved_is_mirrored_and_agrees_with_compare(one, other):
    """The way back is as long, and a slip never counts as a move to earlier."""
    there, back = one.days_moved(other), other.days_moved(one)

    assert (there is None) is (back is None)
    if there is not None:
        assert there == -back
        match one.compare(other):
            case Movement.SAME:
                assert there == 0
            case Movement.SLIPPED:
                assert there >= 0
            case Movement.BROUGHT_FORWARD:
                assert there <= 0


@given(WINDOWS, WINDOWS)
def test_overlaps_is_symmetric(one, other):
    """Whether two windows can both come true does not depend on their order."""
    assert one.overlaps(other) is other.overlaps(one)


@given(INSTANTS, ZONES)
def test_in_zone_keeps_the_instant(window, zone):
    """A zone changes the day of an instant by at most one or two, and never the moment."""
    local = window.in_zone(zone)

    assert local.instant == window.instant
    assert local.compare(window) is Movement.SAME
    assert local.earliest == local.latest == window.instant.astimezone(zone).date()
    assert abs(local.earliest - window.earliest) <= timedelta(days=2)
    assert local.in_zone(zone) == local


@given(st.lists(WINDOWS, max_size=8), st.randoms())
def test_sort_key_is_total(windows, random):
    """However dates arrive, they are listed in one order."""
    shuffled = list(windows)
    random.shuffle(shuffled)

    def key(window):
        return window.sort_key

    assert sorted(shuffled, key=key) == sorted(windows, key=key)


_SCRAPS = st.sampled_from(
    [
        *("2026", "26", "14", "10", "1", "29", "Q3", "h1", "fall", "winter", "early", "Oct", "tba"),
        *("T09:00", "Z", "+09:00", "KST", "-", "/", ".", "..", "…", "?", "~", "to", ",", " "),
    ]
)


def _refusal(text):
    try:
        parse_partial_date(text)
    except PartialDateError as error:
        return error
    return None


@given(st.one_of(st.text(max_size=30), st.lists(_SCRAPS, max_size=8).map("".join)))
@example("2026-12..tba")
@example("tba..foo")
@example("2026/..")
@example("winter 1000")
def test_any_text_is_read_or_refused_with_a_remedy(text):
    """Nothing breaks the parser, and a form that a hint offers is one that can be read."""
    error = _refusal(text)
    if error is None:
        window = parse_partial_date(text)
        assert parse_partial_date(str(window)) == window
        return

    assert error.message
    assert not error.message.endswith(".")
    assert "\n" not in error.message
    assert error.hint.startswith(("write ", "correct "))
    remedy = re.fullmatch(r"write (\S+|\w+ \d{4}\??)(?: or (\S+))?", error.hint)
    for form in filter(None, remedy.groups() if remedy else ()):
        assert parse_partial_date(form)


@pytest.mark.parametrize("text", ["9" * 10_000, "-" * 10_000, "to " * 5_000, "?" * 10_000])
def test_long_text_is_refused_at_once(text):
    """A whole paragraph in a date field is refused in one line."""
    with pytest.raises(PartialDateError) as refused:
        parse_partial_date(text)

    assert len(refused.value.message) < 100

"""Laws that hold for the fold of every log."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from seasontracker.clock import Clock
from seasontracker.dates import PartialDate, parse_partial_date
from seasontracker.models import Claim
from seasontracker.models.vocabulary import Confidence, Production
from seasontracker.tracking.axes import is_further
from seasontracker.tracking.fold import ENDINGS, AxisState, Entry, StepKind, fold
from seasontracker.tracking.windows import WindowFate, windows

# A span of two years, so that claims, windows and retractions often fall on one another.
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))
SAID = st.one_of(DAYS.map(str), DAYS.map(lambda day: f"{day:%Y-%m}"))
WINDOWS = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    st.sampled_from(
        ["tba", "2025", "2026", "2025-H2", "2026-Q1", "2025-fall", "early 2026", "2026?"]
    ),
    st.sampled_from(["2025-09..2026-03", "2026..", "..2026-Q2", "2025-12-31T23:00Z"]),
)
CONFIDENCES = st.sampled_from([word.value for word in Confidence])


@st.composite
def _claims(draw: st.DrawFn) -> Claim:
    values: dict[str, Any] = {
        "date": draw(SAID),
        "confidence": draw(CONFIDENCES),
        "release": draw(WINDOWS),
        "production": draw(st.sampled_from([word.value for word in Production])),
        "alongside": draw(st.sampled_from(["false", "false", "true"])),
    }
    if draw(st.integers(0, 5)) == 0:
        values["retracted"] = draw(SAID)
    return Claim.model_validate(values)


LOGS = st.lists(_claims(), max_size=7)


def entries(claims: list[Claim]) -> list[Entry[PartialDate]]:
    """Return what claims say about the release."""
    return [Entry(claim, claim.release, at) for at, claim in enumerate(claims) if claim.release]


def shape(state: AxisState[Any]) -> Any:
    """Return a state without places in a file."""

    def claim(entry: Entry[Any] | None) -> object:
        return entry.claim if entry else None

    return (
        [claim(entry) for entry in state.alive],
        [claim(entry) for entry in state.entries],
        [
            (step.day, step.kind, claim(step.entry), claim(step.previous), step.days_moved)
            for step in state.steps
        ],
        claim(state.fulfilled),
        claim(state.last),
    )


@given(LOGS, DAYS, st.randoms())
def test_order_of_entries_does_not_matter(claims: list[Claim], today: date, random: Any) -> None:
    """Entries carry their place, so that they may arrive in any order."""
    ordered = entries(claims)
    shuffled = random.sample(ordered, len(ordered))

    assert fold(shuffled, Clock(today)) == fold(ordered, Clock(today))


@given(LOGS, DAYS, st.randoms())
def test_order_of_the_file_does_not_matter_between_days(
    claims: list[Claim], today: date, random: Any
) -> None:
    """Claims of different days may stand in any order in the file."""
    by_day = list({claim.date.earliest: claim for claim in claims}.values())
    shuffled = random.sample(by_day, len(by_day))

    assert shape(fold(entries(shuffled), Clock(today))) == shape(
        fold(entries(by_day), Clock(today))
    )


@given(LOGS, DAYS)
def test_nothing_is_from_the_future(claims: list[Claim], today: date) -> None:
    """Every entry was said, and every step happened, by today."""
    state = fold(entries(claims), Clock(today))

    assert all(entry.said <= today for entry in state.entries)
    assert all(step.day <= today for step in state.steps)
    assert len(state.entries) == sum(entry.said <= today for entry in entries(claims))


@given(LOGS, DAYS)
def test_future_claims_change_nothing(claims: list[Claim], today: date) -> None:
    """A log up to today comes to the same with and without what is said later."""
    so_far = [claim for claim in claims if (claim.date.earliest or today) <= today]

    assert shape(fold(entries(claims), Clock(today))) == shape(fold(entries(so_far), Clock(today)))


@given(LOGS, DAYS, DAYS)
def test_history_only_grows(claims: list[Claim], one: date, other: date) -> None:
    """What had happened by a day has happened in the same way on every later day."""
    earlier, later = sorted((one, other))
    before = fold(entries(claims), Clock(earlier))
    after = fold(entries(claims), Clock(later))

    assert after.steps[: len(before.steps)] == before.steps
    assert after.entries[: len(before.entries)] == before.entries


@given(LOGS, DAYS, DAYS)
def test_dead_stay_dead(claims: list[Claim], one: date, other: date) -> None:
    """What is alive later, and had been said by then, was alive then."""
    earlier, later = sorted((one, other))
    before = fold(entries(claims), Clock(earlier))
    after = fold(entries(claims), Clock(later))

    assert all(entry in before.alive for entry in after.alive if entry.said <= earlier)


@given(LOGS, DAYS)
def test_current_is_the_newest_of_the_best_rank(claims: list[Claim], today: date) -> None:
    """Of the living, none is stronger than the current claim, and none as strong is newer."""
    state = fold(entries(claims), Clock(today))

    assert (state.current is None) == (not state.alive)
    for place, entry in enumerate(state.alive):
        assert state.current is not None
        assert state.current.rank <= entry.rank
        if entry.rank == state.current.rank:
            assert place <= state.alive.index(state.current)
    assert {id(entry) for entry in state.alive} <= {id(entry) for entry in state.entries}
    if state.current is not None:
        assert state.last is state.current


@given(LOGS, DAYS)
def test_each_claim_is_told_once_and_ends_once(claims: list[Claim], today: date) -> None:
    """A claim has one step for its being said, and at most one for its death."""
    state = fold(entries(claims), Clock(today))

    for entry in state.entries:
        steps = [step.kind for step in state.steps if step.entry is entry]
        assert sum(kind not in ENDINGS for kind in steps) == 1
        assert sum(kind in (StepKind.EXPIRED, StepKind.RETRACTED) for kind in steps) <= 1
        assert steps.count(StepKind.FULFILLED) <= 1
        if entry in state.alive:
            assert StepKind.EXPIRED not in steps
            assert StepKind.RETRACTED not in steps


@given(LOGS, DAYS)
def test_living_windows_have_not_run_out(claims: list[Claim], today: date) -> None:
    """Only what has come true lives on after its last day."""
    state = fold(entries(claims), Clock(today))

    for entry in state.alive:
        has_time = entry.value.latest is None or entry.value.latest >= today
        assert has_time or entry is state.fulfilled


@given(LOGS, DAYS)
def test_repeating_what_stands_changes_nothing(claims: list[Claim], today: date) -> None:
    """Who says the current claim again, as surely, leaves value and fulfilment as they are."""
    # On a day of its own, since what passes at once on the day of its saying was current that day.
    assume(all(claim.date.earliest != today for claim in claims))
    before = fold(entries(claims), Clock(today))
    assume(before.current is not None and not before.is_contested)
    assert before.current is not None
    again = before.current.claim.model_copy(
        update={
            "date": parse_partial_date(str(today)),
            "alongside": False,
            "retracted": None,
        }
    )

    after = fold(entries([*claims, again]), Clock(today))

    assert after.value == before.value
    if before.fulfilled is not None:
        assert after.fulfilled is not None
    said = [step for step in after.steps if step.entry.position == len(claims)]
    # What is said on the day on which a dispute ends by itself still sides with one of the parties.
    assert said[0].kind in (StepKind.REPEATED, StepKind.CONFIRMED)
    fulfilled = [step.kind for step in after.steps].count(StepKind.FULFILLED)
    assert fulfilled <= [step.kind for step in before.steps].count(StepKind.FULFILLED) + (
        before.fulfilled is None
    )


@given(LOGS, DAYS, st.integers(1, 400))
def test_clock_names_every_day_that_matters(claims: list[Claim], today: date, days: int) -> None:
    """Until the next threshold an axis and its windows stay as they are."""
    clock = Clock(today)
    state = fold(entries(claims), clock)
    named = windows(state, clock)
    later = Clock(today + timedelta(days=days))
    assume(clock.valid_until is None or later.today < clock.valid_until)

    assert fold(entries(claims), later) == state
    assert windows(fold(entries(claims), later), later) == named


@given(LOGS, DAYS)
def test_window_has_the_fate_of_its_claim(claims: list[Claim], today: date) -> None:
    """The living and the fulfilled are told from the dead, and an expired window's time is over."""
    clock = Clock(today)
    state = fold(entries(claims), clock)
    named = windows(state, clock)

    assert len(named) == sum(entry.value.is_known for entry in state.entries)
    for window in named:
        assert window.fate.is_dead == (window.entry not in state.alive)
        assert (window.fate is WindowFate.FULFILLED) == (window.entry is state.fulfilled)
        if window.fate.is_dead or window.fate is WindowFate.FULFILLED:
            assert window.ended is not None
            assert window.ended <= today
        if window.fate in (WindowFate.SUPERSEDED, WindowFate.RETRACTED):
            assert window.ended is not None
            assert window.entry.said <= window.ended
        if window.fate is WindowFate.EXPIRED:
            assert window.value.latest is not None
            assert window.value.latest < today


@given(LOGS, DAYS)
def test_production_never_goes_back_by_hearsay(claims: list[Claim], today: date) -> None:
    """A stage gives way only to a claim as sure, or to a report of a later stage."""
    found = [Entry(claim, claim.production, at) for at, claim in enumerate(claims)]
    state = fold(found, Clock(today), advances=is_further)
    for entry in state.alive:
        for newer in state.entries[state.entries.index(entry) + 1 :]:
            if newer.claim.alongside:
                continue
            assert newer.rank > entry.rank
            assert newer.rank > Confidence.REPORTED.rank or not is_further(newer.value, entry.value)

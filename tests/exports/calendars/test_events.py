"""What a site's calendars say, build after build, as a calendar program reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

SITE = (
    "title: Seasons\nbase_url: https://example.org/tracker\nlanguage: en-GB\ntimezone: Asia/Seoul\n"
)
SHOW = "content/shows/harbor"
INDEX = "---\nheadline: Harbour, season 2\npublished: 2026-01-01\n---\n\nText.\n"
BASE: Mapping[str, str | None] = {
    "content/site.yaml": SITE,
    "content/shows/severance/show.yaml": None,
    "content/shows/severance/season-1/index.md": None,
    f"{SHOW}/show.yaml": "title: Harbour\nnetwork: Northlight\nsummary: Sum.\n",
    f"{SHOW}/season-2/index.md": INDEX,
}
UID = "harbor.season-2.{}@example.org/tracker"
Calendars = Callable[..., dict[str, dict[str, Any]]]


def claim(day: str, what: str, confidence: str = "official") -> str:
    """Return a line of the log."""
    because = ", because: So be it" if confidence == "speculation" else ""
    source = "" if because else ", source: wire"
    return f"- {{date: {day}, {what}, confidence: {confidence}{source}{because}}}\n"


@pytest.fixture
def calendars(make_project: Callable[..., Path], run: Callable[..., Any]) -> Calendars:
    """Build, and return each calendar's events by their ids."""

    def build(today: str, log: str, episodes: str = "", **files: str) -> dict[str, dict[str, Any]]:
        written = dict(BASE) | {
            "content/sources.yaml": "wire: {publisher: Wire}\n",
            f"{SHOW}/season-2/status.yaml": log,
        }
        if episodes:
            written[f"{SHOW}/season-2/episodes.yaml"] = episodes
        root = make_project(written | files)
        outcome = run("build", "--jobs", "1", "--today", today)
        assert outcome.code == 0, outcome.stderr
        found = {}
        for file in sorted((root / "build").rglob("*.ics")):
            calendar = icalendar.Calendar.from_ical(file.read_bytes())
            assert vobject.readOne(file.read_text("utf-8")).name == "VCALENDAR"
            events = list(calendar.walk("VEVENT"))
            found[file.relative_to(root / "build").as_posix()] = {
                str(one["UID"]): one for one in events
            }
            assert len(events) == len({one["UID"] for one in events})
        return found

    return build


DATES = "shows/harbor/season-2/calendar.ics"
WINDOWS = "shows/harbor/season-2/windows.ics"
ALL_DATES = ("calendar.ics", "shows/harbor/calendar.ics", DATES)
ALL_WINDOWS = ("windows.ics", "shows/harbor/windows.ics", WINDOWS)
LOG = (
    claim("2026-01-01", "release: 2026-H2")
    + claim("2026-03-01", "release: 2026-10-14")
    + claim("2026-06-01", "release: 2026-12-02")
    + claim("2026-08-01", "renewal: cancelled")
)


def test_date_that_moves_moves_the_event(calendars: Calendars) -> None:
    """Two builds of one log, on two days: one event, with another day and a higher SEQUENCE."""
    first = calendars("2026-04-01", LOG)
    second = calendars("2026-07-01", LOG)

    for name in ALL_DATES:
        (before,), (after,) = first[name].values(), second[name].values()
        assert before["UID"] == after["UID"] == UID.format("release")
        assert before["DTSTART"].dt == date(2026, 10, 14)
        assert after["DTSTART"].dt == date(2026, 12, 2)
        assert before["SEQUENCE"] < after["SEQUENCE"]
        assert before["DTSTAMP"].dt.date() == date(2026, 3, 1)
        assert after["DTSTAMP"].dt.date() == date(2026, 6, 1)
        assert before["STATUS"] == after["STATUS"] == "CONFIRMED"


def test_window_that_becomes_a_date_is_cancelled(calendars: Calendars) -> None:
    """While nobody names a day there is a span; then the span is over and the day is sure."""
    first = calendars("2026-02-01", LOG)
    second = calendars("2026-04-01", LOG)

    assert [first[name] for name in ALL_DATES] == [{}, {}, {}]
    for name in ALL_WINDOWS:
        (before,), (after,) = first[name].values(), second[name].values()
        assert before["UID"] == after["UID"] == UID.format("window")
        assert (before["STATUS"], after["STATUS"]) == ("TENTATIVE", "CANCELLED")
        assert before["SEQUENCE"] < after["SEQUENCE"]
        for one in (before, after):
            assert (one["DTSTART"].dt, one["DTEND"].dt) == (date(2026, 7, 1), date(2027, 1, 1))
        assert "(Official)" in before["SUMMARY"]


def test_season_that_is_cancelled_cancels_its_events(calendars: Calendars) -> None:
    """What will not come stays in the calendar as cancelled, so that programs take it out."""
    before, after = calendars("2026-07-01", LOG), calendars("2026-08-02", LOG)

    for name in (*ALL_DATES, *ALL_WINDOWS):
        (old,), (new,) = before[name].values(), after[name].values()
        assert new["STATUS"] == "CANCELLED"
        assert new["SEQUENCE"] > old["SEQUENCE"]
        assert new["DTSTART"].dt == old["DTSTART"].dt


def test_same_day_makes_the_same_event(calendars: Calendars) -> None:
    """An event depends on the log, and not on the day of the build."""
    found = [calendars(day, LOG)[DATES] for day in ("2026-06-02", "2026-07-30")]

    assert found[0] == found[1]


def test_episodes_and_finale(calendars: Calendars) -> None:
    """Each later day is an event; those that follow from the pace alone are tentative."""
    log = claim("2026-03-01", "release: 2026-10-14, pattern: weekly, episode_order: 5")
    episodes = (
        "- {number: 1, title: Ebb, airdate: 2026-10-14, runtime: 50}\n"
        "- {number: 2, title: Flood, airdate: 2026-10-14, runtime: 50}\n"
        "- {number: 3, title: Quay, airdate: 2026-10-21}\n"
    )
    found = calendars("2026-04-01", log, episodes)[DATES]

    assert [(one["DTSTART"].dt.day, one["SUMMARY"], one["STATUS"]) for one in found.values()] == [
        (14, "Harbour, season 2: premiere", "CONFIRMED"),
        (21, "Harbour, season 2: episode 3, Quay", "CONFIRMED"),
        (28, "Harbour, season 2: episode 4", "TENTATIVE"),
        (4, "Harbour, season 2: finale, episode 5", "TENTATIVE"),
    ]
    assert list(found) == [
        UID.format(name) for name in ("release", "episode-3", "episode-4", "episode-5")
    ]


WEEKLY = claim("2026-03-01", "release: 2026-10-14, pattern: weekly, episode_order: 4")
EPISODES = """\
- {number: 1, title: Ebb, airdate: 2026-10-14}
- {number: 2, title: Flood, airdate: 2026-10-21}
- {number: 3, title: Quay, airdate: 2026-10-28}
"""


def states(found: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Return each event's day and status, by what it is about."""
    return {
        uid.split("@")[0].removeprefix("harbor.season-2."): (
            one["DTSTART"].dt.isoformat()[5:],
            str(one["STATUS"]),
        )
        for uid, one in found.items()
    }


def test_episode_that_moves_moves_its_event(calendars: Calendars) -> None:
    """The event is revised on the day on which that was said; before it, nothing has moved."""
    to = "airdate: 2026-11-04, moved: [{date: 2026-06-01, was: 2026-10-28}]"
    moved = EPISODES.replace("airdate: 2026-10-28", to)
    before = calendars("2026-04-01", WEEKLY, EPISODES)[DATES]
    ahead = calendars("2026-05-31", WEEKLY, moved)[DATES]
    after = calendars("2026-06-01", WEEKLY, moved)[DATES]
    uid = UID.format("episode-3")

    assert ahead == before
    assert (before[uid]["DTSTART"].dt, after[uid]["DTSTART"].dt) == (
        date(2026, 10, 28),
        date(2026, 11, 4),
    )
    assert after[uid]["SEQUENCE"] == before[uid]["SEQUENCE"] + 1
    assert [one[uid]["DTSTAMP"].dt.date() for one in (before, after)] == [
        date(2026, 3, 1),
        date(2026, 6, 1),
    ]
    assert states(after)["episode-3"] == ("11-04", "CONFIRMED")


def test_episode_whose_day_is_taken_out_is_cancelled(calendars: Calendars) -> None:
    """A release that is withdrawn takes its episodes with it, also when their days are gone."""
    log = WEEKLY.replace(", pattern: weekly", "") + claim("2026-06-01", "release: tba")
    gone = "moved: [{date: 2026-06-01, was: 2026-10-28}]"
    left = EPISODES.replace("airdate: 2026-10-28", gone)

    assert states(calendars("2026-06-02", log, EPISODES)[DATES]) == {
        "release": ("10-14", "CANCELLED"),
        "episode-2": ("10-21", "CANCELLED"),
        "episode-3": ("10-28", "CANCELLED"),
    }
    assert states(calendars("2026-06-02", log, left)[DATES])["episode-3"] == (
        "10-28",
        "CANCELLED",
    )


def test_episodes_that_stayed_behind_are_not_confirmed(calendars: Calendars) -> None:
    """Days before the release are off, and those after it doubtful, until an editor moves them."""
    log = WEEKLY.replace(", episode_order: 4", "") + claim("2026-06-01", "release: 2026-10-25")
    reckoned = WEEKLY + claim("2026-06-01", "release: 2026-11-01")

    assert states(calendars("2026-06-02", log, EPISODES)[DATES]) == {
        "episode-1": ("10-14", "CANCELLED"),
        "episode-2": ("10-21", "CANCELLED"),
        "release": ("10-25", "CONFIRMED"),
        "episode-3": ("10-28", "TENTATIVE"),
    }
    # A special is no part of the season's run, and a release that is brought forward leaves all.
    extra = "- {number: 9, airdate: 2026-10-20, type: special}\n"
    forward = claim("2026-03-01", "release: 2026-10-14") + claim(
        "2026-06-01", "release: 2026-10-07"
    )
    assert states(calendars("2026-06-02", forward, EPISODES + extra)[DATES]) == {
        "release": ("10-07", "CONFIRMED"),
        "episode-1": ("10-14", "TENTATIVE"),
        "episode-9": ("10-20", "CONFIRMED"),
        "episode-2": ("10-21", "TENTATIVE"),
        "episode-3": ("10-28", "TENTATIVE"),
    }
    assert states(calendars("2026-06-02", reckoned, EPISODES)[DATES]) == {
        "episode-1": ("10-14", "CANCELLED"),
        "release": ("11-01", "CONFIRMED"),
        "episode-2": ("11-08", "TENTATIVE"),
        "episode-3": ("11-15", "TENTATIVE"),
        "episode-4": ("11-22", "TENTATIVE"),
    }


@pytest.mark.parametrize(
    ("log", "status"),
    [
        (claim("2026-03-01", "renewal: renewed"), "CONFIRMED"),
        (claim("2026-03-01", "release: 2026-H2"), "CONFIRMED"),
        (claim("2026-03-01", "release: 2027"), "TENTATIVE"),
        (claim("2026-03-01", "release: 2027", "rumour"), "CONFIRMED"),
        (claim("2026-03-01", "release: tba"), "TENTATIVE"),
        (claim("2026-03-01", "renewal: cancelled"), "CANCELLED"),
    ],
)
def test_episodes_are_no_surer_than_their_season(
    calendars: Calendars, log: str, status: str
) -> None:
    """Where nobody has named the release day, their days hold as far as the log agrees."""
    found = calendars("2026-04-01", log, EPISODES)[DATES]

    assert {one for _, one in states(found).values()} == {status}


def test_episodes_of_one_day_are_one_event(calendars: Calendars) -> None:
    """A batch is one event."""
    log = claim("2026-03-01", "release: 2026-10-14, pattern: batch, episode_order: 4")
    episodes = "".join(
        f"- {{number: {number}, airdate: {day}, runtime: 50}}\n"
        for number, day in (
            (1, "2026-10-14"),
            (2, "2026-10-14"),
            (3, "2026-11-18"),
            (4, "2026-11-18"),
        )
    )
    found = calendars("2026-04-01", log, episodes)[DATES]

    assert [str(one["SUMMARY"]) for one in found.values()] == [
        "Harbour, season 2: premiere",
        "Harbour, season 2: finale, episodes 3 to 4",
    ]


def test_all_at_once_is_one_event(calendars: Calendars) -> None:
    """A whole season on a day is one event."""
    log = claim("2026-03-01", "release: 2026-10-14, pattern: all-at-once, episode_order: 8")
    (one,) = calendars("2026-04-01", log)[DATES].values()

    assert one["SUMMARY"] == "Harbour, season 2: all episodes"


def test_release_at_an_hour(calendars: Calendars) -> None:
    """An instant stands in the site's zone."""
    log = claim("2026-03-01", "release: 2026-10-14T23:30+00:00")
    (one,) = calendars("2026-04-01", log)[DATES].values()

    assert one["DTSTART"].params["TZID"] == "Asia/Seoul"
    assert one["DTSTART"].dt == datetime(2026, 10, 15, 8, 30, tzinfo=ZoneInfo("Asia/Seoul"))


def test_guess_at_a_day_is_no_date(calendars: Calendars) -> None:
    """A day that somebody guesses at is a tentative one, and says so."""
    log = claim("2026-03-01", "release: 2026-10-14", "rumour")
    found = calendars("2026-04-01", log)

    assert found[DATES] == {}
    (one,) = found[WINDOWS].values()
    assert (one["STATUS"], one["DTSTART"].dt) == ("TENTATIVE", date(2026, 10, 14))
    assert one["SUMMARY"].endswith("(Rumour)")


def test_reports_that_disagree_are_two_events(calendars: Calendars) -> None:
    """The current window keeps its id; what contradicts it has another one."""
    log = claim("2026-01-01", "release: 2026-H2", "reported") + claim(
        "2026-02-01", "release: 2027-Q1, alongside: yes", "reported"
    )
    found = calendars("2026-04-01", log)[WINDOWS]

    assert {uid: one["DTSTART"].dt for uid, one in found.items()} == {
        UID.format("window"): date(2027, 1, 1),
        UID.format("window-2026-41"): date(2026, 7, 1),
    }


def test_claim_that_spoils_stays_on_the_page(calendars: Calendars) -> None:
    """An event says what the claim says; one that gives something away moves no event."""
    log = claim("2026-03-01", "release: 2026-10-14, headline: At last, note: After a year")
    later = claim("2026-03-20", "spoils: S02E01, release: 2026-12-24")
    before, after = (calendars("2026-04-01", one)[DATES] for one in (log, log + later))
    uid = UID.format("release")

    assert before[uid]["DESCRIPTION"] == "Official\nAt last\nAfter a year"
    assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
    assert {**after[uid], "SEQUENCE": 0} == {**before[uid], "SEQUENCE": 0}
    assert DATES not in calendars("2026-04-01", later)


def test_what_is_long_over_is_taken_out(calendars: Calendars) -> None:
    """The site's calendars look ahead; a season's keep a year, and then it has none."""
    log = claim("2026-03-01", "release: 2026-10-14, pattern: all-at-once")

    assert [len(calendars("2026-11-13", log)[name]) for name in ALL_DATES] == [1, 1, 1]
    assert [len(calendars("2026-11-16", log)[name]) for name in ALL_DATES] == [0, 1, 1]
    assert DATES not in calendars("2027-10-17", log)


def test_season_of_which_nothing_is_said_has_no_calendar(calendars: Calendars) -> None:
    """There is nothing to wait for; the site's calendars are always there."""
    found = calendars("2026-04-01", claim("2026-05-01", "renewal: ordered"))

    assert found == {"calendar.ics": {}, "windows.ics": {}}

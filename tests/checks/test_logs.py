"""Rules about claim logs and episodes find what contradicts itself, and leave alone what may be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SHOW = "content/shows/severance/"
SOURCES = "apple: {publisher: Apple, published: 2022-01-01, tier: official}\n"
TODAY = "2022-05-01"


@pytest.fixture
def found_in(
    make_project: Callable[..., Path], run: Callable[..., Any]
) -> Callable[..., list[str]]:
    """Return line, code and message of what is found in the files of season 2.

    A claim is written as its keys behind its day: `2022-01-01 renewal: renewed`; it is official
    unless it says otherwise.
    """

    def found(*claims: str, today: str = TODAY, article: str = "", **files: str) -> list[str]:
        lines = []
        for claim in claims:
            day, _, keys = claim.partition(" ")
            keys = keys if "confidence:" in keys else f"{keys}, confidence: official"
            lines.append(f"- {{date: {day}, {keys}, source: apple}}\n")
        make_project(
            {
                f"{SHOW}sources.yaml": SOURCES,
                f"{SHOW}season-2/index.md": (
                    "---\nheadline: Severance season 2\npublished: 2022-02-18\n"
                    f"{article}---\n\nThe second.\n"
                ),
                f"{SHOW}season-2/status.yaml": "".join(lines),
                **{f"{SHOW}season-2/{name}.yaml": text for name, text in files.items()},
            }
        )
        headlines = run("check", "--today", today).headlines
        return [
            f"{line.split(':')[1]} {line.partition('[')[2].replace(']', '', 1)}"
            for line in headlines
        ]

    return found


UNRENEWED = "ST503 premiere-unrenewed: "


@pytest.mark.parametrize(
    ("claims", "finding"),
    [
        (
            ["2022-01-01 renewal: cancelled", "2022-02-01 release: 2023-05-05"],
            f"2 {UNRENEWED}`2023-05-05` said on 2022-02-01, but `cancelled` since 2022-01-01",
        ),
        (
            ["2022-01-01 renewal: cancelled", "2022-01-01 release: 2023"],
            f"2 {UNRENEWED}`2023` said on 2022-01-01, but `cancelled` since 2022-01-01",
        ),
        (
            ["2022-01-01 renewal: undecided", "2022-02-01 release: 2023-05-05"],
            f"2 {UNRENEWED}`2023-05-05` said on 2022-02-01, but `undecided` since 2022-01-01",
        ),
        (
            ["2022-02-01 release: 2023-05-05"],
            f"1 {UNRENEWED}`2023-05-05`, but no claim says that it was renewed",
        ),
    ],
)
def test_release_was_not_renewed(
    found_in: Callable[..., list[str]], claims: list[str], finding: str
) -> None:
    """A day on which a season is to come stands in a log that says it will be made."""
    assert found_in(*claims) == [finding]


@pytest.mark.parametrize(
    "claims",
    [
        ["2022-01-01 renewal: renewed", "2022-02-01 release: 2023-05-05"],
        ["2022-01-01 release: 2023-05-05", "2022-02-01 renewal: cancelled"],
        ["2022-01-01 renewal: undecided", "2022-02-01 release: 2023"],
        ["2022-01-01 renewal: cancelled", "2022-02-01 release: tba"],
        ["2022-01-01 renewal: cancelled", "2022-02-01 release: 2023-05-05, confidence: rumour"],
        ["2022-02-01 release: 2023"],
        ["2022-02-01 release: 2022-03-05"],
        ["2022-02-01 release: 2023-05-05, renewal: renewed"],
        ["2022-01-01 renewal: concluded", "2022-02-01 release: 2023-05-05"],
    ],
)
def test_release_was_renewed(found_in: Callable[..., list[str]], claims: list[str]) -> None:
    """What stood before a cancellation, a window, a rumour, and what is out, are left alone."""
    assert found_in(*claims) == []


def test_relative_time_is_found_in_data(found_in: Callable[..., list[str]]) -> None:
    """Synopsis, headlines and notes of claims are prose too, and each is found in its place."""
    found = found_in(
        "2022-01-01 renewal: renewed, headline: Out next year, note: He said it.",
        "2022-01-02 production: filming, note: Filming ends this December",
        article="synopsis: {text: It arrives tomorrow., source: apple}\n",
    )

    assert [one.partition(" means")[0] for one in found] == [
        "4 ST510 vague-time: `arrives tomorrow`",
        "1 ST510 vague-time: `next year`",
        "2 ST510 vague-time: `this December`",
    ]


OUT = ("2022-01-01 renewal: renewed", "2022-01-02 release: 2022-03-01, episode_order: 8")
BEYOND = "ST507 episode-beyond-season: "


@pytest.mark.parametrize(
    ("pattern", "first", "second", "finding"),
    [
        ("weekly", "2022-03-08", "2022-03-15", f"1 {BEYOND}episode 1 on 2022-03-08, though the "),
        ("weekly", "2022-03-01", "2023-03-08", f"2 {BEYOND}episode 2 on 2023-03-08, 372 days aft"),
        ("all-at-once", "2022-03-01", "2022-03-08", f"2 {BEYOND}episode 2 on 2022-03-08, 7 days "),
    ],
)
def test_episode_is_not_of_the_season(
    found_in: Callable[..., list[str]], pattern: str, first: str, second: str, finding: str
) -> None:
    """The first episode comes on the day of release, and the next not a year later."""
    found = found_in(*OUT, f"2022-01-03 pattern: {pattern}", episodes=episodes(first, second))

    assert len(found) == 1
    assert found[0].startswith(finding)


def test_late_episodes_are_told_once(found_in: Callable[..., list[str]]) -> None:
    """A season whose pattern is wrong is one mistake, however many episodes it has."""
    days = episodes("2022-03-01", "2022-03-08", "2022-03-15", "2022-03-22")

    found = found_in(*OUT, "2022-01-03 pattern: all-at-once", episodes=days)

    assert len(found) == 1


@pytest.mark.parametrize(
    ("pattern", "first", "second"),
    [
        ("weekly", "2022-03-02", "2022-09-08"),
        ("batch", "2022-03-01", "2023-03-08"),
        ("all-at-once", "2022-03-01", "2022-03-02"),
        ("weekly", "2022-03", "2023-03-08"),
    ],
)
def test_episode_may_be_of_the_season(
    found_in: Callable[..., list[str]], pattern: str, first: str, second: str
) -> None:
    """Zones, breaks, and parts of a season that come later are left alone."""
    log = (*OUT, f"2022-01-03 pattern: {pattern}")

    assert found_in(*log, episodes=episodes(first, second)) == []


def episodes(*days: str) -> str:
    """Return a list of episodes, one line each, with their days."""
    return "".join(
        f"- {{number: {number}, title: It, airdate: {day}}}\n"
        for number, day in enumerate(days, start=1)
    )


@pytest.mark.parametrize(
    ("first", "second", "is_found"),
    [
        ("2022-04-01", "2022-04-01", True),
        ("2022-04-01", "2022-04-01T10:00Z", True),
        ("2022-04", "2022-04-01", True),
        ("2022-04-01T09:00Z", "2022-04-01T10:00Z", False),
        ("2022-04", "2022-04", False),
        ("2022-04-01", "2022-04-02", False),
    ],
)
def test_axis_is_claimed_twice_on_one_date(
    found_in: Callable[..., list[str]], first: str, second: str, is_found: bool
) -> None:
    """A date that counts from the same day is the same, however it is written."""
    found = found_in(
        "2022-01-01 renewal: renewed", f"{first} release: 2023", f"{second} release: 2024"
    )

    assert found == (
        [f"3 ST407 same-day-claims: a second `release` of {second}"] if is_found else []
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://Example.org/severance",
        "http://www.example.org/severance/?utm_source=x&utm_medium=y#top",
        "https://example.org/severance?fbclid=1",
    ],
)
def test_source_is_repeated(
    make_project: Callable[..., Path], run: Callable[..., Any], address: str
) -> None:
    """The host is no other in capitals, nor the text when a campaign counts who came."""
    assert repeated(make_project, run, address) == 1


@pytest.mark.parametrize(
    "address", ["https://example.org/Severance", "https://example.org/severance?page=2"]
)
def test_source_is_another(
    make_project: Callable[..., Path], run: Callable[..., Any], address: str
) -> None:
    """Paths and other queries may lead to other texts."""
    assert repeated(make_project, run, address) == 0


def repeated(make_project: Callable[..., Path], run: Callable[..., Any], address: str) -> int:
    """Return how many sources are found to repeat another beside one with an address."""
    one = "{{publisher: Apple, published: 2022-01-01, tier: official, url: {}}}\n"
    make_project(
        {
            f"{SHOW}sources.yaml": f"a: {one.format('https://example.org/severance')}"
            f"b: {one.format(repr(address))}",
            f"{SHOW}season-1/status.yaml": (
                "- {date: 2022-01-01, renewal: ordered, confidence: official, source: [a, b]}\n"
            ),
        }
    )
    return sum("[ST410]" in line for line in run("check", "--today", "2022-01-02").headlines)

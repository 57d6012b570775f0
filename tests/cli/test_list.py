"""`seasontracker list` says what is hidden, silent or due, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SHOW = "content/shows/severance"
ARTICLE = "---\nheadline: Severance season {n}\npublished: {day}\n{key}---\n\nText.\n"


@pytest.fixture
def site(make_project: Callable[..., Path]) -> Path:
    """Write a site with something of each kind."""
    return make_project(
        {
            f"{SHOW}/season-1/status.yaml": (
                "- {date: 2026-01-05, renewal: renewed, confidence: official, source: wire}\n"
                "- {date: 2026-11-02, headline: A secret, confidence: official, source: wire,"
                " embargo_until: 2026-12-01T09:00+09:00}\n"
            ),
            f"{SHOW}/sources.yaml": (
                "wire: {publisher: The Wire, title: News, url: 'https://example.com/a',"
                " tier: trade}\n"
            ),
            f"{SHOW}/season-2/index.md": ARTICLE.format(n=2, day="2026-01-01", key="draft: yes\n"),
            f"{SHOW}/season-2/status.yaml": (
                "- {date: 2026-01-05, renewal: renewed, confidence: official, source: wire}\n"
            ),
            f"{SHOW}/season-3/index.md": ARTICLE.format(n=3, day="2027-01-01", key=""),
            f"{SHOW}/season-4/index.md": ARTICLE.format(
                n=4, day="2026-01-01", key="expires: 2026-11-01\n"
            ),
        }
    )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("drafts", ["drafts\t\tSeverance, season 2\tdraft"]),
        (
            "scheduled",
            [
                "scheduled\t2026-12-01T09:00+09:00\tSeverance, season 1: A secret\tembargoed",
                "scheduled\t2027-01-01\tSeverance, season 3\tscheduled",
            ],
        ),
        ("expired", ["expired\t2026-11-01\tSeverance, season 4\texpired"]),
        ("stale", ["stale\t2026-01-05\tSeverance, season 2\tnothing said for 321 days"]),
    ],
)
def test_list_names_everything_of_a_kind(
    site: Path, run: Callable[..., Any], kind: str, expected: list[str]
) -> None:
    """In a pipe each line has its fields between tabs, the place at the end."""
    outcome = run("list", kind, "--today", "2026-11-22")

    lines = outcome.stdout.splitlines()
    assert (outcome.code, [line.rpartition("\t")[0] for line in lines]) == (0, expected)
    assert all(line.rpartition("\t")[2].startswith(f"{SHOW}/season-") for line in lines)


def test_list_due_says_when_the_site_changes_by_itself(site: Path, run: Callable[..., Any]) -> None:
    """The end of an embargo comes first, on a fresh clone and from the records of a build alike."""
    fresh = run("list", "due", "--today", "2026-11-22").stdout
    assert not (site / ".seasontracker").exists()
    assert run("build", "--today", "2026-11-22").code == 0

    assert run("list", "due", "--today", "2026-11-22").stdout == fresh
    assert "due\t2026-12-01T00:00+00:00\tshows/severance/\t" in fresh


def test_list_is_told_to_programs(site: Path, run: Callable[..., Any]) -> None:
    """All kinds together, as JSON."""
    rows = json.loads(run("list", "--today", "2026-11-22", "--format", "json").stdout)

    assert {row["kind"] for row in rows} == {"drafts", "scheduled", "expired", "stale", "due"}
    assert rows[0] == {
        "kind": "drafts",
        "when": "",
        "what": "Severance, season 2",
        "why": "draft",
        "place": f"{SHOW}/season-2/index.md:2:1",
    }


def test_day_and_place_are_whole_on_a_narrow_terminal(
    site: Path, at_terminal: Callable[..., tuple[int, str]]
) -> None:
    """Where 80 columns are too few for a table, the place has a line of its own."""
    code, shown = at_terminal("list", "scheduled", "--today", "2026-11-22")

    assert code == 0
    assert shown.splitlines() == [
        "scheduled  2026-12-01T09:00+09:00  Severance, season 1: A secret, embargoed",
        f"  {SHOW}/season-1/status.yaml:2:3",
        "scheduled  2027-01-01              Severance, season 3, scheduled",
        f"  {SHOW}/season-3/index.md:2:1",
    ]


def test_page_that_is_due_has_no_line_of_its_own(
    site: Path, at_terminal: Callable[..., tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its address is what is due; no empty line stands below it."""
    monkeypatch.setenv("COLUMNS", "40")
    shown = at_terminal("list", "due", "--today", "2026-11-22")[1]

    assert "calendar/index.html, changes by itself\ndue  2026-12-01T00:00+00:00  shows/" in shown


def test_wide_terminal_has_a_table(
    site: Path, at_terminal: Callable[..., tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a line for each, below the names of the columns."""
    monkeypatch.setenv("COLUMNS", "160")
    heading, *lines = at_terminal("list", "scheduled", "--today", "2026-11-22")[1].splitlines()

    assert heading.split() == ["When", "What", "Why", "Where"]
    assert [line.split()[-1].rpartition("/")[2] for line in lines] == [
        "status.yaml:2:3",
        "index.md:2:1",
    ]


def test_empty_list_says_so_to_a_person(
    make_project: Callable[..., Path], run: Any, at_terminal: Callable[..., tuple[int, str]]
) -> None:
    """A program gets no line; a person is told that there is nothing."""
    make_project({})

    assert at_terminal("list", "drafts") == (0, "There are no drafts.\n")
    assert run("list", "drafts").stdout == ""
